import Chronology
import Configuration
import Documents
import Figures
import Markdown
import PolicyReading
import Records
import Reports

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
      [PlannedPage(view.route, template: "figure", in: publication) { view.page }]
        + view.planRecordPages()
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
      lead: targetLead,
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
    let targets = currentTargets
    for target in targets {
      writer.policy(target.reference, at: route, links: publication.links)
      writer.text(" ")
    }
    if targets.isEmpty { writer.text("The policy has no row for it in its table of targets.") }
    writer.close("p")
    writer.append(targetTable)
    for change in targetChanges(of: definition, in: publication.register.policies) {
      writer.element(
        "p", class: "note",
        "From \(DisplayTime.day(change.day)) on the target is \(words(of: change.after)); before, it "
          + "was \(words(of: change.before)). Each month and week is judged by the target at its end, "
          + "a quarter or year in parts.")
    }
    writer.open("p")
    writer.element(
      "a", "href", Route.figureDefinition(definition.key).href(from: route),
      "How verdicts come about")
    writer.text(" · ")
    writer.element("a", "href", csv.href(from: route), "Every period as CSV")
    writer.close("p")
    return writer.finish()
  }

  /// The targets in force at the end of the last month that is over.
  private var currentTargets: [Target] {
    let policies = publication.register.policies
    let end = months.points[months.current].period.interval.end
    return policies.inForce(at: min(end + -1, publication.asOf)).targets
      .filter { $0.figure != nil && $0.figure == definition.name }
  }

  private var targetLead: RichText {
    let targets = currentTargets
    return targets.isEmpty
      ? "The policy sets no target for it."
      : "\(targets.count == 1 ? "Target" : "Targets"): \(words(of: targets))."
  }

  private func words(of targets: [Target]) -> String {
    targets.isEmpty ? "none" : targets.map(\.shortWords).joined(separator: "; ")
  }

  /// What moved in the months that are drawn, and what the limits of the picture rest on.
  private func signalText(_ control: Result<ControlChart, ControlChartAbsence>?) -> HTML {
    var writer = HTMLWriter()
    let courses = months.signalCourses(last: Self.monthsDrawn)
    if !months.hasHistory {
      writer.element(
        "p", class: "note",
        "There is not enough history yet to say whether a month stands out: it takes three months "
          + "with data before it.")
    } else if courses.isEmpty {
      writer.element(
        "p", class: "note",
        "No month stands out from those before it by more than normal variation. Each is compared, "
          + "alone and together with the months before it, with the twelve months before that.")
    } else {
      let last = months.lastClosed.map { months.points[$0].period }
      writer.open("ul", class: "list")
      for course in courses.reversed() {
        writer.open("li")
        writer.element(
          "span",
          ["class": course.isBetter.map { $0 ? "mark-good" : "mark-bad" } ?? "mark-none"],
          course.last.tone)
        writer.text(" \(course.words(asOf: last).capitalisedFirst).")
        writer.close("li")
      }
      writer.close("ul")
    }
    switch control {
    case .success: break
    case .failure(.tooFewChanges):
      writer.element(
        "p", class: "note",
        "The months are too small for control limits, and none are drawn.")
    case .failure(.tooFewPeriods), nil:
      writer.element(
        "p", class: "note",
        "No control limits are drawn: fewer than six closed months have data.")
    }
    return writer.finish()
  }
}
