import Chronology
import Configuration
import Documents
import Figures
import PolicyReading
import Records
import Reports

/// The pages of the figures:
///
/// 1. one page a figure, with its course, its parts and the records of the latest months;
/// 2. pages with the records of earlier months, of the latest weeks, and by type and risk;
/// 3. the index of all figures, and the changes by the hour of their start.
func planFigures(
  _ periods: PeriodsByKind, _ publication: Publication
) -> [PlannedPage] {
  let histories = FigureCatalogue.definitions.compactMap { FigureHistory($0, in: periods) }
  let views = histories.map { FigureView($0, publication: publication) }
  let starts = Starts(publication)
  return [planFigureIndex(histories, starts, publication)] + planStarts(starts)
    + views.flatMap { [$0.planFigure()] + $0.planRecordPages() }
}

/// A figure together with what its pages say of it.
struct FigureView: Sendable {
  let history: FigureHistory
  let publication: Publication
  let route: Route
  let listing: RecordListing

  init(_ history: FigureHistory, publication: Publication) {
    self.history = history
    self.publication = publication
    route = .figure(history.definition.key)
    listing = RecordListing(history.months)
  }

  var definition: FigureDefinition { history.definition }
  var months: FigureSeries { history.months }
  var csv: Route { .figureTable(definition.key) }

  fileprivate func planFigure() -> PlannedPage {
    PlannedPage(
      months.title, at: route, in: .dashboard, below: [Breadcrumb("Figures", .figures)], publication
    ) {
      let control = months.recent().map { ControlChart.make(of: $0) }
      let sections = [
        Section(
          "course", Figures.headline(of: months).sentence.capitalisedFirst,
          signals(control) + [monthChart(try? control?.get())]),
        Section("counted", countedHeading, countedRecords),
        Section("definition", "Definition and target", definitionBlocks),
        Section("longer", "Quarters and years", longerTable),
        Section("weeks", "Week by week", weekChart),
        Section("strip", "Each change", stripPlot),
        Section(
          "groups", "By type, risk and system, \(publication.twelveMonths.words ?? "")", groups),
        Section("records", "The records behind each month", ownRecords),
      ]
      return Document(kicker: "Figure", title: months.title, lead: targetLead, sections)
    }
  }

  var level: String { formatLevel(publication.settings.confidence) }

  var recordWord: String { definition.subject.rawValue }

  private var definitionBlocks: [any Block] {
    let targets = currentTargets
    let rows: RichText =
      targets.isEmpty
      ? "The policy has no row for it in its table of targets."
      : targets.map(\.reference.richText).joined(by: " ")
    let changes = targetChanges(of: definition, in: publication.register.policies).map { change in
      Note(
        """
        From \(DisplayTime.day(change.day)) on the target is \(words(of: change.after)); before, it was \
        \(words(of: change.before)). Each month and week is judged by the target at its end, a quarter or \
        year in parts.
        """)
    }
    let more = Paragraph(
      """
      \("How verdicts come about", to: .route(.figureDefinition(definition.key))) · \
      \("Every period as CSV", to: .route(csv))
      """)
    return [Facts(definition.facts), Paragraph(rows)] + targetTable + changes + [more]
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
  private func signals(_ control: Result<ControlChart, ControlChartAbsence>?) -> [any Block] {
    let courses = months.signalCourses(last: Self.monthsDrawn)
    let last = months.lastClosed.map { months.points[$0].period }
    let found: any Block =
      if !months.hasHistory {
        Note(
          "There is not enough history yet to say whether a month stands out: it takes three months with data before it."
        )
      } else if courses.isEmpty {
        Note(
          "No month stands out from those before it by more than normal variation. Each is compared, alone and together with the months before it, with the twelve months before that."
        )
      } else {
        ItemList(
          lines: courses.reversed().map { course in
            let tone: Tone = course.isBetter.map { $0 ? .good : .bad } ?? .neutral
            return
              "\(Inline.mark(tone, course.last.tone)) \(course.words(asOf: last).capitalisedFirst)."
          })
      }
    let limits: RichText =
      switch control {
      case .success: ""
      case .failure(.tooFewChanges):
        "The months are too small for control limits, and none are drawn."
      case .failure(.tooFewPeriods), nil:
        "No control limits are drawn: fewer than six closed months have data."
      }
    return [found, Note(limits)]
  }
}
