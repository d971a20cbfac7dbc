import Findings
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
      the implementer, without regard to case and the leading `@`, in every role but governance: a
      vote belongs to all validators.
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
    guard !change.approvals.isEmpty, change.requester != nil || change.implementer != nil else {
      return []
    }
    let requesters = change.requester.map { Handle.all(in: $0.value) } ?? []
    let implementers = change.implementer.map { Handle.all(in: $0.value) } ?? []
    var findings: [Finding] = []
    for approval in change.approvals where approval.role.value != .governance {
      guard let by = approval.by else { continue }
      let names = Handle.all(in: by.value)
      let part =
        if names.contains(where: requesters.contains) {
          "requester"
        } else if names.contains(where: implementers.contains) {
          "implementer"
        } else {
          ""
        }
      guard !part.isEmpty else { continue }
      findings.append(
        finding(
          "\(by.value) approved their own change, as its \(part)",
          help: "let somebody else give the \(approval.role.value.title)", at: by.place,
          policy: reference(for: approval.role.value, of: change, in: context)))
    }
    return findings
  }

  /// The row that asks for the approval: the matrix for reviews, the type for the rest.
  private static func reference(
    for role: ApprovalRole, of change: Change, in context: ChangeContext
  ) -> PolicyReference? {
    let demand = context.policy.reviewDemand(of: change)
    switch role {
    case .technical: return demand.technical.row?.reference ?? context.type?.reference
    case .security: return demand.security.row?.reference ?? context.type?.reference
    default: return context.type?.reference
    }
  }
}
