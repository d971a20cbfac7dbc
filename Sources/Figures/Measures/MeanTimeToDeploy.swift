import Chronology
import PolicyReading

/// The time from the last required approval to the deployment.
enum MeanTimeToDeploy: DurationMeasure {
  static let definition = FigureDefinition(
    key: "mean_time_to_deploy", title: "Mean time to deploy", name: .meanTimeToDeploy,
    numerator: """
      the time from the last required approval that was given by the start of the work to the \
      deployment; approvals that nothing requires, and those given later, do not move it
      """,
    denominator: """
      changes of the types that the target names, ended in the period, with both instants on \
      record, whatever their outcome
      """,
    notCounted: """
      pre-approved changes, which have no approval to wait for; changes of other types; changes \
      that did not end or were never deployed; changes without an approval that has an instant; \
      changes approved only after their start, which did not wait for their approval: their \
      number stands beside the figure; changes that could not be read
      """,
    formula: FigureDefinition.durationFormula + "; the mean is compared with the target exactly",
    better: .lower)

  static var takesScopeOfTarget: Bool { true }

  static func exclusion(byTypeOf change: MeasurableChange) -> ExclusionReason? {
    switch change.typeClass {
    case .standard: .preApproved
    case .unknown: .unknownType
    case .emergency, .governed, .other: nil
    }
  }

  static func judge(_ change: MeasurableChange) -> DurationJudgement {
    if case .calledOff(let reason) = change.standing { return .excluded(reason) }
    guard change.end != nil else { return .excluded(change.reasonForNoEnd) }
    guard let deployed = change.deployed else { return .excluded(.notDeployed) }
    guard let approved = change.lastApproval else {
      return .excluded(change.isApprovedLate ? .approvedAfterStart : .noApproval)
    }
    // Approved by its start, which then comes after its deployment.
    guard approved <= deployed else { return .excluded(.endsBeforeStart) }
    return .counted(seconds: deployed - approved)
  }

  static func facts(of change: MeasurableChange) -> [DerivationFact] {
    .instants(("last approval", change.lastApproval), ("deployed", change.deployed))
  }
}
