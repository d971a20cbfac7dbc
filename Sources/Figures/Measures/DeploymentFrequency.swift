import PolicyReading

/// How many changes reached production.
enum DeploymentFrequency: CountMeasure {
  static let definition = FigureDefinition(
    key: "deployment_frequency", title: "Deployment frequency", name: .deploymentFrequency,
    numerator: "changes deployed in the period, whatever their outcome and whatever followed",
    denominator: "nothing: it is a number, given also for seven days",
    notCounted: """
      changes that ended, or stand, in the period without a recorded deployment; changes that \
      could not be read
      """,
    formula: """
      the number of deployments, and seven times that number divided by the days of the period \
      that have passed
      """,
    subject: .deployment)

  static var placement: Placement { .deployment }

  static func judge(_ change: MeasurableChange) -> CountJudgement {
    if change.deployed != nil { return .counted }
    return switch change.standing {
    case .concluded: .excluded(.notDeployed)
    case .calledOff(let reason): .excluded(reason)
    case .notStarted: .excluded(.notStarted)
    case .inFlight: .excluded(.inFlight)
    case .unknown: .excluded(.unknownOutcome)
    }
  }
}
