import Foundation
import PolicyReading

/// The difference of two rates with its interval.
///
/// R. G. Newcombe, Interval estimation for the difference between independent proportions: comparison
/// of eleven methods, Statistics in Medicine 17 (1998), method 10: from the two score intervals. That
/// the intervals of two rates overlap does not say that the rates may be equal.
package struct RateDifference: Sendable, Hashable {
  /// Later less earlier; a difference of 1 is a hundred points.
  package let value: Double
  package let low: Double
  package let high: Double
  package let level: Double

  /// Nil where one of the two has no data.
  package init?(from earlier: RateFigure, to later: RateFigure) {
    guard let a = later.share, let b = earlier.share, let x = later.interval,
      let y = earlier.interval, x.level == y.level
    else { return nil }
    self.init(a.value, x, b.value, y)
  }

  init(_ later: Double, _ x: WilsonInterval, _ earlier: Double, _ y: WilsonInterval) {
    func root(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    value = later - earlier
    low = max(-1, value - root(later - x.low, y.high - earlier))
    high = min(1, value + root(x.high - later, earlier - y.low))
    level = x.level
  }

  /// The interval leaves out that the two are equal.
  package var isClear: Bool { low > 0 || high < 0 }
}

extension RateDifference {
  /// `22.2 points lower than in September (95% interval: 50.1 lower to 11.0 higher)`.
  package func words(than earlier: String) -> String {
    let interval =
      isClear
      ? "\(Self.points(min(abs(low), abs(high)))) to \(Self.points(max(abs(low), abs(high))))"
      : "\(Self.points(abs(low))) lower to \(Self.points(high)) higher"
    let note = "(\(formatLevel(level)) interval: \(interval))"
    if value == 0 { return "the same as \(earlier) \(note)" }
    return
      "\(Self.points(abs(value))) points \(value < 0 ? "lower" : "higher") than \(earlier) \(note)"
  }

  /// A share as points, with one decimal.
  private static func points(_ share: Double) -> String {
    let tenths = Int((abs(share) * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
