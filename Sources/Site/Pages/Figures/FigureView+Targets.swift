import Documents
import Figures
import PolicyReading
import Reports

extension FigureView {
  /// Months shown; the report of a month, and the data, have them all.
  private static let monthsOfTargets = 12

  /// Every target month by month, the latest first, where some are set for some of the changes only:
  /// the chart and the other tables are of all changes. Empty where none is.
  var targetTable: [any Block] {
    let targets = history.targets
    guard targets.contains(where: { !$0.isWhole }) else { return [] }
    return [
      Table(
        "\(months.title): each target by month, the latest first",
        ["Month"]
          + targets.map {
            .init($0.current.figure.target?.shortWords.capitalisedFirst ?? $0.title)
          },
        months.points.suffix(Self.monthsOfTargets).reversed().map { month in
          [RichText(month.name)]
            + targets.map { target in
              target.series.points.first { $0.period == month.period }?.figure.judged ?? "–"
            }
        })
    ]
  }
}

extension Figure {
  /// Value and verdict in one cell: `1 h 20 min, mean of 4 changes, met`.
  fileprivate var judged: RichText {
    guard let verdict else { return "–" }
    guard verdict != .noData else { return RichText(valueText) }
    return "\(valueText), \(verdictAndDoubt)"
  }
}
