import Chronology
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

  private var perWeek: Double? {
    if case .count(let count) = figure { count.perWeek } else { nil }
  }

  /// n; nil for a number that is not known.
  private var count: Int? {
    if case .count(let count) = figure { count.known } else { figure.count }
  }

  private var duration: DurationSummary? {
    if case .duration(let duration) = figure { duration.summary } else { nil }
  }
}

extension FigureRow {
  /// `kind` is that of the period. Shares lie between 0 and 1, durations are seconds.
  package static let fields = DataFields<FigureRow> {
    DataField("figure", .text) { $0.figure.definition.key }
    DataField("title", .text) { $0.figure.title }
    DataField("kind", .oneOf) { $0.period.period.kind }
    DataField("period", .text) { $0.period.period.label }
    DataField("start", .instant) { $0.period.period.interval.start }
    DataField("end", .instant) { $0.period.period.interval.end }
    DataField("provisional", .boolean) { $0.period.isProvisional }
    DataField("k", .optional(.integer)) { $0.rate?.numerator }
    DataField("n", .optional(.integer)) { $0.count }
    DataField("value", .optional(.number)) { $0.figure.value }
    DataField("low", .optional(.number)) { $0.rate?.interval?.low }
    DataField("high", .optional(.number)) { $0.rate?.interval?.high }
    DataField("median", .optional(.number)) { $0.duration?.median }
    DataField("p90", .optional(.number)) { $0.duration?.p90 }
    DataField("min", .optional(.integer)) { $0.duration?.shortest }
    DataField("max", .optional(.integer)) { $0.duration?.longest }
    DataField("target", .optionalText) { $0.figure.target?.text }
    DataField("verdict", .optional(.oneOf)) { $0.figure.verdict }
    DataField("evidence", .optionalText) { $0.rate?.evidence?.key }
    DataField("changes_needed", .optional(.integer)) { $0.rate?.changesNeeded }
    DataField("numerator_ids", .texts) { $0.rate?.numeratorIDs ?? [] }
    DataField("ids", .texts) { $0.figure.countedIDs }
    DataField("excluded_ids", .texts) { $0.figure.excluded.map(\.id) }
    DataField("excluded_reasons", .texts, "In the order of the excluded ids.") {
      $0.figure.excluded.map(\.reason.rawValue)
    }
    DataField("per_week", .optional(.number)) { $0.perWeek }
  }
}

/// One figure over many periods in their order, as comma-separated values: a row a period, with the columns
/// that figures of its kind have.
package func renderFigureCSV(_ definition: FigureDefinition, _ all: [PeriodFigures]) -> [UInt8] {
  let rows = all.compactMap { period in
    period[definition].map { FigureRow(period: period, figure: $0) }
  }
  return renderCSV(rows, rows.first?.table ?? FigureRow.ofRates)
}

extension FigureRow {
  fileprivate var table: DataFields<FigureRow> {
    switch figure {
    case .rate: Self.ofRates
    case .duration: Self.ofDurations
    case .count: Self.ofCounts
    }
  }

  fileprivate static let ofRates = fields.table(of: [
    "kind", "period", "provisional", "k", "n", "value", "low", "high", "target", "verdict",
    "evidence", "changes_needed", "numerator_ids", "ids", "excluded_ids", "excluded_reasons",
  ])
  private static let ofDurations = fields.table(of: [
    "kind", "period", "provisional", "n", "value", "median", "p90", "min", "max", "target",
    "verdict", "ids", "excluded_ids", "excluded_reasons",
  ])
  private static let ofCounts = fields.table(of: [
    "kind", "period", "provisional", "n", "per_week", "ids", "excluded_ids", "excluded_reasons",
    "target", "verdict",
  ])
}
