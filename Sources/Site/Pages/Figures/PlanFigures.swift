import Configuration
import Figures
import Markdown
import PolicyReading

/// The pages of the figures:
///
/// 1. one page a figure, with its course, its parts and the records of the latest months;
/// 2. pages with the records of earlier months, of the latest weeks, and by type and risk;
/// 3. the index of all figures, and the changes by the hour of their start.
func planFigures(
  _ periods: PeriodsByKind, _ links: ChangeLinks, _ publication: Publication
) -> [PlannedPage] {
  let histories = FigureCatalogue.definitions.compactMap { FigureHistory($0, in: periods) }
  let views = histories.map { FigureView($0, links, publication: publication) }
  let starts = Starts(publication)
  return [planFigureIndex(histories, starts, publication)] + planStarts(starts)
    + views.flatMap { view in
      [PlannedPage(view.route, template: "figure") { view.page }] + view.planRecordPages()
    }
}

/// A figure together with what its pages say of it.
struct FigureView: Sendable {
  let history: FigureHistory
  let publication: Publication
  let changeLinks: ChangeLinks
  let route: Route
  let listing: RecordListing

  init(_ history: FigureHistory, _ links: ChangeLinks, publication: Publication) {
    self.history = history
    changeLinks = links
    self.publication = publication
    route = .figure(history.definition.key)
    listing = RecordListing(history.months)
  }

  var definition: FigureDefinition { history.definition }
  var months: FigureSeries { history.months }
  var csv: Route { .figureTable(definition.key) }

  var page: FigurePage {
    let control = months.recent().map { ControlChart.make(of: $0) }
    return FigurePage(
      frame: publication.frame(at: route, in: .dashboard).page(
        months.title,
        breadcrumbs: .trail([Breadcrumb("Figures", .figures)], to: months.title, at: route)),
      title: months.title,
      lead: months.target.map { "Target: \($0.shortWords)." }
        ?? "The policy sets no target for it.",
      headline: Figures.headline(of: months).sentence.capitalisedFirst,
      signals: signalText(control), chart: monthChart(try? control?.get()),
      definition: definitionText, longer: longerTable, weeks: weekChart, strip: stripPlot,
      groups: groupTables,
      groupsHeading: "By type, risk and system, \(publication.twelveMonths.words ?? "")",
      records: ownRecords)
  }

  var level: String { formatLevel(publication.settings.confidence) }

  var recordWord: String { definition.subject.rawValue }

  private var definitionText: HTML {
    var writer = HTMLWriter()
    writer.append(definitionList(definition, at: route))
    writer.open("p")
    if let target = months.target {
      writer.policy(target.reference, at: route, links: publication.links)
    } else if definition.name == nil {
      writer.text("No policy sets a target for this figure; it stands beside those of the policy.")
    } else {
      writer.text("The policy has no row for it in its table of targets.")
    }
    writer.close("p")
    writer.open("p")
    writer.element(
      "a", "href", Route.figureDefinition(definition.key).href(from: route),
      "How verdicts come about")
    writer.text(" · ")
    writer.element("a", "href", csv.href(from: route), "Every period as CSV")
    writer.close("p")
    return writer.finish()
  }

  /// What the control chart calls out, or why there is none.
  private func signalText(_ control: Result<ControlChart, ControlChartAbsence>?) -> HTML {
    var writer = HTMLWriter()
    switch control {
    case .success(let chart):
      let series = months.points[0].figure
      if chart.signals.isEmpty {
        writer.element(
          "p", class: "note",
          "Nothing in the last \(months.recent()?.points.count ?? 0) closed months stands out from what chance makes."
        )
      } else {
        writer.open("ul", class: "list")
        for signal in chart.signals.reversed() {
          writer.open("li")
          writer.element(
            "span",
            ["class": signal.isBetter.map { $0 ? "mark-good" : "mark-bad" } ?? "mark-none"],
            signal.isBetter.map { $0 ? "better" : "worse" } ?? "different")
          writer.text(" \(signal.clause(in: chart, of: series).capitalisedFirst).")
          writer.close("li")
        }
        writer.close("ul")
      }
      if chart.method == .gaps {
        writer.element(
          "p", class: "note",
          "The months are too small for control limits of their shares; the changes between two "
            + "misses are watched instead.")
      }
    case .failure(.tooFewMisses):
      writer.element(
        "p", class: "note",
        "No control limits are drawn: the months are too small, and misses too few, to tell chance "
          + "from change.")
    case .failure(.tooFewPeriods), nil:
      writer.element(
        "p", class: "note",
        "No control limits are drawn: fewer than six closed months have data.")
    }
    return writer.finish()
  }
}
