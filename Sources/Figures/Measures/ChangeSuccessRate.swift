import PolicyReading
import Records

/// The share of the concluded changes that were successful, without issues.
enum ChangeSuccessRate: RateMeasure {
  static let definition = FigureDefinition(
    key: "change_success_rate", title: "Change success rate", name: .changeSuccessRate,
    numerator: "changes with the outcome successful",
    denominator: FigureDefinition.concludedChanges,
    notCounted: FigureDefinition.notConcluded, formula: FigureDefinition.rateFormula,
    better: .higher)

  static func judge(_ change: MeasurableChange) -> RateJudgement {
    change.judgement { $0 == .successful }
  }
}
