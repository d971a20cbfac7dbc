import Chronology

/// A day at the beginning of a text, as lists of holidays write it.
package enum DayText {
  package enum Reading: Sendable {
    case dated([CivilDay])
    /// Of every year.
    case year(MonthDay)
  }

  /// The day, or the days from one to another of one year, and what follows it; nil where the text does
  /// not begin with one.
  package static func read(_ text: String) -> (day: Reading, rest: String)? {
    var tokens = CellTokens(text)
    guard let reading = take(&tokens) else { return nil }
    // `2026-06-1O` ends in a letter.
    if tokens.isTouching, case .word? = tokens.peek() { return nil }
    return (reading, tokens.remainder)
  }

  /// Whether a text begins with such a day, whatever follows it.
  package static func begins(_ text: String) -> Bool {
    var tokens = CellTokens(text)
    return take(&tokens) != nil
  }

  private static func take(_ tokens: inout CellTokens) -> Reading? {
    guard let range = DatesText.takeRange(&tokens), case .days(let days) = range.resolved else {
      return nil
    }
    switch days {
    case .daysOfYear(let first, let last) where first == last:
      return .year(first)
    case .dates(let first, let last) where last.daysSinceEpoch - first.daysSinceEpoch < 60:
      return .dated(
        (first.daysSinceEpoch...last.daysSinceEpoch).map(CivilDay.init(daysSinceEpoch:)))
    default: return nil
    }
  }
}
