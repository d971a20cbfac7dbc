import PolicyReading

/// What arithmetic says of a figure and its target.
package enum Verdict: String, Sendable, Hashable {
  case met, missed
  case noData = "no_data"
}

/// Whether a rate's interval lies wholly on one side of its target.
package enum EvidenceVerdict: Sendable, Hashable {
  case clear
  /// `further` is how many more changes in a row without a miss would put the interval wholly on
  /// the side that meets the target; nil where no number would.
  case tooFew(further: Int?)
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

extension EvidenceVerdict {
  /// The evidence of k of n for or against a bound.
  init(
    _ k: Int, of n: Int, against bound: Ratio, _ comparison: Target.Comparison,
    at confidence: Confidence
  ) {
    func meets(_ interval: WilsonInterval) -> Bool {
      comparison.holds(comparison.isFloor ? interval.low : interval.high, bound.value)
    }
    let interval = WilsonInterval(k, of: n, at: confidence)
    let misses = !comparison.holds(
      comparison.isFloor ? interval.high : interval.low, bound.value)
    if misses || meets(interval) {
      self = .clear
      return
    }
    func suffices(_ more: Int) -> Bool {
      let good = comparison.isFloor ? k + more : k
      return meets(WilsonInterval(good, of: n + more, at: confidence))
    }
    // Once enough changes without a miss suffice, more of them do too, so the least number lies
    // between the last power of two that does not and the first that does.
    var high = 1
    while !suffices(high) {
      guard high < Self.mostChangesTried else {
        self = .tooFew(further: nil)
        return
      }
      high *= 2
    }
    var low = high / 2
    while high - low > 1 {
      let middle = (low + high) / 2
      if suffices(middle) { high = middle } else { low = middle }
    }
    self = .tooFew(further: high)
  }

  /// Beyond about a million changes the answer is of no use to anybody.
  private static let mostChangesTried = 1 << 20
}
