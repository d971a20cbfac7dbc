import PolicyReading

/// The share of the concluded changes that were made because of an earlier one.
enum ReworkRate: RateMeasure {
  static let definition = FigureDefinition(
    key: "rework_rate", title: "Rework rate", name: .reworkRate,
    numerator: """
      changes that follow up, fix forward or do again an earlier change, by the record's `follows`
      """,
    denominator: FigureDefinition.concludedChanges,
    notCounted: """
      changes cancelled, rejected or aborted before they started; changes not started or in \
      flight; changes whose end has passed without an outcome; changes with an outcome but no \
      recorded end; changes that could not be read
      """,
    formula: FigureDefinition.rateFormula, better: .lower)

  static func judge(_ change: MeasurableChange) -> RateJudgement {
    // The outcome does not say whether it is rework, so an unknown one gives no bounds.
    if case .unknown = change.standing { return .excluded(.unknownOutcome) }
    if change.end == nil, case .concluded = change.standing { return .excluded(.noEnd) }
    return change.judgement { _ in change.follows != nil }
  }

  static func facts(of change: MeasurableChange) -> [DerivationFact] {
    .instants(("ended", change.end)) + .words(("follows", change.follows))
  }
}
