import Chronology
import Interchange

/// Recurring times in `changebook.policy/2`.
extension JSONWriter {
  /// Times of weekdays, days of every year and of one year have a kind of their own; all else is
  /// `recurring`, in words.
  ///
  /// - Parameter text: The cell as written, where it stands among them.
  mutating func members(of recurrence: Recurrence, text: String? = nil) {
    func writeText(_ json: inout JSONWriter) {
      if let text { json.member("text", text) }
    }
    func writeWords(_ json: inout JSONWriter) {
      json.member("description", recurrence.words)
      json.member("kind", "recurring")
      writeText(&json)
    }
    if recurrence.isAlways {
      member("kind", "always")
      return writeText(&self)
    }
    guard recurrence.spans.count == 1, recurrence.exceptions.isEmpty else {
      return writeWords(&self)
    }
    switch recurrence.spans[0] {
    case .onDays(let rule, let start, let end, let later)
    where rule.exceptions.isEmpty && (later == 0 || later == 1 && end <= start):
      guard rule.patterns.count == 1, case .weekdays(let weekdays) = rule.patterns[0] else {
        return writeWords(&self)
      }
      // Seconds after midnight; an end that is not after the start is on the next day.
      member("end", end * 60)
      member("kind", "daily")
      member("start", start * 60)
      writeText(&self)
      array("weekdays", weekdays.map { "\($0)" })
    case .yearly(let first, 0, let last, 1440):
      member("first", first.iso8601)
      member("kind", "yearly")
      member("last", last.iso8601)
      writeText(&self)
    case .once(let first, 0, let last, 1440):
      member("first", first.description)
      member("kind", "dated")
      member("last", last.description)
      writeText(&self)
    default: writeWords(&self)
    }
  }
}
