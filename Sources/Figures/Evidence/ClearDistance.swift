import PolicyReading

/// How far a verdict that is not clear is from one that would be.
package struct ClearDistance: Sendable, Hashable {
  /// How many of the numerator, over the same n, would have shown that the target is met: at least
  /// so many of a floor, at most so many of a ceiling. Nil where no number would.
  package let clearlyMet: Int?
  /// The least n at which the target can be shown to be met at all: with not one miss. Nil where no
  /// number of changes shows it, as of a target of 100%.
  package let leastToJudge: Int?
  /// How many more in a row without a miss would show that the target is met; nil where no number
  /// would.
  package let further: Int?
}

extension ShareTarget {
  /// Beyond about a million changes an answer is of no use to anybody.
  private static let mostChangesTried = 1 << 20

  func distance(_ k: Int, of n: Int) -> ClearDistance {
    ClearDistance(
      clearlyMet: clearlyMet(of: n), leastToJudge: leastToJudge, further: further(than: k, of: n))
  }

  /// How many more without a miss would be clear; nil where no number would.
  func further(than k: Int, of n: Int) -> Int? {
    least { more in isClearlyMet(comparison.isFloor ? k + more : k, of: n + more) }
  }

  /// The least n of which a result without a miss is clear.
  var leastToJudge: Int? {
    least { isClearlyMet(comparison.isFloor ? $0 : 0, of: $0) }
  }

  /// The worst result over n that still shows that the target is met.
  func clearlyMet(of n: Int) -> Int? {
    guard n > 0, isClearlyMet(comparison.isFloor ? n : 0, of: n) else { return nil }
    // Results get clearer towards the good end, so that the edge can be searched for.
    var good = comparison.isFloor ? n : 0
    var bad = comparison.isFloor ? 0 : n
    while abs(good - bad) > 1 {
      let middle = (good + bad) / 2
      if isClearlyMet(middle, of: n) { good = middle } else { bad = middle }
    }
    return good
  }

  /// The least number from 1 on that suffices, where all above it do too; nil where none does.
  private func least(_ suffices: (Int) -> Bool) -> Int? {
    var high = 1
    while !suffices(high) {
      guard high < Self.mostChangesTried else { return nil }
      high *= 2
    }
    var low = high / 2
    while high - low > 1 {
      let middle = (low + high) / 2
      if suffices(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
