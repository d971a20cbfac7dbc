/// How severe an incident is, in the words of a policy: `Sev1`, `SEV-2`, `P1`, `critical incident`.
enum IncidentSeverityText {
  /// The severities that a text names, each once, in order.
  static func all(in text: String) -> [String] {
    var words = WordForm.words(text)[...]
    var found: [String] = []
    while !words.isEmpty {
      if let (severity, count) = first(of: words) {
        if !found.contains(severity) { found.append(severity) }
        words.removeFirst(count)
      } else {
        words.removeFirst()
      }
    }
    return found
  }

  /// The severity that words begin with, and how many they are. A word such as `critical` is one where
  /// the word for an incident follows, or another severity that it follows: `critical or high incidents`.
  static func first(of words: ArraySlice<String>) -> (severity: String, count: Int)? {
    guard let first = words.first else { return nil }
    // `S3` may as well be a service.
    let isService = first.utf8.count == 2 && first.utf8.first == UInt8(ascii: "s")
    if !isService, let found = FreezeAllowanceText.severity(Array(words)) { return found }
    guard levels.contains(first),
      words.dropFirst().first(where: { !levels.contains($0) && !between.contains($0) })
        .map(isIncident) ?? false
    else { return nil }
    return (first, 1)
  }

  static func isIncident(_ word: String) -> Bool {
    ["incident", "outage", "disruption"].contains(where: word.hasPrefix)
  }

  /// What may stand between severities, and between one and the word for an incident.
  static let between: Set = ["or", "and", "severity", "priority", "sev", "prio", "level"]

  private static let levels: Set = [
    "critical", "high", "medium", "moderate", "low", "major", "minor", "severe",
  ]
}
