import PolicyReading
import Records
import SourceText

/// How severe each incident is, for freezes that let pass fixes of some: `P1 fixes only`.
struct IncidentSeverities: Sendable {
  /// By the incident's id; nil where it does not say.
  private var severities: [String: String?] = [:]

  init(_ incidents: [Incident] = []) {
    severities.reserveCapacity(incidents.count)
    for incident in incidents { severities[incident.id] = .some(incident.severity?.value) }
  }

  /// Whether an incident has a severity. Not known where it has none, or one on another scale: whether
  /// `high` is `P1` nobody has said.
  func meets(_ asked: String, incident id: String) -> Answer {
    guard let known = severities[id] else { return .no }
    guard let given = known else { return .unknown }
    let (wanted, found) = (Self.degree(asked), Self.degree(given))
    if wanted == nil || found == nil {
      let (first, second) = (WordForm.fold(asked), WordForm.fold(given))
      if first == second { return .yes }
      let areOfOneScale = Self.scales.contains { $0.contains(first) && $0.contains(second) }
      return areOfOneScale ? .no : .unknown
    }
    return Answer(wanted == found)
  }

  /// Whether an incident has one of some severities; where none is asked for, it has.
  func meets(anyOf asked: [String], incident id: String) -> Answer {
    if asked.isEmpty { return .yes }
    return asked.reduce(.no) { .any($0, meets($1, incident: id)) }
  }

  /// Scales of words: who names two levels of one means two severities.
  private static let scales: [Set<String>] = [
    ["critical", "high", "medium", "low"], ["severe", "moderate"], ["major", "minor"],
  ]

  /// The number of `P1`, `sev 1`, `SEV-1`, `1`.
  private static func degree(_ text: String) -> Int? {
    let words = WordForm.fold(text).utf8.filter { $0 != 0x20 }
    let letters = words.prefix { $0 > 0x39 }
    let scales = ["", "p", "s", "sev", "severity", "prio", "priority"]
    guard scales.contains(String(decoding: letters, as: UTF8.self)) else { return nil }
    return Int(String(decoding: words.dropFirst(letters.count), as: UTF8.self))
  }
}
