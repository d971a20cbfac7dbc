import Chronology
import PolicyReading

/// The first stage of a change: from its request to its approval.
enum ApprovalWait: DurationMeasure {
  static let definition = FigureDefinition(
    key: "approval_wait", title: "Wait for approval", name: .approvalWait,
    numerator:
      "the time from the recorded request to the last required approval given by the start",
    denominator: ChangeStages.denominator, notCounted: ChangeStages.notCounted,
    formula: FigureDefinition.durationFormula, better: .lower)

  static func exclusion(byTypeOf change: MeasurableChange) -> ExclusionReason? {
    ChangeStages.exclusion(byTypeOf: change)
  }

  static func judge(_ change: MeasurableChange) -> DurationJudgement {
    ChangeStages.judge(change) { $0.approved - $0.requested }
  }

  static func facts(of change: MeasurableChange) -> [DerivationFact] {
    ChangeStages.facts(of: change)
  }
}
