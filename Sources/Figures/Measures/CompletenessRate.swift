import PolicyReading

/// The share of the requests of which the record has, as it stands now, all the information that the
/// policy requires.
enum CompletenessRate: RateMeasure {
  static let definition = FigureDefinition(
    key: "completeness_rate", title: "Required information complete as it stands now",
    name: .completenessRate,
    numerator: """
      changes without a finding of the rules on required information (CB201 to CB299), waived or \
      not
      """,
    denominator: """
      changes requested in the period. The record is judged as it stands now: a request that was \
      completed later counts as complete, since earlier versions of the text are not looked at. A \
      rule that the settings turn off finds nothing
      """,
    notCounted: """
      changes cancelled, rejected or aborted before they started, of which nothing more is asked; \
      changes without an instant of their request; changes of a type that the policy does not \
      know, for which it requires nothing; changes that could not be read
      """,
    formula: FigureDefinition.rateFormula, better: .higher)

  static var placement: Placement { .request }

  static func exclusion(byTypeOf change: MeasurableChange) -> ExclusionReason? {
    change.typeClass == .unknown ? .unknownType : nil
  }

  static func judge(_ change: MeasurableChange) -> RateJudgement {
    if case .calledOff(let reason) = change.standing { return .excluded(reason) }
    return change.requested == nil
      ? .excluded(.noRequest) : .counted(inNumerator: !change.isIncomplete)
  }

  static func facts(of change: MeasurableChange) -> [DerivationFact] {
    .instants(("requested", change.requested))
      + .words(("required information", change.isIncomplete ? "incomplete" : "complete"))
  }
}
