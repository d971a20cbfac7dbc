import Findings
import Obligations
import PolicyReading
import Records
import SourceText

/// CB308: an approval by word of mouth that was never written down.
package enum VerbalApprovalUndocumented: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 308, title: "verbal approval never documented", severity: .breach,
    enforces: "Emergency changes",
    explanation: """
      In an emergency a word is enough to begin, and is written down immediately after. A record
      that says `verbal: true` says with `documented:` when that was done.
      """,
    wrong: """
      ---
      type: Emergency
      approvals:
        - {role: emergency cab, by: "@eng-lead", at: 2026-03-06T01:50Z, verbal: true}
        - {role: technical, by: "@runtime-lead", at: 2026-03-09T09:00Z}
        - {role: technical, by: "@rpc-reviewer", at: 2026-03-09T09:30Z}
      ---
      """,
    right: """
      ---
      type: Emergency
      approvals:
        - {role: emergency cab, by: "@eng-lead", at: 2026-03-06T01:50Z, verbal: true,
           documented: 2026-03-06T03:10Z}
        - {role: technical, by: "@runtime-lead", at: 2026-03-09T09:00Z}
        - {role: technical, by: "@rpc-reviewer", at: 2026-03-09T09:30Z}
      ---
      """)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    context.obligations.authorisation.compactMap { finding(for: $0, in: context.demands) }
  }

  static func finding(for gap: AuthorisationGap, in context: ObligationContext) -> Finding? {
    guard case .verbalUndocumented(let approval) = gap else { return nil }
    return finding(
      "the verbal \(approval.role.value.title) was never documented",
      help: "add `documented:` with the instant at which it was written down",
      at: approval.place,
      policy: context.policy.emergencyClause ?? context.type?.reference)
  }
}
