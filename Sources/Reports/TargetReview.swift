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
    /// Met in every period with data, at least three, and the evidence of all together is clear.
    case metThroughout
    /// Missed in every period with data, at least three, and the evidence of all together is clear.
    case missedThroughout
    /// The periods together are too few for a clear verdict; what would be needed, in words.
    case inconclusive(String)
    /// Now met and now missed.
    case mixed
    /// Less than three periods have data.
    case tooShort
    case noData
  }
}

extension PeriodReport {
  /// One for each figure with a target, over the last closed periods of this kind, at most five. They
  /// are pooled: several periods that are each too small may be clear together.
  package var targetReviews: [TargetReview] {
    let closed = course.filter { !$0.isProvisional }.suffix(5)
    return figures.main.compactMap { figure in
      guard let target = figure.target else { return nil }
      let key = figure.definition.key
      let judged = closed.compactMap { period in
        period[key: key].map { TargetReview.Judged(period: period.period, figure: $0) }
      }
      return TargetReview(
        target: target, key: key, periods: judged,
        conclusion: Self.conclusion(judged, target: target))
    }
  }

  private static func conclusion(
    _ periods: [TargetReview.Judged], target: Target
  ) -> TargetReview.Conclusion {
    let known = periods.map(\.figure).filter { ($0.verdict ?? .noData) != .noData }
    guard !known.isEmpty else { return .noData }
    // Periods that were judged by another target are not pooled with those of this one.
    let rates = known.compactMap { figure -> RateFigure? in
      guard case .rate(let rate) = figure, rate.target?.bound == target.bound,
        rate.target?.comparison == target.comparison
      else { return nil }
      return rate
    }
    let pooled = PooledRate(rates)
    if let pooled, pooled.evidence != .clear { return .inconclusive(pooled.words) }
    guard known.count >= 3 else { return .tooShort }
    if known.allSatisfy({ $0.verdict == .met }) { return .metThroughout }
    if known.allSatisfy({ $0.verdict == .missed }) { return .missedThroughout }
    return .mixed
  }
}
