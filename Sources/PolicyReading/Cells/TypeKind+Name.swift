import Configuration

extension TypeKind {
  /// Words that leave an emergency one.
  private static let ofEmergencies: Set = [
    "emergency", "emergencies", "emergent", "urgent", "expedited", "expedite", "break", "fix",
    "breakfix", "change", "changes", "type", "fixes", "hotfix", "hotfixes", "hot", "deployment",
    "deployments", "release", "releases", "patch", "patches", "production", "security", "critical",
    "incident", "incidents", "response", "update", "updates", "upgrade", "upgrades", "and", "or",
    "the",
    "an", "a", "e", "request", "requests", "rfc", "immediate", "very", "most", "ec", "service",
    "maintenance", "work", "major", "runtime", "software", "infrastructure", "network", "system",
    "systems",
  ]

  /// What the name of a change type says that it is; nil for a name that says none of these.
  init?(named name: String) {
    let words = WordForm.words(name)
    func has(_ beginnings: String...) -> Bool {
      words.contains { word in beginnings.contains { word.hasPrefix($0) } }
    }
    func has(pair first: String, _ second: String) -> Bool {
      zip(words, words.dropFirst()).contains { $0.hasPrefix(first) && $1.hasPrefix(second) }
    }
    let isDenied = words.contains {
      ["non", "not", "no", "never", "less"].contains($0) || $0.hasPrefix("nonemerg")
    }
    let saysEmergency =
      has("emergenc", "urgent", "breakfix", "expedite") || has(pair: "break", "fix")
    if saysEmergency {
      // An `Emergency drill` is something else, and so is what is `Less urgent`.
      guard isDenied || words.allSatisfy(Self.ofEmergencies.contains) else { return nil }
      self = isDenied ? .normal : .emergency
    } else if has("standard", "routine", "preapproved") || has(pair: "pre", "approved") {
      self = isDenied ? .normal : .standard
    } else if has("normal", "planned", "ordinary", "regular", "scheduled") {
      self = .normal
    } else {
      return nil
    }
  }
}
