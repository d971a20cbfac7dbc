import Chronology
import PolicyReading
import Records
import SourceText

extension Retention {
  /// When what was of an instant may go: at the end of its day, so many months later. A day that the month
  /// does not have is one of the next, so that nothing goes too early.
  package func end(after instant: Instant, in zone: Zone) -> Instant? {
    let day = zone.wallTime(at: instant).day
    guard
      let month = CivilDay(year: day.year, month: day.month, day: 1)?.addingMonths(months)
    else { return nil }
    return zone.start(of: month.adding(days: day.day))
  }
}

extension Change {
  /// The latest instant on record of what was done or decided; of a change without one its plan's.
  package var lastInstant: Instant? {
    [requested, started, deployed, closed, rollback?.at, review?.at, lastApproval]
      .compactMap { $0?.value }.max() ?? scheduled?.value.end
  }
}
