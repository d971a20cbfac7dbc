import Chronology
import Interchange

/// An event that recurs at the same time on the wall.
///
/// Readers differ in what they make of a series across a change of the clocks: whether a length is
/// one of hours or of times on the wall, and what a time is that the clocks skip or show twice. A
/// series therefore holds only occurrences that every reading gives alike; all others are left out
/// of it by `exceptions` and are events of their own.
struct EventSeries: Sendable {
  enum Rule: Sendable, Hashable {
    case daily
    case weekly([Weekday])
    /// Of each month the weekdays of that number, from the end where it is negative.
    case monthly([Int], Weekday)
    case yearly
  }

  enum Length: Sendable, Hashable {
    case minutes(Int)
    case days(Int)
  }

  let zone: Zone
  /// The first occurrence's.
  let start: WallTime
  let length: Length
  let rule: Rule
  /// The start of the last occurrence; nil for a series without an end.
  let until: Instant?
  /// Starts of the occurrences of the rule that are none, in order.
  let exceptions: [WallTime]

  func write(to writer: inout ICalendarWriter) {
    write("DTSTART", [start], to: &writer)
    write("DTEND", [end], to: &writer)
    var text = rule.iCalendar
    if let until { text += ";UNTIL=" + until.iCalendar }
    writer.property("RRULE", value: text)
    if !exceptions.isEmpty { write("EXDATE", exceptions, to: &writer) }
  }

  private func write(_ name: String, _ times: [WallTime], to writer: inout ICalendarWriter) {
    if zone == .utc {
      writer.property(name, value: times.map { $0.iCalendar + "Z" }.joined(separator: ","))
    } else {
      writer.property(
        name, ["TZID": zone.name], value: times.map(\.iCalendar).joined(separator: ","))
    }
  }

  /// The first occurrence's, as the clocks show it.
  private var end: WallTime {
    let seconds = start.second + Int(length.seconds)
    return WallTime(day: start.day.adding(days: seconds / 86_400), second: seconds % 86_400)
  }
}

extension EventSeries.Rule {
  fileprivate var iCalendar: String {
    switch self {
    case .daily: "FREQ=DAILY"
    case .weekly(let weekdays):
      "FREQ=WEEKLY;BYDAY=" + weekdays.map(\.iCalendar).joined(separator: ",")
    case .monthly(let numbers, let weekday):
      "FREQ=MONTHLY;BYDAY=" + numbers.map { "\($0)\(weekday.iCalendar)" }.joined(separator: ",")
    case .yearly: "FREQ=YEARLY"
    }
  }
}

extension EventSeries.Length {
  /// Where a minute and a day always last as long.
  var seconds: Int64 {
    switch self {
    case .minutes(let minutes): Int64(minutes) * 60
    case .days(let days): Int64(days) * 86_400
    }
  }
}
