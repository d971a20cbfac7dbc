import Chronology
import Documents
import Figures
import Markdown
import Reports

/// All reports by year, the latest first.
func planReportIndex(_ publication: Publication) -> PlannedPage {
  PlannedPage(.reports, template: "report-index", in: publication) {
    let reports = publication.reports
    let months = reports.course(of: .month).periods
    let years = Set(months.map(\.period.firstDay.year)).sorted(by: >)
    return ReportIndexPage(
      frame: publication.frame(at: .reports, in: .reports).page(
        "Reports", breadcrumbs: .trail([], to: "Reports", at: .reports)),
      lead: "Weekly for engineering, monthly for leadership, quarterly for management "
        + "review. A report counts what had happened by the instant in the footer; one of a "
        + "period that is not over is provisional.",
      introduction: opening(of: .reports, at: .reports, topHeading: 2, publication),
      latest: latest(publication),
      years: years.map { year in
        ReportIndexPage.Year(
          anchor: "y\(year)", heading: "\(year)", content: table(of: year, publication))
      })
  }
}

/// The last report of each kind whose period is over, with what it says.
private func latest(_ publication: Publication) -> [any Block] {
  let items = [Period.Kind.week, .month, .quarter].compactMap { kind -> ItemList.Item? in
    let periods = publication.reports.course(of: kind).periods
    guard let figures = periods.last(where: { !$0.isProvisional }) ?? periods.last,
      Route.report(figures.period) != nil
    else { return nil }
    let report = publication.reports.report(of: figures)
    let kicker = report.kicker
    return ItemList.Item(
      "\(report.title, to: .report(figures.period)), \(kicker.prefix(1).lowercased() + kicker.dropFirst())",
      [report.summary], isParagraph: false)
  }
  return [ItemList(items)]
}

/// A row a month: its report, its quarter's beside the first, and the weeks whose Thursday it holds.
private func table(of year: Int, _ publication: Publication) -> HTML {
  let reports = publication.reports
  let months = reports.course(of: .month).periods.filter { $0.period.firstDay.year == year }
  let weeks = Dictionary(grouping: reports.course(of: .week).periods) { week in
    week.period.firstDay.adding(days: 3).firstOfMonth
  }
  var writer = HTMLWriter()
  writer.openTable(
    "Reports of \(year), the latest first",
    [("Quarter", false), ("Month", false), ("Weeks", false)])
  var quarter: Period?
  for month in months.reversed() {
    let current = Period(.quarter, holding: month.period.firstDay, in: reports.zone)
    writer.open("tr")
    writer.open("td")
    if quarter != current {
      write(current, reports, to: &writer)
      quarter = current
    }
    writer.close("td")
    writer.open("th", "scope", "row")
    write(month.period, reports, to: &writer)
    writer.close("th")
    writer.open("td")
    for (index, week) in (weeks[month.period.firstDay] ?? []).reversed().enumerated() {
      if index > 0 { writer.text(" ") }
      write(week.period, reports, to: &writer)
    }
    writer.close("td")
    writer.close("tr")
  }
  writer.closeTable()
  return writer.finish()
}

/// A link to a report, marked where it is provisional, restated or commented on.
private func write(_ period: Period, _ reports: ReportIndex, to writer: inout HTMLWriter) {
  let course = reports.course(of: period.kind)
  guard let route = Route.report(period), let index = course.index(of: period) else { return }
  let name: String =
    switch period.kind {
    case .week: String(period.label.suffix(3))
    case .month: DisplayTime.name(ofMonth: period.firstDay.month)
    case .quarter, .year: String(period.label.suffix(2))
    }
  writer.element("a", ["href": route.href(from: .reports), "class": "number"], name)
  guard period.kind != .week else { return }
  var remarks: [String] = []
  if course.periods[index].isProvisional { remarks.append("provisional") }
  if reports.isRestated(period) { remarks.append("restated") }
  if reports.commentary(on: period) != nil { remarks.append("with commentary") }
  if !remarks.isEmpty {
    writer.text(" ")
    writer.element("small", remarks.joined(separator: ", "))
  }
}
