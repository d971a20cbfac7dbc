import Chronology
import PolicyReading

/// The third stage of a change: from the start of the work to its deployment.
enum WorkTime: DurationMeasure {
  static let definition = FigureDefinition(
    key: "work_time", title: "Work from start to deployment", name: .workTime,
    numerator: "the time from the start of the work to the deployment",
    denominator: ChangeStages.denominator, notCounted: ChangeStages.notCounted,
    formula: FigureDefinition.durationFormula, better: .lower)

  static func exclusion(byTypeOf change: MeasurableChange) -> ExclusionReason? {
    ChangeStages.exclusion(byTypeOf: change)
  }

  static func judge(_ change: MeasurableChange) -> DurationJudgement {
    ChangeStages.judge(change) { $0.deployed - $0.started }
  }

  static func facts(of change: MeasurableChange) -> [DerivationFact] {
    ChangeStages.facts(of: change)
  }
}
