import PolicyReading

/// The share of the breaches that somebody accepted.
enum WaivedBreachRate: RateMeasure {
  static let definition = FigureDefinition(
    key: "waived_breach_rate", title: "Breaches waived", name: .waivedBreachRate,
    numerator: "breaches that a valid waiver of the record covers",
    denominator: """
      breaches of the policy found in the changes of the period, each on its own; what is a \
      breach is as the settings rank the rules. A change belongs to the period of its end, else \
      of its start, its planned start or its request
      """,
    notCounted: "breaches of changes that could not be read; changes without a breach add nothing",
    formula: FigureDefinition.rateFormula, subject: .breach, better: .lower)

  static func judge(_ change: MeasurableChange) -> RateJudgement {
    .parts(change.breaches.waived, of: change.breaches.all)
  }

  static func facts(of change: MeasurableChange) -> [DerivationFact] { [] }
}
