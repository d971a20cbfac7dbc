import Chronology
import PolicyReading

/// The time from the request to the deployment.
enum LeadTime: DurationMeasure {
  static let definition = FigureDefinition(
    key: "lead_time", title: "Lead time from request to deployment", name: .leadTime,
    numerator: "the time from the recorded request to the deployment",
    denominator: """
      changes of all types, ended in the period, with both instants recorded, whatever their \
      outcome
      """,
    notCounted: """
      changes that did not end or were never deployed; changes without a request that has an \
      instant; changes requested after their deployment, whose time would be negative; changes \
      that could not be read
      """,
    formula: FigureDefinition.durationFormula, better: .lower)

  static func judge(_ change: MeasurableChange) -> DurationJudgement {
    if case .calledOff(let reason) = change.standing { return .excluded(reason) }
    guard change.end != nil else { return .excluded(change.reasonForNoEnd) }
    guard let deployed = change.deployed else { return .excluded(.notDeployed) }
    guard let requested = change.requested else { return .excluded(.noRequest) }
    guard requested <= deployed else { return .excluded(.requestedAfterDeployment) }
    return .counted(seconds: deployed - requested)
  }

  static func facts(of change: MeasurableChange) -> [DerivationFact] {
    .instants(("requested", change.requested), ("deployed", change.deployed))
  }
}
