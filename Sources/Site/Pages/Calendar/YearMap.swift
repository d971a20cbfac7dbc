import Calendar
import Charts
import Chronology
import Documents
import Records
import Reports

extension Publication {
  /// Years before the present one that are shown as well.
  private static let yearsBack = 3

  private var currentYear: Int { zone.wallTime(at: asOf).day.year }

  /// The years that have a page, the latest first: those around the present one, and that itself where the
  /// calendar has no room for it.
  private var yearsWithPages: [Int] {
    Set(calendar.span.months.map(\.firstDay.year))
      .intersection(currentYear - Self.yearsBack...currentYear + 1)
      .filter { $0 != currentYear || isFullYear }.sorted(by: >)
  }

  private var isFullYear: Bool {
    let days = Period(.year, holding: asOf, in: zone)
    return calendar.entries.meeting(
      days.firstDay.daysSinceEpoch...days.endDay.daysSinceEpoch - 1
    ).count > Self.mostInYear
  }

  /// The most changes of a year that stands on the calendar's own page.
  private static let mostInYear = 1000

  /// The year at a glance, with its changes and freezes, and the way to the years around it.
  var yearMaps: [any Block] {
    let links = yearsWithPages.map { year -> RichText in
      "\(String(year), to: .route(.calendar(year: year)))"
    }
    let pages: RichText = links.isEmpty ? "" : "Day by day: \(links.joined(by: ", "))."
    return (isFullYear ? [] : [yearMap(currentYear)]) + [Note(pages)]
  }

  /// A page for each of the other years.
  func planYears() -> [PlannedPage] {
    yearsWithPages.map { year in
      PlannedPage(
        "Calendar: \(year)", at: .calendar(year: year), in: .calendar,
        below: [Breadcrumb(.calendar)], as: String(year), self
      ) {
        Document(
          kicker: "Calendar", title: String(year),
          lead: "The changes and freezes of the year, day by day.", [self.yearMap(year)])
      }
    }
  }

  private func yearMap(_ year: Int) -> any Block {
    guard let first = CivilDay(year: year, month: 1, day: 1),
      let next = CivilDay(year: year + 1, month: 1, day: 1)
    else { return Note("") }
    let start = first.daysSinceEpoch
    let days = start...next.daysSinceEpoch - 1
    var counts: [Int: Int] = [:]
    for index in calendar.entries.meeting(days) {
      let day = calendar.entries.all[index].days.lowerBound
      if days.contains(day) { counts[day - start, default: 0] += 1 }
    }
    let whole = Interval(start: zone.start(of: first), end: zone.start(of: next))
    let freezes = calendar.freezes(in: whole).map { occurrence in
      let held = Interval(
        start: max(occurrence.interval.start, whole.start),
        end: min(occurrence.interval.end, whole.end))
      let from = zone.wallTime(at: held.start).day.daysSinceEpoch - start
      let to = zone.wallTime(at: max(held.start, held.end + -1)).day.daysSinceEpoch - start
      return YearHeatMap.Freeze(name: occurrence.freeze.title, days: from...max(from, to))
    }
    let months = (1...12).map { month in
      CivilDay(year: year, month: month, day: 1)
        .flatMap { calendar.span.month(of: $0.daysSinceEpoch) }?.href(from: .calendar)
    }
    return ChartFigure(
      headline: nil,
      subtitle: "\(year): changes by the day on which they begin; days of a freeze are outlined.",
      chart: YearHeatMap(year: year, counts: counts, freezes: freezes) { months[$0 - 1] }, csv: nil)
  }
}
