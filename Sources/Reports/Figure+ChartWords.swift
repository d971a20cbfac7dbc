import Documents
import Charts
import Chronology
import Figures

extension Figure {
  /// What its values are.
  package var measure: ChartSeries.Measure {
    switch self {
    case .rate: .share
    case .duration: .seconds
    case .count: .count
    }
  }

  /// `96.4%, 27 of 28`: as charts say it.
  package var chartWords: String { value == nil ? valueWords : "\(valueWords), \(shareWords)" }
}
