import Chronology
import Interchange
import PolicyReading

/// One figure over many periods in their order, as comma-separated values: a row a period. Shares
/// lie between 0 and 1, durations are seconds, ids are separated by blanks, and what is not known
/// is empty.
package func renderFigureCSV(_ definition: FigureDefinition, _ all: [PeriodFigures]) -> [UInt8] {
  let isDuration = all.first?.duration(definition.key) != nil
  var writer = CSVWriter(header: isDuration ? durationHeader : rateHeader)
  for figures in all {
    guard let figure = figures[key: definition.key] else { continue }
    writer.text(figures.period.kind.rawValue)
    writer.text(figures.period.label)
    writer.text(figures.isProvisional ? "true" : "false")
    switch figure {
    case .rate(let rate): writer.fields(of: rate)
    case .duration(let duration): writer.fields(of: duration)
    }
    writer.endRow()
  }
  return writer.bytes
}

private let periodHeader = ["kind", "period", "provisional"]

private let rateHeader =
  periodHeader + [
    "k", "n", "value", "low", "high", "target", "verdict", "evidence", "changes_needed",
    "numerator_ids", "ids", "excluded_ids",
  ]

private let durationHeader =
  periodHeader + [
    "n", "value", "median", "p90", "min", "max", "target", "verdict", "ids", "excluded_ids",
  ]

extension CSVWriter {
  fileprivate mutating func fields(of rate: RateFigure) {
    number(rate.numerator)
    number(rate.denominator)
    number(rate.share?.value)
    number(rate.interval?.low)
    number(rate.interval?.high)
    text(rate.target?.text)
    text(rate.verdict?.rawValue)
    text(rate.evidence?.key)
    number(rate.evidence?.changesNeeded)
    text(rate.numeratorIDs.joined(separator: " "))
    text(rate.counted.map(\.id).joined(separator: " "))
    text(rate.excluded.map(\.id).joined(separator: " "))
  }

  fileprivate mutating func fields(of duration: DurationFigure) {
    number(duration.count)
    number(duration.summary?.mean)
    number(duration.summary?.median)
    number(duration.summary?.p90)
    number(duration.summary?.shortest)
    number(duration.summary?.longest)
    text(duration.target?.text)
    text(duration.verdict?.rawValue)
    text(duration.durations.map(\.id).joined(separator: " "))
    text(duration.excluded.map(\.id).joined(separator: " "))
  }
}
