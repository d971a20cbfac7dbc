import PolicyReading

/// What a list of durations comes to, in seconds.
package struct DurationSummary: Sendable, Hashable {
  package let count: Int
  package let total: Int64
  package let shortest: Int64
  package let longest: Int64
  package let median: Double
  /// The 90th percentile; nil of fewer than ten, of which it would be little else than the longest.
  package let p90: Double?

  static let fewestForPercentile = 10

  /// For showing; comparisons use `total` and `count`.
  package var mean: Double { Double(total) / Double(count) }

  /// Nil of an empty list.
  package init?(_ durations: [Int64]) {
    let sorted = durations.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    count = sorted.count
    total = sorted.reduce(0, +)
    shortest = first
    longest = last
    median = quantile(tenths: 5, of: sorted)
    p90 = sorted.count < Self.fewestForPercentile ? nil : quantile(tenths: 9, of: sorted)
  }

  func meets(_ statistic: Target.Statistic, _ comparison: Target.Comparison, _ bound: Int64) -> Bool
  {
    switch statistic {
    case .mean: meanMeets(comparison, bound)
    // A median is a whole number of seconds or a half.
    case .median: comparison.holds(median, Double(bound))
    }
  }

  /// Compares the sum with n times the bound, so that nothing is rounded.
  func meanMeets(_ comparison: Target.Comparison, _ bound: Int64) -> Bool {
    let (scaled, overflow) = bound.multipliedReportingOverflow(by: Int64(count))
    return comparison.holds(total, overflow ? (bound < 0 ? .min : .max) : scaled)
  }
}

/// The quantile at so many tenths, by linear interpolation between order statistics: definition 7
/// of R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages, The American
/// Statistician 50 (1996). Computed in tenths of a second, without rounding until the end.
///
/// - Precondition: `sorted` is not empty, and `tenths` from 0 to 10.
private func quantile(tenths: Int, of sorted: [Int64]) -> Double {
  let (index, part) = ((sorted.count - 1) * tenths).quotientAndRemainder(dividingBy: 10)
  let lower = sorted[index]
  let upper = sorted[min(index + 1, sorted.count - 1)]
  return Double(lower * 10 + (upper - lower) * Int64(part)) / 10
}
