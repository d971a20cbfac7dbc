import Charts
import Figures

extension FigureSeries {
  /// The last twelve periods up to one of them as a sparkline shows them: values alone, without the
  /// names that a chart has room for.
  package func sparkline(upTo last: Int) -> ChartSeries {
    ChartSeries(
      points: points[max(0, last - 11)...last].map { point in
        ChartSeries.Point(name: "", tick: "", group: "", value: point.figure.value, words: "")
      },
      target: target?.boundValue, measure: points[0].figure.measure)
  }
}
