import Documents
import Figures
import Reports

extension SystemView {
  private static let mostListed = 50

  private var figures: [Figure] {
    publication.twelveMonths.figures(ofSystem: system.name)
      .filter { FigureRecords.count(of: $0) > 0 }
  }

  /// Its figures over the last twelve months, a row each.
  var figureTable: [any Block] {
    let figures = figures
    guard !figures.isEmpty else {
      return [EmptyState("No record of the last twelve months names this system.")]
    }
    return [
      Note(
        "Systems differ in what is changed on them and how: compare a system with its own past, not with another. The targets of the policy are for all changes together."
      ),
      Table(
        "Figures of \(system.name)",
        [
          "Figure", .number("Value"), .number("Counted"), .number("Interval or median"),
          .number("Excluded"), "All systems",
        ],
        figures.map { figure in
          let records = LinkTarget.route(
            .systemFigures(system.name), fragment: figure.definition.slug)
          let spread = figure.spreadWords
          let excluded = figure.excluded.count
          return [
            RichText(figure.title), "\(figure.valueWords, to: records)",
            "\(figure.shareWords, to: records)",
            "\(spread ?? "–", to: spread.map { _ in records })",
            "\("\(excluded)", to: excluded > 0 ? records : nil)",
            "\("all changes", to: .figure(figure.definition.key, nil))",
          ]
        }),
    ]
  }

  /// The records behind each figure.
  func planFigureRecords() -> PlannedPage {
    PlannedPage(
      "\(system.name): figures", at: .systemFigures(system.name), in: .changes,
      below: [
        Breadcrumb(.changes), Breadcrumb("Systems", .systems),
        Breadcrumb(system.name, system.route),
      ], as: "Figures", publication
    ) {
      let sections = figures.map { figure in
        let records = FigureRecords(figure, in: publication.zone)
        return Section(
          figure.definition.slug, figure.title,
          [Paragraph("\(figure.chartWords); \(records.words).")]
            + records.blocks(atMost: Self.mostListed))
      }
      let none = EmptyState("No record of the last twelve months names this system.")
      return Document(
        kicker: system.name, title: "The records behind its figures",
        lead: RichText(
          publication.twelveMonths.words.map { "\($0.capitalisedFirst)." }
            ?? "Nothing has been measured yet."),
        sections.isEmpty ? [Section("records", "Records", [none])] : sections)
    }
  }
}

extension Figure {
  /// The interval of a rate, the median of a duration; nil where there is none.
  fileprivate var spreadWords: String? {
    switch self {
    case .rate(let rate): rate.interval.map(formatInterval)
    case .duration(let duration):
      duration.summary.map { "median \(formatDuration($0.median))" }
    case .count: nil
    }
  }
}
