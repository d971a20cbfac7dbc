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
      where `content/people.md` says so, and may be one where readers could take them for one: `D. Brown` and
      `Dana Brown`. Such an approval is no second pair of eyes either, until the list tells them apart.
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
    context.obligations.authorisation.compactMap { finding(for: $0, of: change) }
  }

  static func finding(for gap: AuthorisationGap, of change: Change) -> Finding? {
    guard case .selfApproval(let approval, let party, let asked) = gap, let by = approval.by else {
      return nil
    }
    let (parties, named) =
      party == .requester
      ? (change.requesters, change.requester) : (change.implementers, change.implementer)
    let isCertain = (approval.people + approval.others).contains { person in
      person.isNamed(after: party.rawValue) || parties.contains { person.coincides(with: $0) }
    }
    if !isCertain, let named {
      return finding(
        "\(quoted(by.value)) may be the \(party.rawValue) \(quoted(named.value)), so their approval "
          + "is no second pair of eyes",
        help: "write both names in full, list both in content/people.md, or let somebody else give "
          + "the \(approval.role.value.title)", at: by.place, policy: asked)
    }
    return finding(
      "\(by.value) approved their own change, as its \(party.rawValue)",
      help: "let somebody else give the \(approval.role.value.title)", at: by.place, policy: asked)
  }
}
