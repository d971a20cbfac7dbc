import Chronology

/// The months and weeks that have a page.
///
/// They run without a gap from the month of the first thing on record, but at most three years back,
/// to the horizon. Outside that run a month or week has a page where a change, or a freeze that comes
/// once, begins or ends in it: a date mistyped by centuries makes one page more, not thousands.
struct CalendarSpan: Sendable {
  /// The earliest first.
  let months: [Period]
  /// The earliest first.
  let weeks: [Period]
  /// From the first to the last month without a gap.
  let run: Interval
  /// The pages of the weeks, by their first days counted from the epoch.
  private let weekPages: [Int: Route]
  /// The pages of the months, by their number since the year 0.
  private let monthPages: [Int: Route]

  static let mostMonthsBack = 36
  /// The days of the years 1 to 9998: of those beyond, nothing can be written.
  private static let writable = -719_162...2_932_531

  /// - Parameters:
  ///   - days: On which something begins or ends, counted from the epoch, in any order.
  ///   - horizon: Months ahead of the as-of instant.
  init(days: [Int], asOf: Instant, horizon: Int, zone: Zone) {
    let days = days.filter(Self.writable.contains)
    let current = Self.month(of: zone.wallTime(at: asOf).day.daysSinceEpoch)
    let numbers = days.map(Self.month(of:))
    let first = max(min(numbers.min() ?? current, current), current - Self.mostMonthsBack)
    let running = first...max(first, current + horizon)
    months = Set(numbers).union(running).sorted().compactMap { number in
      CivilDay(year: number / 12, month: number % 12 + 1, day: 1).map {
        Period(.month, holding: $0, in: zone)
      }
    }
    let start = Self.firstDay(of: running.lowerBound)
    let end = Self.firstDay(of: running.upperBound + 1)
    run = Interval(start: zone.start(of: start), end: zone.start(of: end))
    let range = stride(
      from: Self.monday(of: start.daysSinceEpoch), to: end.daysSinceEpoch, by: 7)
    let mondays = Set(days.map(Self.monday(of:))).union(range)
    weeks = mondays.sorted().map {
      Period(.week, holding: CivilDay(daysSinceEpoch: $0), in: zone)
    }
    weekPages = Dictionary(
      weeks.map { ($0.firstDay.daysSinceEpoch, Route.calendar($0.label)) },
      uniquingKeysWith: { first, _ in first })
    monthPages = Dictionary(
      months.map { (Self.month(of: $0.firstDay.daysSinceEpoch), Route.calendar($0.label)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The page of the week that holds a day, counted from the epoch; nil where it has none.
  func week(of day: Int) -> Route? { weekPages[Self.monday(of: day)] }

  /// The page of the month that holds a day, counted from the epoch; nil where it has none.
  func month(of day: Int) -> Route? { monthPages[Self.month(of: day)] }

  /// Months since the year 0.
  private static func month(of day: Int) -> Int {
    let day = CivilDay(daysSinceEpoch: day)
    return day.year * 12 + day.month - 1
  }

  private static func firstDay(of month: Int) -> CivilDay {
    CivilDay(year: month / 12, month: month % 12 + 1, day: 1) ?? CivilDay(daysSinceEpoch: 0)
  }

  /// The Monday of a day's week; both counted from the epoch, a Thursday.
  private static func monday(of day: Int) -> Int {
    day - (((day + 3) % 7) + 7) % 7
  }
}
