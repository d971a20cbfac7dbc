import Chronology
import Documents
import Figures
import Reports

/// All reports by year, the latest first.
func planReportIndex(_ publication: Publication) -> PlannedPage {
  PlannedPage("Reports", at: .reports, in: .reports, publication) {
    let months = publication.reports.course(of: .month).periods
    let years = Set(months.map(\.period.firstDay.year)).sorted(by: >)
    return Document(
      kicker: "What happened, for those who ask", title: "Reports",
      lead: "Weekly for engineering, monthly for leadership, quarterly for management "
        + "review. A report counts what had happened by the instant in the footer; one of a "
        + "period that is not over is provisional.",
      opening(of: .reports, topHeading: 2, as: .text, publication)
        + [Section("latest", "The latest", latest(publication))]
        + years.map { Section("y\($0)", "\($0)", [table(of: $0, publication)]) })
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
private func table(of year: Int, _ publication: Publication) -> Table {
  let reports = publication.reports
  let months = reports.course(of: .month).periods.filter { $0.period.firstDay.year == year }
  let weeks = Dictionary(grouping: reports.course(of: .week).periods) { week in
    week.period.firstDay.adding(days: 3).firstOfMonth
  }
  var quarter: Period?
  let rows = months.reversed().map { month -> [RichText] in
    let current = Period(.quarter, holding: month.period.firstDay, in: reports.zone)
    defer { quarter = current }
    let ofMonth = (weeks[month.period.firstDay] ?? []).reversed()
    return [
      link(month.period, reports), quarter == current ? "" : link(current, reports),
      ofMonth.map { link($0.period, reports) }.joined(by: " "),
    ]
  }
  return Table("Reports of \(year), the latest first", ["Month", "Quarter", .words("Weeks")], rows)
}

/// A link to a report, marked where it is provisional, restated or commented on.
private func link(_ period: Period, _ reports: ReportIndex) -> RichText {
  let course = reports.course(of: period.kind)
  guard Route.report(period) != nil, let index = course.index(of: period) else { return "" }
  let name: String =
    switch period.kind {
    case .week: String(period.label.suffix(3))
    case .month: DisplayTime.name(ofMonth: period.firstDay.month)
    case .quarter, .year: String(period.label.suffix(2))
    }
  let link: RichText = "\(name, to: .report(period))"
  guard period.kind != .week else { return link }
  var remarks: [String] = []
  if course.periods[index].isProvisional { remarks.append("provisional") }
  if reports.isRestated(period) { remarks.append("restated") }
  if reports.commentary(on: period) != nil { remarks.append("with commentary") }
  return remarks.isEmpty
    ? link : "\(link) \(Inline.small(remarks.joined(separator: ", ")))"
}
