import Chronology
import DeploymentLogs
import Deployments
import Records
import SourceText

/// What figures ask of a deployment to production of which a log tells.
struct MeasurableDeployment: Sendable {
  let id: String
  let at: Instant
  let standing: DeploymentStanding
  /// What went where.
  let title: String
  /// The id of its record.
  let record: String?

  init(_ reconciled: ReconciledDeployment) {
    let deployment = reconciled.deployment
    id = deployment.id
    at = deployment.at
    standing = reconciled.standing
    title =
      [deployment.system, deployment.artifact ?? deployment.revision, deployment.environment]
      .compactMap(\.self).joined(separator: ", ")
    record = reconciled.change?.id
  }

  var facts: [DerivationFact] {
    .instants(("deployed", at)) + .words(("record", record), ("standing", standing.words))
  }
}
