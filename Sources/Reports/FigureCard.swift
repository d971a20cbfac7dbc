import Charts
import Chronology
import Documents
import Figures
import Markdown

/// A figure in brief; its name leads to the figure's page, its share to the records behind it.
package struct FigureCard: TemplateModel {
  let name: RichText
  let value: String
  let share: RichText
  let verdict: String
  /// `met`, `missed` or `none`.
  let standing: String
  /// Nil where the evidence is clear.
  let evidence: String?
  let target: String
  let sparkline: HTML
  /// How the value stands to those before it.
  let trend: String
  /// The month that is not over; nil on a report, which is of one period.
  let soFar: String?

  package static let fields = TemplateFields<Self>(
    .rich("name", "The figure, with a link to its page.") { $0.name },
    .text("value", "Its value, with the unit.") { $0.value },
    .rich("share", "What it was counted over, with a link to the records.") { $0.share },
    .text("verdict", "Whether the target is met, in words.") { $0.verdict },
    .text("standing", "`met`, `missed` or `none`.") { $0.standing },
    .optionalText("evidence", "How far the evidence is from clear.") { $0.evidence },
    .text("target", "The target, in words.") { $0.target },
    .html("sparkline", "The values of the last twelve periods as a drawing.") { $0.sparkline },
    .text("trend", "How the value stands to those before it.") { $0.trend },
    .optionalText("soFar", "The month that is not over.") { $0.soFar })
}

extension [FigureCard] {
  /// The same for formats without cards.
  package var table: Table {
    Table(
      "The policy’s figures",
      ["Figure", "Value", "Counted", "Target", "Verdict"].map { .init($0) },
      map { card in
        [
          card.name, RichText(card.value), card.share, RichText(card.target),
          RichText([card.verdict, card.evidence].compactMap(\.self).joined(separator: ", ")),
        ]
      })
  }
}

extension FigureCard {
  /// A figure of a report.
  init(_ reported: ReportedFigure) {
    let figure = reported.figure
    let verdict = figure.verdict ?? .noData
    name = RichText([.link(.figure(reported.key, nil), reported.title)])
    value = figure.valueWords
    share = RichText([.link(.figure(reported.key, reported.period), figure.shareWords)])
    self.verdict =
      figure.target == nil
      ? "no target" : verdict == .noData ? "nothing to judge" : verdict.text
    standing = figure.target == nil ? "none" : verdict.standing
    evidence = figure.doubtWords
    target = figure.target.map { "Target: \($0.shortWords)" } ?? "The policy sets no target"
    let series = reported.series
    sparkline =
      series.map { series in
        let drawn = series.sparkline(upTo: series.points.count - 1)
        return drawSparkline(
          drawn,
          summary: "\(figure.title), \(drawn.points.count) \(reported.period.kind.plural) up to "
            + DisplayTime.period(reported.period))
      } ?? .empty
    trend =
      series.flatMap { headlineCourse(of: $0, at: reported.period) }?.capitalisedFirst ?? ""
    soFar = nil
  }
}

extension FigureCard {
  /// The last month of a figure's course that is over.
  package init(_ judged: JudgedCourse) {
    let course = judged.series
    let month = judged.current
    let key = judged.key
    let series = course.sparkline(upTo: course.current)
    let verdict = month.figure.verdict ?? .noData
    let running = course.points.last.flatMap { $0.isProvisional ? $0 : nil }
    let earlier = course.current > 0 ? course.points[course.current - 1] : nil
    name = RichText([.link(.figure(key, nil), judged.title)])
    value = month.figure.valueWords
    // The records of a target for some changes stand among those of all.
    let records = LinkTarget.figure(key, judged.isWhole ? month.period : nil)
    share = RichText([.link(records, month.figure.shareWords)])
    self.verdict = verdict == .noData ? "nothing to judge" : verdict.text
    standing = verdict.standing
    evidence = month.figure.doubtWords
    target = course.target.map { "Target: \($0.shortWords)" } ?? "No target"
    sparkline = drawSparkline(
      series,
      summary:
        "\(judged.title), \(counted(series.points.count, "month", "months")) up to \(DisplayTime.period(month.period))"
    )
    trend =
      earlier.flatMap { month.figure.trendWords(since: $0)?.capitalisedFirst }
      ?? "No month before to compare with"
    soFar = Self.soFar(running, isShown: month.isProvisional)
  }

  private static func soFar(_ running: FigureSeries.Point?, isShown: Bool) -> String {
    guard let running else { return "The next month has not begun" }
    if isShown { return "The month is not over" }
    let name = DisplayTime.name(ofMonth: running.period.firstDay.month)
    guard running.figure.count > 0 else { return "\(name) so far: no data" }
    return "\(name) so far: \(running.figure.valueWords), \(running.figure.shareWords)"
  }
}

extension Verdict {
  /// The part of a class that gives it its mark.
  var standing: String {
    switch self {
    case .met: "met"
    case .missed: "missed"
    case .noData: "none"
    }
  }
}
