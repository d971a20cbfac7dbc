import PolicyReading

/// Whether a verdict on a rate would be the same if chance had fallen out otherwise.
package enum EvidenceVerdict: Sendable, Hashable {
  case clear
  /// So few changes could have come out on the other side of the target by chance.
  case tooFew
  /// The known outcomes are clear; with the unknown ones they need not be.
  case unknownOutcomes

  /// As it stands in files.
  package var key: String {
    switch self {
    case .clear: "clear"
    case .tooFew: "too_few"
    case .unknownOutcomes: "unknown_outcomes"
    }
  }
}

/// A target that is a share, with the level at which a verdict on it is clear.
struct ShareTarget: Sendable {
  let comparison: Target.Comparison
  let bound: Ratio
  let confidence: Confidence

  /// Met by arithmetic, and so clearly that a process that just misses the target would seldom get
  /// there: the mid-P tail beyond k is less than half of what the level leaves.
  func isClearlyMet(_ k: Int, of n: Int) -> Bool {
    guard n > 0, comparison.holds(Ratio(k, n), bound) else { return false }
    return isBeyond(k, of: n, upwards: comparison.isFloor)
  }

  /// Missed by arithmetic, and so clearly that a process that just meets it would seldom fall there.
  func isClearlyMissed(_ k: Int, of n: Int) -> Bool {
    guard n > 0, !comparison.holds(Ratio(k, n), bound) else { return false }
    return isBeyond(k, of: n, upwards: !comparison.isFloor)
  }

  private func isBeyond(_ k: Int, of n: Int, upwards: Bool) -> Bool {
    guard let tail = BinomialTail(k, of: n, chance: bound.value) else { return false }
    let chance = upwards ? tail.upperMidP : tail.lowerMidP
    // A tail of exactly the level, as of 0 of 1 against 95%, is not beyond it, whatever rounding
    // makes of it.
    return chance < (1 - confidence.level) / 2 * (1 - 1e-9)
  }

  /// The evidence of k of n, and of both bounds where outcomes are unknown. Nil without data.
  func evidence(_ k: Int, of n: Int, bounds: RateBounds?) -> EvidenceVerdict? {
    guard n > 0 else { return nil }
    let isClear =
      comparison.holds(Ratio(k, n), bound)
      ? isClearlyMet : isClearlyMissed
    guard isClear(k, n) else { return .tooFew }
    guard let bounds else { return .clear }
    let staysClear = [bounds.low, bounds.high].allSatisfy { isClear($0.numerator, $0.denominator) }
    return staysClear ? .clear : .unknownOutcomes
  }
}

extension Target.Comparison {
  /// Whether a value meets a bound.
  func holds<Value: Comparable>(_ value: Value, _ bound: Value) -> Bool {
    switch self {
    case .above: value > bound
    case .atLeast: value >= bound
    case .below: value < bound
    case .atMost: value <= bound
    }
  }

  /// A larger share is a better one.
  var isFloor: Bool { self == .above || self == .atLeast }
}
