import Chronology
import Findings
import Obligations
import Records
import SourceText

/// CB408: over, and nobody said how it went.
package enum OutcomeMissing: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 408, title: "over or started long ago, no outcome recorded", severity: .warning,
    enforces: "Audit trail",
    explanation: """
      Once the planned end of a change has passed, its record says how it went: `outcome:`, also for
      a change that was cancelled or never begun. The same holds for a record that is closed, and for a
      change without a plan that started 14 days ago or longer; `outcome_due` of the settings says
      another number of days. Until then the change is in no rate, and the reports give the rate as it would be at worst and at
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
    switch context.obligations.outcome?.basis {
    case nil: return startedLongAgo(change, in: context)
    case .closed(let closed)?:
      return [
        finding(
          "closed, and no outcome is recorded", help: "add `outcome:`", at: closed.place,
          policy: context.policy.auditClause, fact: .outcomeOverdue)
      ]
    case .planned(let planned)?:
      return [
        finding(
          "planned until \(context.display(planned.value.end)), and no outcome is recorded",
          help: change.beginning == nil
            ? "add `outcome:`, or move `scheduled:` where it is still to come" : "add `outcome:`",
          at: planned.place, policy: context.policy.auditClause, fact: .outcomeOverdue)
      ]
    }
  }

  /// Without a plan and a closing it would never be due: what started long ago and has no outcome is in
  /// no rate, and would stay out of all of them.
  private static func startedLongAgo(_ change: Change, in context: ChangeContext) -> [Finding] {
    guard change.outcome == nil, change.scheduled == nil,
      !change.problems.contains(where: { $0.isUnreadable("outcome") }),
      let began = change.beginning ?? change.rollback?.at,
      began.value + context.outcomeDue <= context.asOf
    else { return [] }
    return [
      finding(
        "started on \(context.display(began.value)), and no outcome is recorded",
        help: "add `outcome:`", at: began.place, policy: context.policy.auditClause,
        fact: .outcomeOverdue)
    ]
  }
}
