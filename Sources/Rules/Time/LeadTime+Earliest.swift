import Chronology
import PolicyReading

extension ChangeType.LeadTime {
  /// When a change may start that was requested at an instant.
  package struct Earliest: Sendable {
    /// For certain; nil where that depends on holidays that no list has.
    package let certain: Instant?
    /// At the earliest.
    package let possible: Instant
  }

  /// Nil where a vote decides it.
  package func earliestStart(
    after requested: Instant, in zone: Zone, _ holidays: HolidayLists
  ) -> Earliest? {
    func certainly(_ instant: Instant) -> Earliest { Earliest(certain: instant, possible: instant) }
    let day = zone.wallTime(at: requested).day
    switch self {
    case .immediate, .sameDay: return certainly(requested)
    case .days(let count):
      return certainly(max(requested, zone.start(of: day.adding(days: count))))
    case .businessDays(let count):
      let found = BusinessDays(holidays).day(count, after: day)
      return Earliest(
        certain: found.certain.map { max(requested, zone.start(of: $0)) },
        possible: max(requested, zone.start(of: found.earliest)))
    case .seconds(let count): return certainly(requested + count)
    case .votingPeriod: return nil
    }
  }
}
