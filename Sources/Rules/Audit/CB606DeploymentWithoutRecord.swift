import Chronology
import DeploymentLogs
import Deployments
import Findings
import Records
import SourceText

/// CB606: something went to production and no approved record tells of it.
package enum DeploymentWithoutRecord: RegisterRule {
  package static let documentation = RuleDocumentation(
    code: 606, title: "a deployment without an approved record", severity: .breach,
    enforces: "Audit trail",
    explanation: """
      The logs in `content/deployments` say what went to production. Each deployment has to have a record
      that was neither cancelled nor rejected, that is of its system, whose work was at its time, and that had, when the deployment began, the approvals that its type needs. A record
      belongs to a deployment where one names the other, else where the record's `delivers:` has the
      deployment's commit or artifact, else where the system is the same and the times agree within
      the tolerance of the settings.

      A log that names a record which is not there is not about the one that happens to be near. Where it
      brings a commit, an artifact or an id that some record delivers, it is about that, and it stays a doubt.

      A record that was written only after the deployment is a warning, and so is one whose approvals do not say
      when they were given.

      Without a log nothing is said.
      """,
    wrong: """
      # content/deployments/2026.jsonl
      {"id": "4711", "environment": "production", "system": "rpc-gateway", "finished": "2026-03-09T02:40Z"}
      # and no record of rpc-gateway at that time
      """,
    right: """
      # content/deployments/2026.jsonl
      {"id": "4711", "environment": "production", "record": "CHG-2026-0042", "finished": "2026-03-09T02:40Z"}
      """, asksLogs: true)

  package static func check(_ register: Register, in context: RegisterContext) -> [Finding] {
    (context.deployments?.deployments ?? []).compactMap(finding(for:))
  }

  private static func finding(for one: ReconciledDeployment) -> Finding? {
    let deployment = one.deployment
    let name = "the \(one.name), \(deployment.at.rfc3339),"
    let id = one.change?.id
    switch one.standing {
    case .excluded: return nil
    case .recorded:
      guard let id, let lateness = one.lateness else { return nil }
      return finding(
        "\(name) began \(DurationText.describe(seconds: lateness)) before its record \(id)",
        help: "write the record first; a waiver in it says why that was not possible",
        at: deployment.place, severity: .warning, record: id)
    case .unrecorded:
      return finding(
        "\(name) \(one.standing.words)",
        help:
          "write the record, let it name the deployment or its commit under `delivers:`, or leave "
          + "the deployment out under `deployments:` in changebook.yml, with the reason",
        at: deployment.place)
    case .approvalUndated:
      return finding(
        "\(name) \(one.standing.words)" + (id.map { ": \($0)" } ?? ""),
        help: "let the approvals in the record say when they were given, with `at`",
        at: deployment.place, severity: .warning, record: id)
    case .otherSystem, .otherTime:
      return finding(
        "\(name) \(one.standing.words)" + (id.map { ": \($0)" } ?? ""),
        help: "name the record that it was for, or correct the record's systems and instants",
        at: deployment.place, record: id)
    case .calledOff, .unapproved, .approvedLater:
      return finding(
        "\(name) \(one.standing.words)" + (id.map { ": \($0)" } ?? "")
          + (one.lateness.map {
            ", a record that came \(DurationText.describe(seconds: $0)) after it began"
          } ?? ""),
        help: "get the approval first; a waiver in the record says who accepted it otherwise",
        at: deployment.place, record: id)
    }
  }
}
