import Findings
import Obligations
import PolicyReading
import Records
import SourceText

/// CB309: a waiver that waives nothing.
package enum InvalidWaiver: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 309, topic: .waivers, title: "waiver not valid", severity: .breach,
    enforces: "Accepted exceptions",
    explanation: """
      A waiver says that a breach is known and accepted: of which rule, by whom, when and why. The
      breach is then shown as waived and counted apart. Without one of these, with a date to come, or
      by the requester or the implementer, it is no acceptance: the breach stands, and the waiver is
      one more. One whose `expires:` is over waives nothing any more (CB901). What cannot be read (an
      error) cannot be waived, nor can rules about waivers.
      """,
    wrong: """
      ---
      requester: "@rpc-dev"
      waivers:
        - {rule: CB603, by: "@rpc-dev", at: 2026-03-09T08:00Z, reason: git was down until then}
      ---
      """,
    right: """
      ---
      requester: "@rpc-dev"
      waivers:
        - {rule: CB603, by: "@ops-lead", at: 2026-03-09T08:00Z, reason: git was down until then}
      ---
      """)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    change.waivers.compactMap { waiver in
      guard case .refused(let fault) = waiver.reading(of: change, asOf: context.asOf) else {
        return nil
      }
      return finding(
        fault.message, help: fault.help, at: fault.place,
        policy: context.policy.auditClause)
    }
  }
}
