import PolicyReading

/// The rates of several periods taken together against one target.
package struct PooledRate: Sendable {
  package let numerator: Int
  package let denominator: Int
  package let evidence: EvidenceVerdict
  private let unknown: Int
  private let distance: ClearDistance
  private let isFloor: Bool
  private let subject: FigureSubject

  /// Nil without data, and without a target that is a share. The target is the last one's.
  package init?(_ rates: [RateFigure]) {
    guard let last = rates.last, let target = last.target, case .share(let bound) = target.bound
    else { return nil }
    let k = rates.reduce(0) { $0 + $1.numerator }
    let n = rates.reduce(0) { $0 + $1.denominator }
    let share = ShareTarget(
      comparison: target.comparison, bound: bound, confidence: last.confidence)
    let unknown = rates.reduce(0) { $0 + ($1.bounds?.unknown ?? 0) }
    // Where a rate has no bounds, its ends are the rate itself.
    let low = rates.reduce(0) { $0 + ($1.bounds?.low.numerator ?? $1.numerator) }
    let high = rates.reduce(0) { $0 + ($1.bounds?.high.numerator ?? $1.numerator) }
    let bounds =
      unknown == 0
      ? nil
      : RateBounds(
        low: Ratio(low, n + unknown), high: Ratio(high, n + unknown), unknown: unknown)
    guard let evidence = share.evidence(k, of: n, bounds: bounds) else { return nil }
    numerator = k
    denominator = n
    self.evidence = evidence
    self.unknown = unknown
    distance = share.distance(k, of: n)
    isFloor = target.comparison.isFloor
    subject = last.definition.subject
  }

  /// `41 of 45 together; it takes 59 changes or more to show that this target is met`.
  package var words: String {
    let together = "\(numerator) of \(denominator) together"
    if evidence == .unknownOutcomes {
      return "\(together), and \(counted(unknown, "unknown outcome"))"
    }
    guard evidence == .tooFew else { return together }
    guard let least = distance.leastToJudge else {
      return "\(together); no number of \(subject.plural) can show that this target is met"
    }
    if denominator >= least, let met = distance.clearlyMet {
      let orBetter = orBetter(met, of: denominator, isFloor: isFloor)
      return "\(together); \(met)\(orBetter) would have shown that the target is met"
    }
    return
      "\(together); it takes \(least) \(subject.plural) or more to show that this target is met"
  }

  /// Nil where the evidence is clear, and where no number would make it so.
  package var changesNeeded: Int? { evidence == .tooFew ? distance.further : nil }
}
