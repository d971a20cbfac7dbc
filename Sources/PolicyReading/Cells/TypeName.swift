/// What the name of a change type says that it is.
enum TypeName: Sendable, Hashable {
  case emergency, standard, normal

  /// Nil for a name that says none of these.
  init?(_ name: String) {
    let words = WordForm.words(name)
    func has(_ beginnings: String...) -> Bool {
      words.contains { word in beginnings.contains { word.hasPrefix($0) } }
    }
    func has(pair first: String, _ second: String) -> Bool {
      zip(words, words.dropFirst()).contains { $0.hasPrefix(first) && $1.hasPrefix(second) }
    }
    let isDenied = words.contains { ["non", "not", "no"].contains($0) || $0.hasPrefix("nonemerg") }
    let saysEmergency =
      has("emergenc", "urgent", "breakfix", "expedite") || has(pair: "break", "fix")
    if saysEmergency {
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
