import PolicyReading

/// A time of one period, over the records that took it. All times are in seconds.
package final class DurationFigure: Sendable {
  package let definition: FigureDefinition
  /// By id.
  package let durations: [MeasuredDuration]
  /// By id.
  package let excluded: [ExcludedRecord]
  /// Nil where nothing is counted.
  package let summary: DurationSummary?
  package let target: Target?
  /// The mean, or the median where the target asks for it, against the target; nil without a target
  /// that is a duration.
  package let verdict: Verdict?

  init(
    definition: FigureDefinition, counted: [MeasuredDuration], excluded: [ExcludedRecord],
    target: Target?
  ) {
    let summary = DurationSummary(counted.map(\.seconds))
    self.definition = definition
    self.durations = counted
    self.excluded = excluded
    self.summary = summary
    self.target = target
    guard let target, case .duration(let bound) = target.bound else {
      verdict = nil
      return
    }
    verdict =
      summary.map { $0.meets(target.statistic, target.comparison, bound) ? .met : .missed }
      ?? .noData
  }

  /// n.
  package var count: Int { durations.count }
}

/// The time that one record took.
package struct MeasuredDuration: Sendable, Hashable {
  package let id: String
  /// Never negative.
  package let seconds: Int64
}
