import PolicyReading

/// What would have stood out in one period, so that nobody takes silence for proof.
package struct ShiftReach: Sendable, Hashable {
  /// How many changes the period has.
  package let n: Int
  /// Towards the bad side, the mildest k that would have been called out; nil where not even the
  /// worst would.
  package let worst: Int?
  package let isFloor: Bool
}

extension FigureSeries {
  /// Of a rate with a better side at a point that has enough history; nil otherwise.
  func reach(at index: Int) -> ShiftReach? {
    let samples = samples(upTo: index)
    guard case .rate(let rate) = points[index].figure, rate.denominator > 0,
      let better = definition.better,
      ShiftTest.before(endOf: samples) >= ShiftTest.fewestBefore
    else { return nil }
    let before = samples.dropLast().suffix(ShiftTest.baseline)
    var (hits, units) = (0, 0)
    for case .rate(let k, let n)? in before { (hits, units) = (hits + k, units + n) }
    // Of large periods the movement of the earlier ones decides too, and little is out of reach.
    guard units > 0, ShiftTest.rateDispersion(before.compactMap(\.self).counts) == nil else {
      return nil
    }
    let n = rate.denominator
    func standsOut(_ k: Int) -> Bool {
      guard let tail = HypergeometricTail(recent: k, of: n, before: hits, of: units) else {
        return false
      }
      return (better == .higher ? tail.lower : tail.upper) < ShiftTest.level
    }
    var bad = better == .higher ? 0 : n
    guard standsOut(bad) else {
      return ShiftReach(n: n, worst: nil, isFloor: better == .higher)
    }
    var good = better == .higher ? n : 0
    if standsOut(good) { return ShiftReach(n: n, worst: good, isFloor: better == .higher) }
    while abs(good - bad) > 1 {
      let middle = (good + bad) / 2
      if standsOut(middle) { bad = middle } else { good = middle }
    }
    return ShiftReach(n: n, worst: bad, isFloor: better == .higher)
  }
}
