import Charts
import Chronology
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
  PlannedPage(route, template: "report") {
    let report = publication.reports.report(of: figures)
    let references = ReportReferences(publication, from: route)
    let (title, kicker) = (report.title, report.kicker)
    return ReportPage(
      frame: publication.frame(at: route, in: .reports).page(
        "\(title): \(kicker.prefix(1).lowercased())\(kicker.dropFirst())",
        breadcrumbs: .trail([Breadcrumb(.reports)], to: title, at: route)),
      kicker: kicker, title: title, facts: facts(of: report, references),
      caution: report.caution.map { ReportMarkup.html($0, references) } ?? .empty,
      verdict: report.showsVerdict ? ReportMarkup.html(report.summary, references) : .empty,
      sections: report.sections.map { section($0, references) },
      neighbours: neighbours(of: report.period, at: route, publication))
  }
}

/// The days, and the sentence of the policy that asks for the report.
private func facts(of report: PeriodReport, _ references: ReportReferences) -> HTML {
  var markup = ReportMarkup(references)
  markup.write(report.days)
  if let duty = report.duty {
    markup.write(" · \(Phrase.link(.clause(duty.reference), duty.content))")
  }
  return markup.finish()
}

private func section(
  _ section: ReportSection, _ references: ReportReferences
) -> ReportPage.Section {
  var cards: [FigureCard] = []
  var markup = ReportMarkup(references)
  for block in section.blocks {
    if case .figures(let figures) = block {
      cards += figures.map { card($0, references) }
    } else {
      markup.write(block)
    }
  }
  return ReportPage.Section(
    anchor: section.anchor, heading: section.heading, cards: cards, content: markup.finish())
}

private func card(_ reported: ReportedFigure, _ references: ReportReferences) -> FigureCard {
  let figure = reported.figure
  let page = Route.figure(reported.key).href(from: references.route)
  let verdict = figure.verdict ?? .noData
  let series = reported.series
  let sparkline = series.map { series in
    let drawn = series.sparkline(upTo: series.points.count - 1)
    return drawSparkline(
      drawn,
      summary: "\(figure.title), \(drawn.points.count) \(reported.period.kind.plural) up to "
        + DisplayTime.period(reported.period))
  }
  return FigureCard(
    name: reported.title, href: page, value: figure.valueWords, share: figure.shareWords,
    shareHref: references.href(.figure(reported.key, reported.period)) ?? page,
    verdict: figure.target == nil
      ? "no target" : verdict == .noData ? "nothing to judge" : verdict.text,
    verdictMark: figure.target == nil ? "none" : verdict.mark,
    evidence: figure.doubtWords,
    target: figure.target.map { "Target: \($0.shortWords)" } ?? "The policy sets no target",
    sparkline: sparkline ?? .empty,
    trend: series.flatMap { headlineCourse(of: $0, at: reported.period) }?.capitalisedFirst ?? "",
    soFar: nil)
}

/// Links to the periods before and after.
private func neighbours(
  of period: Period, at route: Route, _ publication: Publication
) -> HTML {
  let periods = publication.reports.course(of: period.kind)
  guard let index = periods.index(of: period) else { return .empty }
  var writer = HTMLWriter()
  func link(_ index: Int, _ relation: String, _ arrow: (before: String, after: String)) {
    guard periods.periods.indices.contains(index),
      let other = Route.report(periods.periods[index].period)
    else { return }
    let name = DisplayTime.period(periods.periods[index].period).capitalisedFirst
    writer.element(
      "a", ["href": other.href(from: route), "rel": relation],
      "\(arrow.before)\(name)\(arrow.after)")
  }
  link(index - 1, "prev", ("← ", ""))
  link(index + 1, "next", ("", " →"))
  return writer.finish()
}
