import PolicyReading

/// The share of the changes started that touched a freeze which does not allow them.
enum FreezeRate: RateMeasure {
  static let definition = FigureDefinition(
    key: "freeze_rate", title: "Changes in a freeze", name: .freezeRate,
    numerator: """
      changes of which some of the work, from the start to the deployment, lay in a freeze that \
      concerns one of their systems and does not allow them; of a change that was not deployed \
      only the start is looked at. A later rollback may always be made, and the freeze of an \
      incident is not held against the change that caused it
      """,
    denominator: """
      changes that started in the period, whatever their outcome; without a recorded start a \
      change starts with its deployment, else with its rollback
      """,
    notCounted: """
      changes that did not start; changes with an outcome but no recorded start; changes that \
      ended before they started; changes of a type that the policy does not know; changes for \
      which the freezes could not be read; changes that could not be read
      """,
    formula: FigureDefinition.rateFormula, better: .lower)

  static var placement: Placement { .start }

  static func exclusion(byTypeOf change: MeasurableChange) -> ExclusionReason? {
    change.typeClass == .unknown ? .unknownType : nil
  }

  static func judge(_ change: MeasurableChange) -> RateJudgement {
    guard let start = change.start else { return .excluded(change.reasonForNoStart) }
    if let end = change.end, end < start { return .excluded(.endsBeforeStart) }
    guard let isInFreeze = change.calendar.isInFreeze else { return .excluded(.calendarUnknown) }
    return .counted(inNumerator: isInFreeze)
  }

  static func facts(of change: MeasurableChange) -> [DerivationFact] {
    .instants(("started", change.start), ("ended", change.end))
      + .words(("freeze", change.calendar.isInFreeze.map { $0 ? "inside" : "outside" }))
  }
}
