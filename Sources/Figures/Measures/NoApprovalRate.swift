import PolicyReading

/// The share of the changes started that nobody had to approve.
enum NoApprovalRate: RateMeasure {
  static let definition = FigureDefinition(
    key: "no_approval_rate", title: "Changes without manual approval", name: .noApprovalRate,
    numerator: """
      changes that, by the policy in force, are approved in advance or need no approval: no board, \
      no vote and no role decides on them; technical and security reviews are no such approval
      """,
    denominator: EmergencyChangeRate.definition.denominator,
    notCounted: EmergencyChangeRate.definition.notCounted,
    formula: FigureDefinition.rateFormula)

  static var placement: Placement { .start }

  static func exclusion(byTypeOf change: MeasurableChange) -> ExclusionReason? {
    change.typeClass == .unknown ? .unknownType : nil
  }

  static func judge(_ change: MeasurableChange) -> RateJudgement {
    if change.start != nil { return .counted(inNumerator: !change.needsApproval) }
    return .excluded(change.reasonForNoStart)
  }

  static func facts(of change: MeasurableChange) -> [DerivationFact] {
    .instants(("started", change.start))
      + .words(
        ("type", change.type), ("risk", change.risk),
        ("approval", change.needsApproval ? "required" : "not required"))
  }
}
