import Documents
import Chronology
import Figures
import Findings
import PolicyReading
import SourceText

extension PeriodReport {
  /// The figures with a target, each with its verdict and whether it is more than noise.
  var figuresSection: Section {
    let shown = mainFigures
    return Section(
      "figures", "The policy’s figures",
      [FigureCards(shown)] + (shown.isEmpty ? [] : [Note(evidenceNote)]))
  }

  private var evidenceNote: RichText {
    RichText(Figures.evidenceNote(at: figures.confidence))
  }

  /// The same as a small table, for those who look at a week.
  var figureTableSection: Section {
    let rows = mainFigures.map { reported -> [RichText] in
      let figure = reported.figure
      return [
        RichText([.link(.figure(reported.key, nil), reported.title)]),
        value(of: figure, in: period), target(of: figure), verdict(of: figure),
      ]
    }
    return Section(
      "figures", "The policy’s figures",
      [
        Table(
          "Figures of the \(period.kind.rawValue)",
          ["Figure", "Value", "Target", "Verdict"].map { .init($0) }, rows),
        Note(
          "One \(period.kind.rawValue) is nearly always too short to judge a figure by; the reports of months and quarters do."
        ),
      ])
  }

  /// The figures over the parts of the period, and over the periods before it.
  var effectivenessSections: [Section] {
    let earlier = Array(course.suffix(5))
    var blocks: [any Block] = []
    if !parts.isEmpty {
      blocks.append(
        figureTable(
          "Figures by \(parts[0].period.kind.rawValue), and of the whole \(period.kind.rawValue)",
          targetedFigures, over: parts + [figures]))
    }
    if earlier.count > 1 {
      blocks.append(
        figureTable(
          "Figures of this \(period.kind.rawValue) and the \(earlier.count == 2 ? "one" : "\(earlier.count - 1)") before it",
          figures.figures, over: earlier))
    } else {
      blocks.append(
        Note("There is no \(period.kind.rawValue) before this one recorded to compare it with."))
    }
    return [Section("effectiveness", "Performance against policy", blocks)]
  }

  /// A row a figure, a column a period.
  private func figureTable(
    _ caption: String, _ figures: [Figure], over periods: [PeriodFigures]
  ) -> Table {
    let columns =
      [Table.Column("Figure")]
      + periods.map {
        Table.Column(
          DisplayTime.period($0.period).capitalisedFirst
            + ($0.isProvisional ? ", provisional" : ""),
          isNumber: true)
      }
    let rows = figures.map { figure -> [RichText] in
      [RichText([.link(.figure(figure.definition.key, nil), figure.title)])]
        + periods.map { period in
          period[key: figure.definition.key].map { cell(of: $0, in: period.period) } ?? "–"
        }
    }
    return Table(caption, columns, rows)
  }

  /// Value and verdict: `77.8%, 7 of 9, missed`.
  private func cell(of figure: Figure, in period: Period) -> RichText {
    let value = value(of: figure, in: period)
    guard let verdict = figure.verdict, verdict != .noData else { return value }
    return "\(value), \(Inline.mark(verdict.tone, verdict.text))"
  }

  func value(of figure: Figure, in period: Period) -> RichText {
    RichText([.link(.figure(figure.definition.key, period), figure.valueText)])
  }

  func target(of figure: Figure) -> RichText {
    guard let target = figure.target else { return "none" }
    return RichText([.link(.clause(target.reference), target.shortWords)])
  }

  func verdict(of figure: Figure) -> RichText {
    guard let verdict = figure.verdict else { return "no target" }
    let words = RichText([.mark(verdict.tone, verdict.text)])
    guard let doubt = figure.doubtWords else { return words }
    return "\(words), \(Inline.mark(.doubtful, doubt))"
  }
}
