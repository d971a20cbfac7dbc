import PolicyReading
import Records

/// The share of the concluded changes that were successful, with or without issues.
enum LenientSuccessRate: RateMeasure {
  static let definition = FigureDefinition(
    key: "lenient_change_success_rate", title: "Change success rate, issues allowed",
    name: .lenientSuccessRate,
    numerator: "changes with the outcome successful or successful-with-issues",
    denominator: FigureDefinition.concludedChanges,
    notCounted: FigureDefinition.notConcluded, formula: FigureDefinition.rateFormula,
    better: .higher)

  static func judge(_ change: MeasurableChange) -> RateJudgement {
    change.judgement { $0 == .successful || $0 == .successfulWithIssues }
  }
}
