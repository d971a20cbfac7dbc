import Calendar
import Chronology
import Findings
import PolicyReading

/// What the rules of windows and freezes say of the calendar.
extension ChangeContext {
  func display(_ instant: Instant) -> String {
    DisplayTime.instant(instant, in: calendar.zone)
  }

  /// The windows that the change may use, or perhaps may.
  var usableWindows: [DeploymentWindow] { calendar.windows(for: profile, orUnknown: true) }

  /// The row of a window that is open up to an instant; else of the first that the change may use.
  func window(closingAt instant: Instant) -> PolicyReference? {
    let before = Interval(start: instant + -1, end: instant)
    let usable = usableWindows
    let window = usable.first {
      $0.openings(in: before).interval(holding: before.start)?.end == instant
    }
    return (window ?? usable.first)?.row.reference
  }

  /// When the change would fit next: only the next weeks are looked at.
  func nextOpening(lasting seconds: Int64, from instant: Instant) -> String {
    let seconds = max(seconds, 1)
    // Nearly always it is a matter of hours.
    if let near = opening(lasting: seconds, from: instant, days: 3) { return near }
    let week = Interval(start: instant, end: instant + 9 * 86_400)
    let longest = calendar.windowTime(for: profile, in: week, orUnknown: true)
      .intervals.map(\.seconds).max()
    if let longest, longest < seconds {
      return "none of its windows is longer than \(DurationText.describe(seconds: longest))"
    }
    return opening(lasting: seconds, from: instant, days: 60)
      ?? "no opening for it is certain in the next 60 days"
  }

  private func opening(lasting seconds: Int64, from instant: Instant, days: Int64) -> String? {
    let span = Interval(start: instant, end: instant + days * 86_400)
    guard
      let found = calendar.openTime(for: profile, in: span).first(lasting: seconds, from: instant)
    else { return nil }
    let length = seconds < 60 ? "" : " for \(DurationText.describe(seconds: seconds))"
    let time =
      found.end == span.end
      ? "from \(display(found.start)) on" : DisplayTime.interval(found, in: calendar.zone)
    return "the next opening\(length): \(time)"
  }
}
