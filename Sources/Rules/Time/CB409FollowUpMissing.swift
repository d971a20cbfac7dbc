import Chronology
import Findings
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
    var followed: Set<String> = []
    for change in register.changes {
      for reference in [change.follows, change.supersedes] {
        if let reference, reference.value != change.id { followed.insert(reference.value) }
      }
    }
    return register.changes.compactMap { change in
      guard let outcome = change.outcome, outcome.value != .successful,
        !followed.contains(change.id), !change.isWithdrawn, !change.hasUnreadableFacts
      else { return nil }
      return report(
        change, outcome, by: context.policies[register.policyIndex(for: change)],
        asOf: context.asOf)
    }
  }

  private static func report(
    _ change: Change, _ outcome: Located<Outcome>, by policy: PolicyIndex, asOf: Instant
  ) -> Finding? {
    let isEmergency = change.type.flatMap { policy.type(named: $0.value) }?.isEmergency ?? false
    switch outcome.value {
    case .failed, .rolledBack: break
    case .aborted, .successfulWithIssues: guard isEmergency else { return nil }
    case .successful, .cancelled, .rejected: return nil
    }
    guard let ended = change.ended,
      ended.value + (policy.policy.reviewDeadline?.value ?? 0) < asOf,
      !(change.review?.notes.map { saysNoneIsNeeded($0.value) } ?? false)
    else { return nil }
    return finding(
      "\(outcome.value.rawValue), and nothing follows it up",
      help: "give the next change `follows: \(change.id)`, or say in the review's notes that no "
        + "follow-up is needed",
      at: outcome.place, policy: isEmergency ? policy.emergencyClause : policy.rollbackClause,
      record: change.id)
  }

  /// `No follow-up is needed`, `Nothing to follow up`, `Follow-up: none`.
  static func saysNoneIsNeeded(_ notes: String) -> Bool {
    let text = " \(WordForm.fold(notes)) "
    return [
      " no follow up", " no followup", " no further change", " nothing to follow up",
      " nothing follows", " nothing further ", " follow up none ", " follow up not ",
      " follow up is not ", " no new change",
    ].contains { text.contains($0) }
  }
}
