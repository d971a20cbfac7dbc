/// A level of confidence and the quantile that belongs to it.
package struct Confidence: Sendable, Hashable {
  /// More than 0 and less than 1.
  package let level: Double
  /// The standard normal quantile at (1 + level) / 2.
  let quantile: Double

  /// - Precondition: `level` is more than 0 and less than 1.
  package init(level: Double) {
    precondition(level > 0 && level < 1, "a confidence level lies between 0 and 1")
    self.level = level
    quantile = normalQuantile((1 + level) / 2)
  }
}

/// The score interval of a proportion.
///
/// E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of
/// the American Statistical Association 22 (1927), without a correction for continuity.
package struct WilsonInterval: Sendable, Hashable {
  /// From 0; 0 exactly where k is 0.
  package let low: Double
  /// Up to 1; 1 exactly where k is n.
  package let high: Double
  package let level: Double

  /// - Precondition: `n` is greater than zero and `k` from 0 to `n`.
  package init(_ k: Int, of n: Int, at confidence: Confidence) {
    precondition(n > 0 && k >= 0 && k <= n, "an interval needs k of n with n above zero")
    let (k, n) = (Double(k), Double(n))
    let share = k / n
    let squared = confidence.quantile * confidence.quantile
    let scale = 1 + squared / n
    let centre = (share + squared / (2 * n)) / scale
    let half =
      confidence.quantile / scale
      * (share * (1 - share) / n + squared / (4 * n * n)).squareRoot()
    low = k == 0 ? 0 : max(0, centre - half)
    high = k == n ? 1 : min(1, centre + half)
    level = confidence.level
  }
}
