import Chronology
import Markdown

/// A figure over its periods: a point for each, the bar of its interval behind it, the target as a
/// dashed line with its words at its end. A hollow point is provisional.
struct CourseChart {
  let series: ChartSeries
  /// What the chart shows, in one sentence, for those who cannot see it.
  let summary: String
  /// At the end of the target line.
  let targetLabel: String

  private let width = 880.0
  private let height = 300.0
  private let left = 64.0
  private let right = 745.0
  private let top = 16.0
  private let bottom = 250.0

  init(_ series: ChartSeries, summary: String, targetLabel: String) {
    self.series = series
    self.summary = summary
    self.targetLabel = targetLabel
  }

  func html() -> HTML {
    var writer = HTMLWriter()
    writer.open("svg", ["class": "chart", "viewBox": "0 0 880 300", "role": "img"])
    writer.element("title", summary)
    writeGrid(to: &writer)
    writeMonths(to: &writer)
    for (index, point) in series.points.enumerated() {
      guard let low = point.low, let high = point.high else { continue }
      writer.line("s-band", from: (x(index), y(low)), to: (x(index), y(high)))
    }
    if let target = series.target {
      writer.line("s-target", from: (left, y(target)), to: (right, y(target)))
      writer.element(
        "text",
        ["class": "s-label", "x": svgNumber(right + 8), "y": svgNumber(y(target) + 4)],
        targetLabel)
    }
    writeCourse(to: &writer)
    writer.close("svg")
    return writer.finish()
  }

  private func writeCourse(to writer: inout HTMLWriter) {
    var run: [(Double, Double)] = []
    for (index, point) in series.points.enumerated() {
      if let value = point.value {
        run.append((x(index), y(value)))
      } else {
        if run.count > 1 { writer.polyline("s-line", run) }
        run = []
      }
    }
    if run.count > 1 { writer.polyline("s-line", run) }
    for (index, point) in series.points.enumerated() {
      guard let value = point.value else { continue }
      writer.circle(
        point.isProvisional ? "s-open" : "s-dot", at: (x(index), y(value)), radius: 4)
    }
  }

  private func writeGrid(to writer: inout HTMLWriter) {
    for tick in ticks {
      writer.line("s-grid", from: (left, y(tick)), to: (right, y(tick)))
      writer.element(
        "text",
        [
          "class": "s-text", "x": svgNumber(left - 8), "y": svgNumber(y(tick) + 4),
          "text-anchor": "end",
        ], label(tick))
    }
    writer.line("s-axis", from: (left, bottom), to: (right, bottom))
  }

  private func writeMonths(to writer: inout HTMLWriter) {
    let step = max(1, (series.points.count + 12) / 13)
    for (index, point) in series.points.enumerated() where index % step == 0 {
      writer.element(
        "text",
        [
          "class": "s-text", "x": svgNumber(x(index)), "y": svgNumber(bottom + 20),
          "text-anchor": "middle",
        ], point.shortLabel)
      let year = String(point.label.prefix(4))
      if index == 0 || (index >= step && series.points[index - step].label.prefix(4) != year) {
        writer.element(
          "text",
          [
            "class": "s-text", "x": svgNumber(x(index)), "y": svgNumber(bottom + 38),
            "text-anchor": "middle",
          ], year)
      }
    }
  }

  private func x(_ index: Int) -> Double {
    let count = series.points.count
    let inset = 18.0
    guard count > 1 else { return (left + right) / 2 }
    return left + inset + Double(index) * (right - left - 2 * inset) / Double(count - 1)
  }

  private func y(_ value: Double) -> Double {
    let bounds = series.bounds(withIntervals: true)
    let share = (value - bounds.lowerBound) / (bounds.upperBound - bounds.lowerBound)
    return bottom - min(max(share, 0), 1) * (bottom - top)
  }

  /// Round values inside the axis, at most seven.
  private var ticks: [Double] {
    let bounds = series.bounds(withIntervals: true)
    let steps: [Double] =
      series.isShare
      ? [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25]
      : [60, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400, 172_800, 604_800]
    let span = bounds.upperBound - bounds.lowerBound
    let step = steps.first { span / $0 <= 6 } ?? span / 5
    let first = (bounds.lowerBound / step).rounded(.up)
    let last = (bounds.upperBound / step + 1e-9).rounded(.down)
    guard first <= last else { return [] }
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }

  private func label(_ tick: Double) -> String {
    guard series.isShare else { return DurationText.describe(seconds: Int64(tick.rounded())) }
    let tenths = Int((tick * 1000).rounded())
    let rest = tenths % 10 == 0 ? "" : ".\(tenths % 10)"
    return "\(tenths / 10)\(rest) %"
  }
}
