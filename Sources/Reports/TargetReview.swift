import Chronology
import Figures
import PolicyReading

/// What a row of periods says of one target.
package struct TargetReview: Sendable {
  package let target: Target
  /// The figure's key.
  package let key: String
  /// The closed periods that it is judged by, the earliest first.
  package let periods: [Judged]
  package let conclusion: Conclusion

  package struct Judged: Sendable {
    package let period: Period
    package let figure: Figure
  }

  package enum Conclusion: Sendable, Hashable {
    /// Met in every period with data, at least three, and the evidence of the last is clear.
    case metThroughout
    /// Missed in every period with data, at least three, and the evidence of the last is clear.
    case missedThroughout
    /// The evidence of no period is clear; the number of further changes without a miss that the
    /// last one would take, where there is one.
    case tooFew(needed: Int?)
    /// Now met and now missed.
    case mixed
    /// Less than three periods have data.
    case tooShort
    case noData
  }
}

extension PeriodReport {
  /// One for each target that a figure is measured for, over the last closed periods of this kind,
  /// at most five.
  package var targetReviews: [TargetReview] {
    let closed = course.filter { !$0.isProvisional }.suffix(5)
    return figures.main.compactMap { figure in
      guard let target = figure.target else { return nil }
      let key = figure.definition.key
      let judged = closed.compactMap { period in
        period[key: key].map { TargetReview.Judged(period: period.period, figure: $0) }
      }
      return TargetReview(
        target: target, key: key, periods: judged, conclusion: Self.conclusion(judged))
    }
  }

  private static func conclusion(_ periods: [TargetReview.Judged]) -> TargetReview.Conclusion {
    let known = periods.map(\.figure).filter { ($0.verdict ?? .noData) != .noData }
    guard let last = known.last else { return .noData }
    let rates = known.compactMap(\.evidence)
    if !rates.isEmpty, !rates.contains(.clear) {
      if case .tooFew(let needed)? = rates.last { return .tooFew(needed: needed) }
    }
    guard known.count >= 3 else { return .tooShort }
    guard last.evidence ?? .clear == .clear else { return .mixed }
    if known.allSatisfy({ $0.verdict == .met }) { return .metThroughout }
    if known.allSatisfy({ $0.verdict == .missed }) { return .missedThroughout }
    return .mixed
  }
}

extension Figure {
  /// Whether the evidence is clear; nil for what is no rate, and without data.
  var evidence: EvidenceVerdict? {
    if case .rate(let figure) = self { figure.evidence } else { nil }
  }
}
