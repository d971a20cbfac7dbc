import Chronology
import Findings
import Records
import SourceText

/// CB408: over, and nobody said how it went.
package enum OutcomeMissing: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 408, title: "planned end passed, no outcome recorded", severity: .warning,
    enforces: "Audit trail",
    explanation: """
      Once the planned end of a change has passed, its record says how it went: `outcome:`, also for
      a change that was cancelled or never begun. The same holds for a record that is closed. Until
      then the change is in no rate, and the reports give the rate as it would be at worst and at
      best.

      It is a warning, because the policy gives no time for it: the change may have gone well an
      hour ago.
      """,
    wrong: """
      ---
      id: CHG-2026-0042
      outcome:
      ---
      """,
    right: """
      ---
      outcome: successful
      ---
      """)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    // An outcome that cannot be read is CB104's.
    guard change.outcome == nil, !change.problems.contains(where: { $0.isUnreadable("outcome") })
    else { return [] }
    let help = "add `outcome:`, or move `scheduled:` where it is still to come"
    if let closed = change.closed, closed.value <= context.asOf {
      return [
        finding(
          "closed, and no outcome is recorded", help: "add `outcome:`", at: closed.place,
          policy: context.policy.auditClause)
      ]
    }
    guard let scheduled = change.scheduled, scheduled.value.end <= context.asOf else { return [] }
    return [
      finding(
        "planned until \(context.display(scheduled.value.end)), and no outcome is recorded",
        help: change.beginning == nil ? help : "add `outcome:`", at: scheduled.place,
        policy: context.policy.auditClause)
    ]
  }
}
