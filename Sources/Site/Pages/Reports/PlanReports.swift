import Charts
import Chronology
import Documents
import Figures
import Markdown
import PolicyReading
import Reports

/// The reports of every week, month and quarter on record, and their index.
func planReports(_ publication: Publication) -> [PlannedPage] {
  let kinds: [Period.Kind] = [.month, .week, .quarter]
  return [planReportIndex(publication)]
    + kinds.flatMap { kind in
      publication.reports.course(of: kind).periods.compactMap { figures in
        Route.report(figures.period).map { planReport(figures, at: $0, publication) }
      }
    }
}

private func planReport(
  _ figures: PeriodFigures, at route: Route, _ publication: Publication
) -> PlannedPage {
  PlannedPage(route, template: "report", in: publication) {
    let report = publication.reports.report(of: figures)
    let course = publication.reports.course(of: report.period.kind)
    let (title, kicker) = (report.title, report.kicker)
    return ReportPage(
      frame: publication.frame(
        "\(title): \(kicker.prefix(1).lowercased())\(kicker.dropFirst())", at: route, in: .reports,
        below: [Breadcrumb(.reports)], as: title),
      kicker: kicker, title: title, facts: facts(of: report),
      caution: report.caution ?? "", verdict: report.showsVerdict ? report.summary : "",
      sections: report.sections,
      neighbours: course.index(of: report.period).map { index in
        NeighbourLink.around(index, of: course.periods.map(\.period)) { .report($0) }
      } ?? [])
  }
}

/// The days, and the sentence of the policy that asks for the report.
private func facts(of report: PeriodReport) -> RichText {
  guard let duty = report.duty else { return report.days }
  return "\(report.days) · \(duty.content, to: .clause(duty.reference))"
}
