import Chronology
import Figures
import Interchange
import PolicyReading

/// One figure of one period.
package struct FigureRow: Sendable {
  let period: PeriodFigures
  let figure: Figure

  /// Period after period in the order given, the figures in that of the catalogue.
  package static func list(_ figures: [PeriodFigures]) -> [FigureRow] {
    figures.flatMap { period in
      period.figures.map { FigureRow(period: period, figure: $0) }
    }
  }

  private var rate: RateFigure? { if case .rate(let rate) = figure { rate } else { nil } }

  private var duration: DurationSummary? {
    if case .duration(let duration) = figure { duration.summary } else { nil }
  }

  /// A share between 0 and 1, a mean or median in seconds, or a number; nil where nothing is known.
  private var value: Double? { figure.value }
}

extension FigureRow {
  package static let columns = [
    "figure", "title", "kind", "period", "start", "end", "provisional", "k", "n", "value", "low",
    "high", "median", "p90", "min", "max", "target", "verdict", "evidence", "changes_needed",
    "numerator_ids", "ids", "excluded_ids",
  ]

  /// The fields under `columns`: `kind` is that of the period. Shares lie between 0 and 1,
  /// durations are seconds, ids are separated by blanks.
  package func write(to writer: inout CSVWriter) {
    writer.text(figure.definition.key)
    writer.text(figure.title)
    writer.text(period.period.kind.rawValue)
    writer.text(period.period.label)
    writer.instant(period.period.interval.start)
    writer.instant(period.period.interval.end)
    writer.text(period.isProvisional ? "true" : "false")
    writer.number(rate?.numerator)
    writer.number(figure.count)
    writer.number(value)
    writer.number(rate?.interval?.low)
    writer.number(rate?.interval?.high)
    writer.number(duration?.median)
    writer.number(duration?.p90)
    writer.number(duration?.shortest)
    writer.number(duration?.longest)
    writer.text(figure.target?.text)
    writer.text(figure.verdict?.rawValue)
    writer.text(rate?.evidence?.key)
    writer.number(rate?.changesNeeded)
    writer.text(rate?.numeratorIDs.joined(separator: " "))
    writer.text(figure.countedIDs.joined(separator: " "))
    writer.text(figure.excluded.map(\.id).joined(separator: " "))
  }

  /// The same under the same names, ids as lists.
  package func write(to writer: inout JSONWriter) {
    writer.member("changes_needed", rate?.changesNeeded)
    writer.member("end", period.period.interval.end)
    writer.member("evidence", rate?.evidence?.key)
    writer.array("excluded_ids", figure.excluded.map(\.id))
    writer.member("figure", figure.definition.key)
    writer.member("high", rate?.interval?.high)
    writer.array("ids", figure.countedIDs)
    writer.member("k", rate?.numerator)
    writer.member("kind", period.period.kind.rawValue)
    writer.member("low", rate?.interval?.low)
    writer.member("max", duration?.longest)
    writer.member("median", duration?.median)
    writer.member("min", duration?.shortest)
    writer.member("n", figure.count)
    writer.array("numerator_ids", rate?.numeratorIDs ?? [])
    writer.member("p90", duration?.p90)
    writer.member("period", period.period.label)
    writer.member("provisional", period.isProvisional)
    writer.member("start", period.period.interval.start)
    writer.member("target", figure.target?.text)
    writer.member("title", figure.title)
    writer.member("value", value)
    writer.member("verdict", figure.verdict?.rawValue)
  }
}
