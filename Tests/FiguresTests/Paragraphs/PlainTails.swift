import Foundation

/// Tails by summing the chances one by one.
enum PlainTails {
  /// P(X beyond k) + ½·P(X = k) of n with a chance.
  static func midP(_ k: Int, of n: Int, chance: Double, up: Bool) -> Double {
    func point(_ i: Int) -> Double {
      exp(
        choose(n, i) + (i == 0 ? 0 : Double(i) * log(chance))
          + (i == n ? 0 : Double(n - i) * log(1 - chance)))
    }
    let beyond = up ? Array(0...n).suffix(n - k) : Array(0...n).prefix(k)
    return beyond.reduce(point(k) / 2) { $0 + point($1) }
  }

  /// Fisher's exact test, one side: the chance of k or less, or of k or more, among n where K of N
  /// others have it.
  static func fisher(_ k: Int, of n: Int, against hits: Int, of units: Int, up: Bool) -> Double {
    let all = k + hits
    func point(_ i: Int) -> Double {
      guard i <= n, all - i >= 0, all - i <= units else { return 0 }
      return exp(choose(n, i) + choose(units, all - i) - choose(n + units, all))
    }
    return (up ? Array(k...n) : Array(0...k)).reduce(0) { $0 + point($1) }
  }

  private static func choose(_ n: Int, _ k: Int) -> Double {
    lgamma(Double(n) + 1) - lgamma(Double(k) + 1) - lgamma(Double(n - k) + 1)
  }
}
