import PolicyReading

/// The share of the changes of a period that the rates of outcomes can count.
enum PopulationCompleteness: RateMeasure {
  static let definition = FigureDefinition(
    key: "population_completeness", title: "Changes complete enough to count",
    name: .populationCompleteness,
    numerator: "changes without errors that have a known outcome and an end",
    denominator: """
      changes that ended in the period or should have: with an outcome, with a planned end that has \
      passed, closed, or started longer ago than the settings allow; and all changes with errors, of \
      which it is not known whether they ended. Only recorded changes are looked at: a deployment \
      without a record is not known here
      """,
    notCounted: """
      changes cancelled, rejected or aborted before they started; changes not started or in flight
      """,
    formula: FigureDefinition.rateFormula, better: .higher)

  static var countsUnreadable: Bool { true }

  static func judge(_ change: MeasurableChange) -> RateJudgement {
    if change.isUnreadable { return .counted(inNumerator: false) }
    return switch change.standing {
    case .concluded: .counted(inNumerator: change.end != nil)
    case .unknown: .counted(inNumerator: false)
    case .calledOff(let reason): .excluded(reason)
    case .notStarted: .excluded(.notStarted)
    case .inFlight: .excluded(.inFlight)
    }
  }

  static func facts(of change: MeasurableChange) -> [DerivationFact] {
    change.isUnreadable ? .words(("record", "with errors")) : change.outcomeFacts
  }
}
