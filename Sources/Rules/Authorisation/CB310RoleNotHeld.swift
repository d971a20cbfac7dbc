import Chronology
import Findings
import Obligations
import Records
import SourceText

/// CB310: somebody approved in a role that they did not hold.
package enum RoleNotHeld: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 310, title: "the approver did not hold the role then", severity: .breach,
    enforces: "The list of people",
    explanation: """
      `content/people.md` may list who approves as what, and from which day until which. An approval
      by somebody who did not hold its role at that instant is none that the organisation has agreed
      on. Where a row gives no roles, or an approval has no time and the row has days, nobody can
      tell, and the rule is silent. The board's own name, such as `@cab`, needs no row.

      Roles are those of `approvals:`: technical, security, architecture, engineering lead,
      operations, cab, emergency cab, governance, and those that the policy names itself.
      """,
    wrong: """
      # content/people.md
      | Handle | Roles | From | Until |
      |--------|-------|------|-------|
      | @runtime-lead | technical | 2025-01-01 | 2025-12-31 |

      # CHG-2026-0042
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
      """,
    right: """
      # content/people.md
      | Handle | Roles | From | Until |
      |--------|-------|------|-------|
      | @runtime-lead | technical | 2025-01-01 | |

      # CHG-2026-0042
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
      """)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    context.obligations.authorisation.compactMap(finding(for:))
  }

  static func finding(for gap: AuthorisationGap) -> Finding? {
    guard case .roleNotHeld(let approval, let by) = gap else { return nil }
    let when = approval.at.map { " on \($0.value.rfc3339)" } ?? ""
    return finding(
      "\(by.value) did not hold the role of the \(approval.role.value.title)\(when)",
      help: "have it approved by somebody who holds the role, or mend the list of people",
      at: by.place)
  }
}
