import Markdown

/// A line of twelve periods or fewer without axes, with the target as a dashed line. `summary`
/// says the same in words.
func drawSparkline(_ series: ChartSeries, summary: String) -> HTML {
  let (width, height, margin) = (240.0, 56.0, 6.0)
  let bounds = series.bounds(withIntervals: false)
  let points = series.points.suffix(12)
  func y(_ value: Double) -> Double {
    height - margin
      - (value - bounds.lowerBound) / (bounds.upperBound - bounds.lowerBound)
      * (height - 2 * margin)
  }
  func x(_ index: Int) -> Double {
    points.count < 2
      ? width / 2
      : margin + Double(index) * (width - 2 * margin) / Double(points.count - 1)
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
  var run: [(Double, Double)] = []
  for (index, point) in points.enumerated() {
    if let value = point.value {
      run.append((x(index), y(value)))
    } else {
      writer.polyline("s-line", run)
      run = []
    }
  }
  writer.polyline("s-line", run)
  // A line of no length with round ends stays round however the drawing is stretched.
  if let last = run.last { writer.line("s-end", from: last, to: last) }
  writer.close("svg")
  return writer.finish()
}

extension HTMLWriter {
  mutating func line(
    _ look: String, from start: (Double, Double), to end: (Double, Double)
  ) {
    open(
      "line",
      [
        "class": look, "x1": svgNumber(start.0), "y1": svgNumber(start.1),
        "x2": svgNumber(end.0), "y2": svgNumber(end.1),
      ])
    close("line")
  }

  /// A line through points; one alone is drawn as a short stroke, so that it can be seen.
  mutating func polyline(_ look: String, _ points: [(Double, Double)]) {
    guard let first = points.first else { return }
    let drawn = points.count > 1 ? points : [(first.0 - 2, first.1), (first.0 + 2, first.1)]
    let text = drawn.map { "\(svgNumber($0.0)),\(svgNumber($0.1))" }.joined(separator: " ")
    open("polyline", ["class": look, "points": text])
    close("polyline")
  }

  mutating func circle(_ look: String, at center: (Double, Double), radius: Double) {
    open(
      "circle",
      [
        "class": look, "cx": svgNumber(center.0), "cy": svgNumber(center.1),
        "r": svgNumber(radius),
      ])
    close("circle")
  }
}
