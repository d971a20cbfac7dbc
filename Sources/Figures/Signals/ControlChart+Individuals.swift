import Chronology

extension ControlChart {
  /// Limits x̄ ± 2.66 · the mean of the moving ranges, not below 0: D. J. Wheeler, Understanding
  /// variation, 1993. 2.66 is 3 divided by 1.128, the mean range of two normal values in standard
  /// deviations.
  ///
  /// The individuals are the means of periods and not the times of single changes: those are far
  /// from symmetric, and limits around them would call every long one a signal. A mean of few
  /// changes moves more than one of many; the limits take both alike.
  static func individuals(_ values: [(period: Period, value: Double)]) -> ControlChart {
    let centre = values.reduce(0) { $0 + $1.value } / Double(values.count)
    let ranges = zip(values.dropFirst(), values).map { abs($0.value - $1.value) }
    let half = 3 / 1.128 * ranges.reduce(0, +) / Double(max(1, ranges.count))
    let points = values.map {
      Point(
        period: $0.period, value: $0.value, lower: max(0, centre - half), upper: centre + half)
    }
    return ControlChart(method: .individuals, points: points, centre: centre)
  }
}
