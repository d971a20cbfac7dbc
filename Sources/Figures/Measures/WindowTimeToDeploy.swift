import Chronology
import PolicyReading

/// The time from the last approval to the deployment in which the change was free to run.
enum WindowTimeToDeploy: DurationMeasure {
  static let definition = FigureDefinition(
    key: "window_time_to_deploy", title: "Mean time to deploy, open windows only",
    name: .windowTimeToDeploy,
    numerator: """
      the time from the last required approval to the deployment, of which only the parts count \
      in which a window that the change may use was open and no freeze stopped it
      """,
    denominator: MeanTimeToDeploy.definition.denominator,
    notCounted: MeanTimeToDeploy.definition.notCounted
      + "; changes for which the windows or freezes could not be read",
    formula: FigureDefinition.durationFormula, better: .lower)

  static var scope: FigureName? { .meanTimeToDeploy }

  static var takesScopeOfTarget: Bool { true }

  static func exclusion(byTypeOf change: MeasurableChange) -> ExclusionReason? {
    MeanTimeToDeploy.exclusion(byTypeOf: change)
  }

  static func judge(_ change: MeasurableChange) -> DurationJudgement {
    guard case .counted = MeanTimeToDeploy.judge(change) else {
      return MeanTimeToDeploy.judge(change)
    }
    guard let seconds = change.calendar.openSeconds else { return .excluded(.calendarUnknown) }
    return .counted(seconds: seconds)
  }

  static func facts(of change: MeasurableChange) -> [DerivationFact] {
    MeanTimeToDeploy.facts(of: change)
  }
}
