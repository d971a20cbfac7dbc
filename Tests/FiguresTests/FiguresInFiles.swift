import Interchange
import PolicyReading

@testable import Figures

/// The figures of a period as reports and files of data hold them, with the records behind them.
func figuresJSON(_ figures: PeriodFigures) -> [UInt8] {
  var writer = JSONWriter()
  writer.object { DataFields(PeriodFigures.fields).write(figures, to: &$0) }
  return writer.finish()
}

/// The figures of a period, a line each, with the bounds of those that have them.
func figuresText(_ figures: PeriodFigures) -> String {
  figures.figures.map { figure in
    let bounds = if case .rate(let rate) = figure { rate.bounds } else { RateBounds?.none }
    let range = bounds.map {
      ", from \(formatShare($0.low.value)) to \(formatShare($0.high.value))"
    }
    return "\(figure.title) \(figure.valueText) \(figure.verdictText)\(range ?? "")"
  }.joined(separator: "\n")
}
