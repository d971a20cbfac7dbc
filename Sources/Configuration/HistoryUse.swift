import Chronology

/// What git's history is used for.
package enum HistoryUse: Sendable, Hashable {
  /// Pages show it and rules go by it.
  case judged
  /// The same, and what was committed before that day is evidence of nothing: records were brought
  /// in from elsewhere.
  case since(CivilDay)
  /// Pages show it, and no rule goes by it.
  case shown
  /// git is not asked.
  case off

  /// What settings may say.
  static let expected = "judged, shown, off, or the day from which it counts, such as 2026-03-01"

  init?(_ text: String) {
    switch text.lowercased() {
    case "judged": self = .judged
    case "shown": self = .shown
    case "off": self = .off
    default:
      guard let day = InstantText.readDay(text) else { return nil }
      self = .since(day)
    }
  }
}
