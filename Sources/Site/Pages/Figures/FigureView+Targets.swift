import Chronology
import Documents
import Figures
import Markdown
import PolicyReading

extension FigureView {
  /// Months shown; the report of a month, and the data, have them all.
  private static let monthsOfTargets = 12

  /// Every target month by month, the latest first, where some are set for some of the changes only:
  /// the chart and the other tables are of all changes. Empty where none is.
  var targetTable: HTML {
    let targets = history.targets
    guard targets.contains(where: { !$0.isWhole }) else { return .empty }
    var writer = HTMLWriter()
    writer.openTable(
      "\(months.title): each target by month, the latest first",
      [("Month", false)]
        + targets.map { ($0.current.figure.target?.shortWords.capitalisedFirst ?? $0.title, false) }
    )
    for month in months.points.suffix(Self.monthsOfTargets).reversed() {
      writer.open("tr")
      writer.open("th", "scope", "row")
      writer.text(DisplayTime.period(month.period).capitalisedFirst)
      if month.isProvisional { writer.text(", provisional") }
      writer.close("th")
      for target in targets {
        writer.open("td")
        writer.judged(target.series.points.first { $0.period == month.period }?.figure)
        writer.close("td")
      }
      writer.close("tr")
    }
    writer.closeTable()
    return writer.finish()
  }
}

extension HTMLWriter {
  /// Value and verdict in one cell: `1 h 20 min, mean of 4 changes, met`.
  fileprivate mutating func judged(_ figure: Figure?) {
    guard let figure, let verdict = figure.verdict else { return text("–") }
    text(figure.valueText)
    guard verdict != .noData else { return }
    text(", ")
    element("span", "class", verdict.mark, verdict.text)
    guard let doubt = figure.doubtWords else { return }
    text(" ")
    element("span", class: "few", doubt)
  }
}
