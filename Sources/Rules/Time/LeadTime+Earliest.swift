import Chronology
import PolicyReading

extension ChangeType.LeadTime {
  /// When a change may start that was requested at an instant: never where that depends on holidays that no
  /// list has, `Instant.distantFuture`; nil where a vote decides it.
  package func earliestStart(
    after requested: Instant, in zone: Zone, _ holidays: HolidayLists
  ) -> Instant? {
    let day = zone.wallTime(at: requested).day
    switch self {
    case .immediate, .sameDay: return requested
    case .days(let count):
      return max(requested, zone.start(of: day.adding(days: count)))
    case .businessDays(let count):
      return BusinessDays(holidays).day(count, after: day).certain
        .map { max(requested, zone.start(of: $0)) } ?? .distantFuture
    case .seconds(let count): return requested + count
    case .votingPeriod: return nil
    }
  }
}
