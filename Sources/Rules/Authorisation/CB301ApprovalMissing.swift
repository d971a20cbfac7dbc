import Findings
import Obligations
import PolicyReading
import Records
import SourceText

/// CB301: work began without the approval of its type.
package enum ApprovalMissing: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 301, title: "the approval this type needs is missing", severity: .breach,
    enforces: "Change types",
    explanation: """
      The table of change types says who approves a change of each type. A review by the CAB is an
      approval with `role: cab`, or one each of `engineering lead`, `security` and `operations`. An
      emergency CAB is `role: emergency cab`, the CAB itself, or the engineering lead, who for a
      change with `security_relevant: true` needs security as well. A governance vote is
      `runtime: {voting: …}` or `role: governance`.

      It is asked for once the work has begun, its planned start has passed, or its outcome says so;
      an open request may wait for it. A record without any date, such as a filled-in template,
      cannot say that it waits: its boxes have to show the approval, and only a vote, which the
      template has no box for, is not asked of it. The template's `CAB Approval` counts for
      emergencies too.
      """,
    wrong: """
      ---
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
        - {role: technical, by: "@rpc-reviewer", at: 2026-03-04T15:20Z}
      ---
      """,
    right: """
      ---
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
        - {role: technical, by: "@rpc-reviewer", at: 2026-03-04T15:20Z}
        - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
      ---
      """)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    context.obligations.authorisation.compactMap { finding(for: $0, of: change) }
  }

  static func finding(for gap: AuthorisationGap, of change: Change) -> Finding? {
    guard case .approvalMissing(let type) = gap else { return nil }
    let (what, help) = words(for: type.approval)
    return finding(
      "no \(what) is recorded, \(type.name) changes need it", help: help,
      at: change.typePlace, policy: type.reference)
  }

  private static func words(for approval: ChangeType.Approval) -> (what: String, help: String) {
    switch approval {
    case .preApproved, .nobody: ("approval", "add an approval")
    case .advisoryBoard:
      (
        "CAB approval",
        "add `{role: cab, by: …, at: …}` to `approvals`, or tick `CAB Approval` and name who"
      )
    case .emergencyBoard:
      (
        "emergency CAB approval",
        "add `{role: emergency cab, by: …, at: …}` to `approvals`; `verbal: true` with "
          + "`documented:` where it was given verbally"
      )
    case .governanceVote:
      ("governance vote", "add the vote: `runtime: {voting: {from, to, aye, nay}}`")
    case .roles(let rule): ("approval (\(rule.text))", "add it to `approvals`")
    }
  }
}
