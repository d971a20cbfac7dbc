import Chronology
import Deployments
import Findings
import Records
import SourceText

/// CB607: a record says that it was deployed, and the logs do not.
package enum RecordWithoutDeployment: RegisterRule {
  package static let documentation = RuleDocumentation(
    code: 607, title: "a record without its deployment", severity: .warning,
    enforces: "Audit trail",
    explanation: """
      A record with `deployed:` has to have a deployment in the logs of `content/deployments`, at the same
      time within the tolerance of the settings. Files of a folder whose names differ in numbers alone are one source: what lies before its
      first entry or after its last, in a whole month between two of its files of which there is no entry, and
      systems that it never names, are not claimed to be missing.

      Without a log nothing is said.
      """,
    wrong: """
      ---
      id: CHG-2026-0042
      deployed: 2026-03-09T02:40Z
      ---
      # and the log has no deployment of its system at that time
      """,
    right: """
      ---
      id: CHG-2026-0042
      deployed: 2026-03-09T02:40Z
      delivers:
        - deployments: ["4711"]
      ---
      """, asksLogs: true)

  package static func check(_ register: Register, in context: RegisterContext) -> [Finding] {
    (context.deployments?.changes ?? []).compactMap { one in
      let place = one.place
      switch one.kind {
      case .notCovered, .excluded: return nil
      case .missing:
        return finding(
          "the record says that it was deployed, and no log has a deployment of it",
          help:
            "correct `deployed:`, name the deployment or the commit under `delivers:`, or leave the "
            + "record out under `deployments:` in changebook.yml, with the reason",
          at: place, record: one.change.id)
      case .otherTime(let deployment, let at):
        return finding(
          "the record says that it was deployed at \(one.deployed.rfc3339), and its deployment "
            + "\(deployment) was at \(at.rfc3339)",
          help: "correct `deployed:`, or set `tolerance:` under `deployments:` in changebook.yml",
          at: place, record: one.change.id)
      }
    }
  }
}
