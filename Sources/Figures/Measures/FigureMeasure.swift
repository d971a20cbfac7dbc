import PolicyReading

/// One figure: what it is, and how each record bears on it. A figure is one file and one line in
/// `FigureCatalogue`.
protocol FigureMeasure: Sendable {
  static var definition: FigureDefinition { get }
  static var placement: Placement { get }
  /// The figure of the policy whose target says which types are measured; nil for all types.
  static var scope: FigureName? { get }
  /// Why a change is left out because of its type alone; nil where its type does not matter.
  static func exclusion(byTypeOf change: MeasurableChange) -> ExclusionReason?
  static func measure(_ population: Population) -> Figure
  /// The facts that its judgement of a change rests on, as a derivation shows them.
  static func facts(of change: MeasurableChange) -> [DerivationFact]
}

/// A figure that is k of n.
protocol RateMeasure: FigureMeasure {
  static func judge(_ change: MeasurableChange) -> RateJudgement
}

/// A figure that is a time.
protocol DurationMeasure: FigureMeasure {
  static func judge(_ change: MeasurableChange) -> DurationJudgement
}

/// A figure that is a number.
protocol CountMeasure: FigureMeasure {
  static func judge(_ change: MeasurableChange) -> CountJudgement
}

/// The instant that decides to which period a record belongs.
enum Placement: Sendable, CaseIterable {
  /// The actual end of a change.
  case end
  /// The start of a change.
  case start
  /// The request of a change.
  case request
  /// The deployment of a change.
  case deployment
}

/// How a change bears on a rate.
enum RateJudgement: Sendable, Hashable {
  case counted(inNumerator: Bool)
  /// It is counted more than once, or not at all: so many of so many.
  case parts(Int, of: Int)
  /// Not counted, since its outcome is not known; `isCertain` where it would be in the numerator
  /// whatever the outcome.
  case unknown(isCertain: Bool)
  case excluded(ExclusionReason)
  /// The figure is not about it.
  case unconcerned
}

/// How a change bears on a duration.
enum DurationJudgement: Sendable, Hashable {
  case counted(seconds: Int64)
  case excluded(ExclusionReason)
  /// The figure is not about it.
  case unconcerned
}

/// How a change bears on a number.
enum CountJudgement: Sendable, Hashable {
  case counted
  case excluded(ExclusionReason)
}

/// The records of one span of time, and what a figure over them is compared with.
struct Population: Sendable {
  let span: Span
  let records: PlacedRecords
  let scope: TargetScope
  let confidence: Confidence
}

extension FigureMeasure {
  static var placement: Placement { .end }

  static var scope: FigureName? { definition.name }

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
    var counted: [CountedRecord] = []
    var excluded: [ExcludedRecord] = []
    var (unknown, certain) = (0, 0)
    for change in population.records[placement] {
      let judgement =
        exclusion(of: change, scope: population.scope).map(RateJudgement.excluded) ?? judge(change)
      switch judgement {
      case .counted(let inNumerator):
        counted.append(
          CountedRecord(id: change.id, at: change.instant(placement), inNumerator: inNumerator))
      case .parts(let part, let whole):
        if whole > 0 {
          counted.append(
            CountedRecord(
              id: change.id, at: change.instant(placement), part: part, whole: whole))
        }
      case .unknown(let isCertain):
        unknown += 1
        certain += isCertain ? 1 : 0
        excluded.append(ExcludedRecord(id: change.id, reason: .unknownOutcome))
      case .excluded(let reason):
        excluded.append(ExcludedRecord(id: change.id, reason: reason))
      case .unconcerned: break
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
    var excluded: [ExcludedRecord] = []
    for change in population.records[placement] {
      let judgement =
        exclusion(of: change, scope: population.scope).map(DurationJudgement.excluded)
        ?? judge(change)
      switch judgement {
      case .counted(let seconds):
        counted.append(MeasuredDuration(id: change.id, seconds: seconds))
      case .excluded(let reason):
        excluded.append(ExcludedRecord(id: change.id, reason: reason))
      case .unconcerned: break
      }
    }
    return .duration(
      DurationFigure(
        definition: definition, counted: counted, excluded: excluded,
        target: population.scope.target))
  }
}

extension CountMeasure {
  static func measure(_ population: Population) -> Figure {
    var counted: [String] = []
    var excluded: [ExcludedRecord] = []
    for change in population.records[placement] {
      let judgement =
        exclusion(of: change, scope: population.scope).map(CountJudgement.excluded)
        ?? judge(change)
      switch judgement {
      case .counted: counted.append(change.id)
      case .excluded(let reason):
        excluded.append(ExcludedRecord(id: change.id, reason: reason))
      }
    }
    return .count(
      CountFigure(
        definition: definition, countedIDs: counted, excluded: excluded,
        days: population.span.daysElapsed))
  }
}
