import PolicyReading

/// A rate of one period: k of n changes.
package struct RateFigure: Sendable {
  package let definition: FigureDefinition
  /// The denominator, by id.
  package let counted: [CountedChange]
  /// By id.
  package let excluded: [ExcludedChange]
  /// k: how many of the counted changes are in the numerator.
  package let numerator: Int
  /// Wilson's score interval; nil where nothing is counted.
  package let interval: WilsonInterval?
  /// Nil where no change has an unknown outcome.
  package let bounds: RateBounds?
  package let target: Target?
  /// Nil without a target that is a share.
  package let verdict: Verdict?
  /// Nil without a verdict, and without data.
  package let evidence: EvidenceVerdict?

  /// n.
  package var denominator: Int { counted.count }

  /// k/n; nil where nothing is counted.
  package var share: Ratio? { counted.isEmpty ? nil : Ratio(numerator, counted.count) }

  /// The ids of the numerator, in order.
  package var numeratorIDs: [String] { counted.compactMap { $0.inNumerator ? $0.id : nil } }
}

/// A change that a rate counts.
package struct CountedChange: Sendable, Hashable {
  package let id: String
  package let inNumerator: Bool
}

/// What a rate would be if every unknown outcome fell on one side, or on the other.
package struct RateBounds: Sendable, Hashable {
  package let low: Ratio
  package let high: Ratio
  /// How many outcomes are not known.
  package let unknown: Int
}

/// Changes whose outcome is not known.
struct UnknownOutcomes: Sendable {
  let count: Int
  /// Those of them that are in the numerator whatever the outcome.
  let certain: Int
}

extension RateFigure {
  init(
    definition: FigureDefinition, counted: [CountedChange], excluded: [ExcludedChange],
    unknown: UnknownOutcomes, target: Target?, confidence: Confidence
  ) {
    let k = counted.reduce(0) { $0 + ($1.inNumerator ? 1 : 0) }
    let n = counted.count
    self.definition = definition
    self.counted = counted
    self.excluded = excluded
    self.target = target
    numerator = k
    interval = n == 0 ? nil : WilsonInterval(k, of: n, at: confidence)
    bounds =
      unknown.count == 0
      ? nil
      : RateBounds(
        low: Ratio(k + unknown.certain, n + unknown.count),
        high: Ratio(k + unknown.count, n + unknown.count), unknown: unknown.count)
    guard let target, case .share(let bound) = target.bound else {
      verdict = nil
      evidence = nil
      return
    }
    verdict =
      n == 0 ? .noData : target.comparison.holds(Ratio(k, n), bound) ? .met : .missed
    evidence =
      n == 0 ? nil : EvidenceVerdict(k, of: n, against: bound, target.comparison, at: confidence)
  }
}
