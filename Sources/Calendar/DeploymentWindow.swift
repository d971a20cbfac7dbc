import Chronology
import PolicyReading

/// A row of the policy's windows with its zone and the changes that may use it. A class, since every
/// change and every week goes through all of them.
package final class DeploymentWindow: Sendable {
  package let row: WindowRow
  /// The zone of its times: the cell's, else the policy's.
  package let zone: Zone
  package let usage: WindowUsage

  init(row: WindowRow, zone: Zone, usage: WindowUsage) {
    self.row = row
    self.zone = zone
    self.usage = usage
  }

  package var name: String { row.name }

  /// The times at which it is open and that touch a span, whole, in order; neighbours that touch
  /// are one. A window that never closes is the span itself.
  ///
  /// Times on the wall are rebuilt for each date. One that the clocks skip moves forward; of one
  /// that they show twice a start takes the first and an end the last.
  package func openings(in span: Interval) -> IntervalSet {
    switch row.time {
    case .always: return IntervalSet(span)
    case .daily(let weekdays, let start, let end):
      // A window that runs across midnight belongs to the day before the span's first.
      let first = zone.wallTime(at: span.start).day.daysSinceEpoch - 1
      let last = zone.wallTime(at: span.end).day.daysSinceEpoch
      var openings: [Interval] = []
      openings.reserveCapacity(max(0, last - first + 1))
      for number in first...max(first, last) {
        let day = CivilDay(daysSinceEpoch: number)
        guard weekdays.contains(day.weekday) else { continue }
        let opening = self.opening(on: day, from: start, to: end)
        guard let opening, opening.overlaps(span) else { continue }
        openings.append(opening)
      }
      return IntervalSet(openings)
    }
  }

  /// The opening that holds an instant, as its weekday has it: one that goes over into that of the
  /// next day ends there. Nil where the window is closed.
  func opening(holding instant: Instant) -> Interval? {
    guard case .daily(let weekdays, let start, let end) = row.time else { return .always }
    func opening(on day: CivilDay) -> Interval? {
      guard weekdays.contains(day.weekday),
        let opening = self.opening(on: day, from: start, to: end), opening.contains(instant)
      else { return nil }
      return opening
    }
    let today = zone.wallTime(at: instant).day
    // A window that runs across midnight belongs to the day before.
    return opening(on: today) ?? opening(on: today.adding(days: -1))
  }

  /// Nil where the clocks skip all of it.
  func opening(on day: CivilDay, from start: Int, to end: Int) -> Interval? {
    let isNextDay = end <= start || end == 1440
    let endDay = isNextDay ? day.adding(days: 1) : day
    let opens = zone.instant(of: WallTime(day: day, second: start * 60))
    let closes = zone.instant(
      of: WallTime(day: endDay, second: end == 1440 ? 0 : end * 60), later: true)
    return opens < closes ? Interval(start: opens, end: closes) : nil
  }
}
