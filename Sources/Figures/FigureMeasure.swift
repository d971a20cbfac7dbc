/// One figure: what it is, and how each change bears on it. A figure is one file and one line in
/// `FigureCatalogue`.
protocol FigureMeasure: Sendable {
  static var definition: FigureDefinition { get }
  static var placement: Placement { get }
  /// Why a change is left out because of its type alone; nil where its type does not matter.
  static func exclusion(byTypeOf change: MeasurableChange) -> ExclusionReason?
  static func measure(_ population: Population) -> Figure
}

/// A figure that is k of n.
protocol RateMeasure: FigureMeasure {
  static func judge(_ change: MeasurableChange) -> RateJudgement
}

/// A figure that is a time.
protocol DurationMeasure: FigureMeasure {
  static func judge(_ change: MeasurableChange) -> DurationJudgement
}

/// The instant that decides to which period a change belongs.
enum Placement: Sendable {
  /// Its actual end.
  case end
  /// Its start.
  case start
}

/// How a change bears on a rate.
enum RateJudgement: Sendable, Hashable {
  case counted(inNumerator: Bool)
  /// Not counted, since its outcome is not known; `isCertain` where it would be in the numerator
  /// whatever the outcome.
  case unknown(isCertain: Bool)
  case excluded(ExclusionReason)
}

/// How a change bears on a duration.
enum DurationJudgement: Sendable, Hashable {
  case counted(seconds: Int64)
  case excluded(ExclusionReason)
}

/// The changes of one period, and what a figure over them is compared with.
struct Population: Sendable {
  /// By id.
  let changes: [MeasurableChange]
  let scope: TargetScope
  let confidence: Confidence
}

extension FigureMeasure {
  static var placement: Placement { .end }

  static func exclusion(byTypeOf change: MeasurableChange) -> ExclusionReason? { nil }

  /// Why a change is left out before its dates and outcome are looked at.
  fileprivate static func exclusion(
    of change: MeasurableChange, scope: TargetScope
  ) -> ExclusionReason? {
    if change.isUnreadable { return .unreadable }
    return exclusion(byTypeOf: change)
      ?? (scope.includes(change) ? nil : .typeNotInTarget)
  }
}

extension RateMeasure {
  static func measure(_ population: Population) -> Figure {
    var counted: [CountedChange] = []
    var excluded: [ExcludedChange] = []
    var (unknown, certain) = (0, 0)
    for change in population.changes {
      let judgement =
        exclusion(of: change, scope: population.scope).map(RateJudgement.excluded) ?? judge(change)
      switch judgement {
      case .counted(let inNumerator):
        counted.append(CountedChange(id: change.id, inNumerator: inNumerator))
      case .unknown(let isCertain):
        unknown += 1
        certain += isCertain ? 1 : 0
        excluded.append(ExcludedChange(id: change.id, reason: .unknownOutcome))
      case .excluded(let reason):
        excluded.append(ExcludedChange(id: change.id, reason: reason))
      }
    }
    return .rate(
      RateFigure(
        definition: definition, counted: counted, excluded: excluded,
        unknown: UnknownOutcomes(count: unknown, certain: certain),
        target: population.scope.target, confidence: population.confidence))
  }
}

extension DurationMeasure {
  static func measure(_ population: Population) -> Figure {
    var counted: [MeasuredDuration] = []
    var excluded: [ExcludedChange] = []
    for change in population.changes {
      let judgement =
        exclusion(of: change, scope: population.scope).map(DurationJudgement.excluded)
        ?? judge(change)
      switch judgement {
      case .counted(let seconds):
        counted.append(MeasuredDuration(id: change.id, seconds: seconds))
      case .excluded(let reason):
        excluded.append(ExcludedChange(id: change.id, reason: reason))
      }
    }
    return .duration(
      DurationFigure(
        definition: definition, counted: counted, excluded: excluded,
        target: population.scope.target))
  }
}
