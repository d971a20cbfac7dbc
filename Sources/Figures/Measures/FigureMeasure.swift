import PolicyReading

/// One figure: what it is, and how each record bears on it. A figure is one file and one line in
/// `FigureCatalogue`.
protocol FigureMeasure: Sendable {
  static var definition: FigureDefinition { get }
  static var placement: Placement { get }
  /// The figure of the policy whose target says which types are measured; nil for all types.
  static var scope: FigureName? { get }
  /// The first target says which changes the figure itself is taken over.
  static var takesScopeOfTarget: Bool { get }
  /// Changes with errors are judged too, since the figure is about how many there are.
  static var countsUnreadable: Bool { get }
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
  /// Not counted, since its outcome, or the time of it, is not known; where it would fall.
  case unknown(Fall, ExclusionReason)
  case excluded(ExclusionReason)
  /// The figure is not about it.
  case unconcerned
}

/// Where a change would fall that is not counted.
enum Fall: Sendable, Hashable {
  /// On either side.
  case either
  /// In the numerator whatever the outcome.
  case numerator
  /// In the denominator alone.
  case denominator
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

  static var takesScopeOfTarget: Bool { false }

  static var countsUnreadable: Bool { false }

  static func exclusion(byTypeOf change: MeasurableChange) -> ExclusionReason? { nil }

  /// Why a change is left out before its dates and outcome are looked at.
  fileprivate static func exclusion(
    of change: MeasurableChange, scope: TargetScope
  ) -> ExclusionReason? {
    if change.isUnreadable, !countsUnreadable { return .unreadable }
    return exclusion(byTypeOf: change)
      ?? scope.exclusion(of: change)
  }
}

extension RateMeasure {
  static func measure(_ population: Population) -> Figure {
    var counted: [CountedRecord] = []
    var excluded: [ExcludedRecord] = []
    var unknown = UnknownOutcomes()
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
      case .unknown(let fall, let reason):
        unknown.add(fall)
        excluded.append(ExcludedRecord(id: change.id, reason: reason))
      case .excluded(let reason):
        excluded.append(ExcludedRecord(id: change.id, reason: reason))
      case .unconcerned: break
      }
    }
    return .rate(
      RateFigure(
        definition: definition, counted: counted, excluded: excluded,
        unknown: unknown,
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
        days: population.span.daysElapsed, isKnown: population.span.isKnown,
        target: population.scope.target))
  }
}
