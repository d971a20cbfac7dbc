import PolicyReading
import Records

/// The share of the concluded changes that were rolled back.
enum RollbackRate: RateMeasure {
  static let definition = FigureDefinition(
    key: "rollback_rate", title: "Rollback rate", name: .rollbackRate,
    numerator: "changes with the outcome rolled-back",
    denominator: FigureDefinition.concludedChanges,
    notCounted: FigureDefinition.notConcluded, formula: FigureDefinition.rateFormula, better: .lower
  )

  static func judge(_ change: MeasurableChange) -> RateJudgement {
    change.judgement { $0 == .rolledBack }
  }
}
