import Markdown

/// A line of twelve periods or fewer without axes, with the target as a dashed line. `summary`
/// says the same in words.
package func drawSparkline(_ series: ChartSeries, summary: String) -> HTML {
  let (width, height, margin) = (240.0, 56.0, 6.0)
  let shown = ChartSeries(
    points: series.points.suffix(12), target: series.target, measure: series.measure)
  let axis = ValueAxis(
    over: shown.points.compactMap(\.value) + [series.target].compactMap(\.self),
    measure: series.measure)
  func y(_ value: Double) -> Double { axis.position(value, from: height - margin, to: margin) }
  func x(_ index: Int) -> Double {
    shown.points.count < 2
      ? width / 2
      : margin + Double(index) * (width - 2 * margin) / Double(shown.points.count - 1)
  }
  var writer = HTMLWriter()
  writer.open(
    "svg",
    [
      "class": "spark", "viewBox": "0 0 240 56", "preserveAspectRatio": "none", "role": "img",
      "aria-label": summary,
    ])
  if let target = series.target {
    writer.line("s-target", from: (0, y(target)), to: (width, y(target)))
  }
  for run in shown.runs {
    writer.polyline(
      "s-line", run.compactMap { index in shown.points[index].value.map { (x(index), y($0)) } })
  }
  // A line of no length with round ends stays round however the drawing is stretched.
  if let last = shown.points.indices.last, let value = shown.points[last].value {
    writer.line("s-end", from: (x(last), y(value)), to: (x(last), y(value)))
  }
  writer.close("svg")
  return writer.finish()
}
