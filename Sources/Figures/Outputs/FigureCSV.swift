import Chronology
import Interchange
import PolicyReading

/// One figure over many periods in their order, as comma-separated values: a row a period. Shares
/// lie between 0 and 1, durations are seconds, ids are separated by blanks, the reasons in the
/// order of the excluded ids, and what is not known is empty.
package func renderFigureCSV(_ definition: FigureDefinition, _ all: [PeriodFigures]) -> [UInt8] {
  var writer = CSVWriter(header: all.first?[definition]?.header ?? rateHeader)
  for figures in all {
    guard let figure = figures[definition] else { continue }
    writer.text(figures.period.kind.rawValue)
    writer.text(figures.period.label)
    writer.text(figures.isProvisional ? "true" : "false")
    switch figure {
    case .rate(let rate): writer.fields(of: rate)
    case .duration(let duration): writer.fields(of: duration)
    case .count(let count): writer.fields(of: count)
    }
    writer.endRow()
  }
  return writer.bytes
}

extension Figure {
  fileprivate var header: [String] {
    switch self {
    case .rate: rateHeader
    case .duration: durationHeader
    case .count: countHeader
    }
  }
}

private let periodHeader = ["kind", "period", "provisional"]

private let rateHeader =
  periodHeader + [
    "k", "n", "value", "low", "high", "target", "verdict", "evidence", "changes_needed",
    "numerator_ids", "ids", "excluded_ids", "excluded_reasons",
  ]

private let durationHeader =
  periodHeader + [
    "n", "value", "median", "p90", "min", "max", "target", "verdict", "ids", "excluded_ids",
    "excluded_reasons",
  ]

private let countHeader =
  periodHeader + [
    "n", "per_week", "ids", "excluded_ids", "excluded_reasons", "target", "verdict",
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
    number(rate.changesNeeded)
    beginTexts()
    for record in rate.counted where record.inNumerator { add(record.id) }
    endTexts()
    beginTexts()
    for record in rate.counted { add(record.id) }
    endTexts()
    excluded(rate.excluded)
  }

  fileprivate mutating func fields(of duration: DurationFigure) {
    number(duration.count)
    number(duration.leadingValue)
    number(duration.summary?.median)
    number(duration.summary?.p90)
    number(duration.summary?.shortest)
    number(duration.summary?.longest)
    text(duration.target?.text)
    text(duration.verdict?.rawValue)
    beginTexts()
    for measured in duration.durations { add(measured.id) }
    endTexts()
    excluded(duration.excluded)
  }

  fileprivate mutating func fields(of count: CountFigure) {
    number(count.known)
    number(count.perWeek)
    beginTexts()
    for id in count.countedIDs { add(id) }
    endTexts()
    excluded(count.excluded)
    text(count.target?.text)
    text(count.verdict?.rawValue)
  }

  private mutating func excluded(_ records: [ExcludedRecord]) {
    beginTexts()
    for record in records { add(record.id) }
    endTexts()
    beginTexts()
    for record in records { add(record.reason.rawValue) }
    endTexts()
  }
}
