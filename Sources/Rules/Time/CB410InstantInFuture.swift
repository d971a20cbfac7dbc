import Chronology
import Findings
import Obligations
import Records
import SourceText

/// CB410: something is on record as done that lies ahead.
package enum InstantInFuture: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 410, title: "a recorded instant is in the future", severity: .breach,
    enforces: "Audit trail",
    explanation: """
      `requested`, `started`, `deployed`, `closed`, approvals, rollbacks and reviews are things that
      happened. One that lies ahead of the instant for which the register is built is a slip of the
      pen, or was written before it was true. What is planned belongs under `scheduled`.

      Clocks differ a little: five minutes ahead are taken.
      """,
    wrong: """
      ---
      deployed: 2026-03-09T02:40Z
      closed: 2062-03-10T09:00Z
      ---
      """,
    right: """
      ---
      deployed: 2026-03-09T02:40Z
      closed: 2026-03-10T09:00Z
      ---
      """)

  private static let clockDifference: Int64 = 300

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    let latest = context.asOf + clockDifference
    var findings: [Finding] = []
    func look(_ instant: Located<Instant>?, _ name: String) {
      guard let instant, instant.value > latest else { return }
      findings.append(
        finding(
          "\(name) on \(instant.value.rfc3339), which has not come yet",
          help: "correct the instant, or put what is planned under `scheduled:`",
          at: instant.place, policy: context.policy.auditClause))
    }
    // The date that is asked for in the schedule lies ahead by its nature.
    if !change.isRequestedInSchedule { look(change.requested, "requested") }
    look(change.started, "started")
    look(change.deployed, "deployed")
    look(change.closed, "closed")
    for approval in change.approvals {
      look(approval.at, "approved")
      look(approval.documented, "documented")
    }
    look(change.rollback?.at, "rolled back")
    look(change.review?.at, "reviewed")
    look(change.runtime?.enacted, "enacted")
    return findings
  }
}
