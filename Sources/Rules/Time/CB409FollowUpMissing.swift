import Chronology
import Findings
import Obligations
import PolicyReading
import Records
import SourceText

/// CB409: it went wrong, and nothing came after it.
package enum FollowUpMissing: RegisterRule {
  package static let documentation = RuleDocumentation(
    code: 409, title: "emergency or failed change without the follow-up it needs",
    severity: .warning, enforces: "Emergency changes",
    explanation: """
      What failed or was rolled back is still to be done, or was not worth doing; what an emergency
      left with issues, aborted or failed waits for the change that puts it right. Another record
      says so: `follows:` or `supersedes:` with the id of this one. Where nothing is left to do, the
      notes of its review say that no follow-up is needed.

      The rule waits for the end of the change and for as long as the policy gives for the review of
      an emergency. It is a warning, because the policy leaves it to judgement whether there is
      something to follow up.
      """,
    wrong: """
      ---
      outcome: rolled-back
      rollback: {at: 2026-03-09T03:10Z, trigger: handshakes fail, verified: true}
      post_mortem: docs/post-mortems/2026-03-09.md
      review: {at: 2026-03-10T10:00Z, by: "@ops-lead", notes: the trust store was the old one}
      ---
      """,
    right: """
      ---
      outcome: rolled-back
      rollback: {at: 2026-03-09T03:10Z, trigger: handshakes fail, verified: true}
      post_mortem: docs/post-mortems/2026-03-09.md
      review: {at: 2026-03-10T10:00Z, by: "@ops-lead", notes: no follow-up is needed}
      ---
      """)

  package static func check(_ register: Register, in context: RegisterContext) -> [Finding] {
    let followUps = FollowUps(register.changes)
    return register.changes.compactMap { change in
      guard let outcome = change.outcome else { return nil }
      let policy = context.policies[register.policyIndex(for: change)]
      let type = change.type.flatMap { policy.type(named: $0.value) }
      guard
        followUps.isOwed(by: change, type: type, policy: policy.policy, asOf: context.asOf)
      else { return nil }
      return finding(
        "\(outcome.value.rawValue), and nothing follows it up",
        help: "give the next change `follows: \(change.id)`, or say in the review's notes that no "
          + "follow-up is needed",
        at: outcome.place,
        policy: type?.isEmergency == true ? policy.emergencyClause : policy.rollbackClause,
        record: change.id, fact: .followUpOverdue)
    }
  }
}
