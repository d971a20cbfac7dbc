import Findings
import Obligations
import PolicyReading
import Records
import SourceText

/// CB304: who asked for the change, or made it, approved it.
package enum SelfApproval: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 304, title: "requester or implementer approved their own change", severity: .breach,
    enforces: "Change types and review requirements",
    explanation: """
      An approval is a second pair of eyes. The rule compares who approved with the requester and
      the implementer, in every role but governance: a vote belongs to all validators. `@ann`,
      `ann@example.com` and `Ann Smith <ann@example.com>` are one person where their parts agree or
      where `content/people.md` says so.
      """,
    wrong: """
      ---
      requester: "@rpc-dev"
      approvals:
        - {role: technical, by: "@rpc-dev", at: 2026-03-04T10:00Z}
        - {role: technical, by: "@rpc-reviewer", at: 2026-03-04T15:20Z}
        - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
      ---
      """,
    right: """
      ---
      requester: "@rpc-dev"
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
        - {role: technical, by: "@rpc-reviewer", at: 2026-03-04T15:20Z}
        - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
      ---
      """)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    context.obligations.authorisation.compactMap(finding(for:))
  }

  static func finding(for gap: AuthorisationGap) -> Finding? {
    guard case .selfApproval(let approval, let party, let asked) = gap, let by = approval.by else {
      return nil
    }
    return finding(
      "\(by.value) approved their own change, as its \(party.rawValue)",
      help: "let somebody else give the \(approval.role.value.title)", at: by.place, policy: asked)
  }
}
