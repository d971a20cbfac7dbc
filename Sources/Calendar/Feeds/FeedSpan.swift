import Chronology
import PolicyReading
import Records
import SourceText

/// The years that feeds are written for. Whole years, so that a feed moves with the data and once a
/// year, not with every build.
struct FeedSpan: Sendable {
  /// From the year of the first policy, or of the first record where that is earlier, to the end of
  /// the year that holds the horizon.
  let interval: Interval
  /// The last of the years.
  let lastYear: Int
  /// When that year came into the span.
  let reached: Instant

  /// How many months ahead calendars reach.
  static let horizonInMonths = 12

  /// A mistyped year in a record must not make decades of events.
  private static let mostYearsBack = 10

  init(_ register: Register, asOf: Instant, horizonInMonths: Int = FeedSpan.horizonInMonths) {
    let zone = register.zone
    let today = zone.wallTime(at: asOf).day
    let years =
      [register.policies.policies[0].metadata.effective?.value.year, today.year]
      + [register.changes.lazy.compactMap(\.anchor).min().map { zone.wallTime(at: $0).day.year }]
    let first = years.compactMap(\.self).min() ?? today.year
    lastYear = today.firstOfMonth.addingMonths(horizonInMonths).year
    let start = Self.newYear(max(first, today.year - Self.mostYearsBack), today)
    let end = Self.newYear(lastYear + 1, today)
    interval = Interval(start: zone.start(of: start), end: zone.start(of: end))
    reached = zone.start(of: Self.newYear(lastYear, today).addingMonths(-horizonInMonths))
  }

  /// 1 January; `day` stands for years that there are none of.
  private static func newYear(_ year: Int, _ day: CivilDay) -> CivilDay {
    CivilDay(year: year, month: 1, day: 1) ?? day
  }

  /// Of an event that reaches to the end of the span, and begins at an instant on record.
  func revision(since changed: Instant) -> EventRevision {
    EventRevision(changed: max(changed, reached), sequence: lastYear)
  }
}
