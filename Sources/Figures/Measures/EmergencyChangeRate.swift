import PolicyReading

/// The share of the changes started that were emergencies.
enum EmergencyChangeRate: RateMeasure {
  static let definition = FigureDefinition(
    key: "emergency_change_rate", title: "Emergency change rate", name: .emergencyChangeRate,
    numerator: "changes of the type that the emergency board approves",
    denominator: """
      changes that started in the period, whatever their outcome; without a recorded start a \
      change starts with its deployment, else with its rollback
      """,
    notCounted: """
      changes that did not start: cancelled, rejected or aborted before, still planned, or with \
      a planned end that has passed; changes with an outcome but no recorded start; changes of \
      a type that the policy does not know; changes that could not be read
      """,
    formula: FigureDefinition.rateFormula, better: .lower)

  static var placement: Placement { .start }

  static func exclusion(byTypeOf change: MeasurableChange) -> ExclusionReason? {
    change.typeClass == .unknown ? .unknownType : nil
  }

  static func judge(_ change: MeasurableChange) -> RateJudgement {
    if change.start != nil { return .counted(inNumerator: change.typeClass == .emergency) }
    return .excluded(change.reasonForNoStart)
  }

  static func facts(of change: MeasurableChange) -> [DerivationFact] {
    .instants(("started", change.start)) + .words(("type", change.type))
  }
}
