/// A figure over consecutive periods, as charts draw it.
struct ChartSeries: Sendable {
  struct Point: Sendable {
    /// Of the period: `2026-03`.
    let label: String
    /// Under the axis: `Mar`.
    let shortLabel: String
    /// Nil where there is no data.
    let value: Double?
    /// The ends of its interval; nil where it has none.
    let low: Double?
    let high: Double?
    /// The period is not over.
    let isProvisional: Bool
  }

  /// The earliest first.
  let points: [Point]
  /// Nil where the policy sets none.
  let target: Double?
  /// A share between 0 and 1; otherwise seconds.
  let isShare: Bool

  /// The values that a vertical axis reaches over: those of the points, of the target, and of the
  /// intervals where they are drawn; never of no height.
  func bounds(withIntervals: Bool) -> ClosedRange<Double> {
    var all = points.compactMap(\.value)
    if withIntervals { all += points.flatMap { [$0.low, $0.high].compactMap(\.self) } }
    if let target { all.append(target) }
    guard var low = all.min(), var high = all.max() else { return 0...1 }
    let margin = max((high - low) * 0.1, isShare ? 0.01 : 60)
    low = max(0, low - margin)
    high += margin
    if isShare { high = min(1, high) }
    return low...max(high, low + (isShare ? 0.01 : 60))
  }
}
