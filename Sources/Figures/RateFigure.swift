import Chronology
import PolicyReading

/// A rate of one period: k of n. A class, as the other kinds of figure are: figures are handed to
/// many pages and files, and a copy would touch each of its parts.
package final class RateFigure: Sendable {
  package let definition: FigureDefinition
  /// The records of the denominator, by id.
  package let counted: [CountedRecord]
  /// By id.
  package let excluded: [ExcludedRecord]
  /// k.
  package let numerator: Int
  /// n.
  package let denominator: Int
  /// Wilson's score interval; nil where nothing is counted.
  package let interval: WilsonInterval?
  /// Nil where no change of unknown outcome is left out.
  package let bounds: RateBounds?
  package let target: Target?
  /// Nil without a target that is a share.
  package let verdict: Verdict?
  /// Nil without a verdict, and without data.
  package let evidence: EvidenceVerdict?

  init(
    definition: FigureDefinition, counted: [CountedRecord], excluded: [ExcludedRecord],
    unknown: UnknownOutcomes, target: Target?, confidence: Confidence
  ) {
    let k = counted.reduce(0) { $0 + $1.part }
    let n = counted.reduce(0) { $0 + $1.whole }
    self.definition = definition
    self.counted = counted
    self.excluded = excluded
    self.target = target
    numerator = k
    denominator = n
    interval = n == 0 ? nil : WilsonInterval(k, of: n, at: confidence)
    bounds = unknown.bounds(around: k, of: n)
    self.confidence = confidence
    guard let target, case .share(let bound) = target.bound else {
      verdict = nil
      evidence = nil
      return
    }
    verdict =
      n == 0 ? .noData : target.comparison.holds(Ratio(k, n), bound) ? .met : .missed
    evidence = ShareTarget(comparison: target.comparison, bound: bound, confidence: confidence)
      .evidence(k, of: n, bounds: bounds)
  }

  /// Nil without a target that is a share.
  private var shareTarget: ShareTarget? {
    guard let target, case .share(let bound) = target.bound else { return nil }
    return ShareTarget(comparison: target.comparison, bound: bound, confidence: confidence)
  }

  /// How far the verdict is from a clear one; nil where it is one, and where there is none.
  package var distance: ClearDistance? {
    guard let evidence, evidence != .clear, let shareTarget else { return nil }
    return shareTarget.distance(numerator, of: denominator)
  }

  /// How many more changes in a row without a miss would show that the target is met; nil where the
  /// verdict is clear, and where no number would.
  package var changesNeeded: Int? {
    evidence == .tooFew ? shareTarget?.further(than: numerator, of: denominator) : nil
  }

  /// The level of its interval and of its evidence.
  package let confidence: Confidence

  /// k/n; nil where nothing is counted.
  package var share: Ratio? { denominator == 0 ? nil : Ratio(numerator, denominator) }

  /// The records of the numerator, in order.
  package var numeratorIDs: [String] { counted.compactMap { $0.inNumerator ? $0.id : nil } }
}

/// A record that a rate counts.
package struct CountedRecord: Sendable, Hashable {
  package let id: String
  /// The instant that puts it into the period.
  package let at: Instant
  private let parts: Int32
  private let wholes: Int32

  /// What it adds to k: 0 or 1 where the figure counts records.
  package var part: Int { Int(parts) }
  /// What it adds to n: 1 where the figure counts records.
  package var whole: Int { Int(wholes) }

  package var inNumerator: Bool { parts > 0 }

  init(id: String, at: Instant, inNumerator: Bool) {
    self.init(id: id, at: at, part: inNumerator ? 1 : 0, whole: 1)
  }

  init(id: String, at: Instant, part: Int, whole: Int) {
    self.id = id
    self.at = at
    parts = Int32(clamping: part)
    wholes = Int32(clamping: whole)
  }
}

/// What a rate would be if every unknown outcome fell on one side, or on the other.
package struct RateBounds: Sendable, Hashable {
  package let low: Ratio
  package let high: Ratio
  /// How many outcomes are not known.
  package let unknown: Int
}

/// Changes whose outcome is not known, by where they would fall.
struct UnknownOutcomes: Sendable {
  private var either = 0
  private var numerator = 0
  private var denominator = 0

  mutating func add(_ fall: Fall) {
    switch fall {
    case .either: either += 1
    case .numerator: numerator += 1
    case .denominator: denominator += 1
    }
  }

  /// Nil where there are none.
  func bounds(around k: Int, of n: Int) -> RateBounds? {
    let count = either + numerator + denominator
    if count == 0 { return nil }
    return RateBounds(
      low: Ratio(k + numerator, n + count), high: Ratio(k + numerator + either, n + count),
      unknown: count)
  }
}
