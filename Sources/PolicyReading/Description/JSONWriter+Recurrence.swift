import Chronology
import Interchange

/// Recurring times in `changebook.policy/1`.
extension JSONWriter {
  /// Times of weekdays, days of every year and of one year have a kind of their own; all else is
  /// `recurring`, in words.
  mutating func members(of recurrence: Recurrence) {
    if recurrence.isAlways { return member("kind", "always") }
    guard recurrence.spans.count == 1, recurrence.exceptions.isEmpty else {
      return writeWords(of: recurrence)
    }
    switch recurrence.spans[0] {
    case .onDays(let rule, let start, let end, let later)
    where rule.exceptions.isEmpty && (later == 0 || later == 1 && end <= start):
      guard rule.patterns.count == 1, case .weekdays(let weekdays) = rule.patterns[0] else {
        return writeWords(of: recurrence)
      }
      // Seconds after midnight; an end that is not after the start is on the next day.
      member("end", end * 60)
      member("kind", "daily")
      member("start", start * 60)
      array("weekdays", weekdays.map { "\($0)" })
    case .yearly(let first, 0, let last, 1440):
      member("first", first.iso8601)
      member("kind", "yearly")
      member("last", last.iso8601)
    case .once(let first, 0, let last, 1440):
      member("first", first.description)
      member("kind", "dated")
      member("last", last.description)
    default: writeWords(of: recurrence)
    }
  }

  private mutating func writeWords(of recurrence: Recurrence) {
    member("description", recurrence.words)
    member("kind", "recurring")
  }
}
