import Deployments
import PolicyReading

/// The share of the deployments to production that have an approved record: whether the register is
/// complete.
enum DeploymentCompleteness: FigureMeasure {
  static let definition = FigureDefinition(
    key: "deployment_completeness", title: "Deployments with an approved record",
    name: .deploymentCompleteness,
    numerator: """
      deployments whose record was neither cancelled nor rejected, is of their system, was at work then \
      and had, when the deployment began, the approvals that its type needs, with their instants. The record is the one that either names the other, else one that brings the \
      deployment's commit or artifact, else, where the log names none, one of its system and time
      """,
    denominator: """
      deployments to production in the period of which the logs in content/deployments tell, failed ones \
      too, by their end. Without a log, and in a period of which no log tells, there is no data
      """,
    notCounted: """
      deployments that the settings leave out, with the reason; those that were cancelled or are not \
      over are not looked at
      """,
    formula: FigureDefinition.rateFormula, subject: .loggedDeployment, better: .higher)

  static func measure(_ population: Population) -> Figure {
    var counted: [CountedRecord] = []
    var excluded: [ExcludedRecord] = []
    for deployment in population.records.logged {
      if deployment.standing.isExcluded {
        excluded.append(ExcludedRecord(id: deployment.id, reason: .excludedBySettings))
      } else {
        counted.append(
          CountedRecord(
            id: deployment.id, at: deployment.at, inNumerator: deployment.standing == .recorded))
      }
    }
    return .rate(
      RateFigure(
        definition: definition, counted: counted, excluded: excluded, unknown: UnknownOutcomes(),
        target: population.scope.target, confidence: population.confidence))
  }

  static func facts(of change: MeasurableChange) -> [DerivationFact] { [] }
}
