import PolicyReading

/// The rollback rate over the changes that can be rolled back at all.
enum ReversibleRollbackRate: RateMeasure {
  static let definition = FigureDefinition(
    key: "reversible_rollback_rate", title: "Rollback rate where a rollback is possible",
    name: .reversibleRollbackRate,
    numerator: RollbackRate.definition.numerator,
    denominator: FigureDefinition.concludedChanges
      + "; only types that are not approved by a governance vote",
    notCounted: FigureDefinition.notConcluded
      + "; changes approved by a governance vote, which can only be fixed forward; changes of a "
      + "type that the policy does not know",
    formula: FigureDefinition.rateFormula, better: .lower)

  static func exclusion(byTypeOf change: MeasurableChange) -> ExclusionReason? {
    switch change.typeClass {
    case .governed: .cannotBeRolledBack
    case .unknown: .unknownType
    case .standard, .emergency, .other: nil
    }
  }

  static func judge(_ change: MeasurableChange) -> RateJudgement { RollbackRate.judge(change) }
}
