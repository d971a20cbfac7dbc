import Chronology
import PolicyReading

/// The second stage of a change: from its approval to the start of the work.
enum StartWait: DurationMeasure {
  static let definition = FigureDefinition(
    key: "start_wait", title: "Wait from approval to start", name: .startWait,
    numerator: "the time from the last required approval to the start of the work",
    denominator: ChangeStages.denominator, notCounted: ChangeStages.notCounted,
    formula: FigureDefinition.durationFormula, better: .lower)

  static func exclusion(byTypeOf change: MeasurableChange) -> ExclusionReason? {
    ChangeStages.exclusion(byTypeOf: change)
  }

  static func judge(_ change: MeasurableChange) -> DurationJudgement {
    ChangeStages.judge(change) { $0.started - $0.approved }
  }

  static func facts(of change: MeasurableChange) -> [DerivationFact] {
    ChangeStages.facts(of: change)
  }
}
