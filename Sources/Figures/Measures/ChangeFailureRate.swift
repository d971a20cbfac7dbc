import PolicyReading
import Records

/// The share of the concluded changes that failed or caused an incident.
enum ChangeFailureRate: RateMeasure {
  static let definition = FigureDefinition(
    key: "change_failure_rate", title: "Change failure rate", name: .changeFailureRate,
    numerator: """
      changes that failed, were rolled back, were aborted, cancelled or rejected after their \
      start, or caused at least one incident
      """,
    denominator: FigureDefinition.concludedChanges,
    notCounted: FigureDefinition.notConcluded, formula: FigureDefinition.rateFormula, better: .lower
  )

  static func judge(_ change: MeasurableChange) -> RateJudgement {
    change.judgement(isCertain: change.causedIncident) {
      $0 == .failed || $0 == .rolledBack || $0 == .aborted
    }
  }

  static func facts(of change: MeasurableChange) -> [DerivationFact] {
    change.outcomeFacts
      + .words(("incident", change.causedIncident ? "caused one" : nil))
  }
}
