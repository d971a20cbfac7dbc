import Foundation

/// How likely a result at least as extreme as k of n is, where each of n has the same chance p.
///
/// The tails are exact. With mid-P, half of the chance of k itself counts: H. O. Lancaster,
/// Significance tests in discrete distributions, Journal of the American Statistical Association 56
/// (1961). It evens out that the exact tail of a whole number is nearly always larger than it is
/// said to be.
struct BinomialTail: Sendable {
  let k: Int
  let n: Int
  /// From 0 to 1.
  let chance: Double

  /// Nil for what is no k of n.
  init?(_ k: Int, of n: Int, chance: Double) {
    guard n > 0, (0...n).contains(k), (0...1).contains(chance) else { return nil }
    self.k = k
    self.n = n
    self.chance = chance
  }

  /// P(X = k).
  var point: Double {
    if chance == 0 { return k == 0 ? 1 : 0 }
    if chance == 1 { return k == n ? 1 : 0 }
    return exp(logChoose(n, k) + Double(k) * log(chance) + Double(n - k) * log1p(-chance))
  }

  /// P(X ≥ k).
  var upper: Double {
    k == 0 ? 1 : incompleteBeta(chance, Double(k), Double(n - k + 1))
  }

  /// P(X ≤ k).
  var lower: Double {
    k == n ? 1 : incompleteBeta(1 - chance, Double(n - k), Double(k + 1))
  }

  /// P(X > k) + ½·P(X = k).
  var upperMidP: Double { max(0, upper - point / 2) }

  /// P(X < k) + ½·P(X = k).
  var lowerMidP: Double { max(0, lower - point / 2) }
}
