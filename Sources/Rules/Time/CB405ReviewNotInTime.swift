import Chronology
import Findings
import Obligations
import PolicyReading
import Records
import SourceText

/// CB405: an emergency that nobody looked at in time.
package enum ReviewNotInTime: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 405, title: "emergency without its post-implementation review in time",
    severity: .breach, enforces: "Emergency changes",
    explanation: """
      An emergency goes ahead on little more than a word, so that it is looked at afterwards: within
      the time that the policy states, counted from the end of the change (its rollback, else
      `deployed:`, else `closed:`). The review is recorded as `review: {at, by, notes}`. It is
      overdue once the time has passed without one, and late where it was held after it; one
      without `at:` cannot be seen to have been in time.
      """,
    wrong: """
      ---
      type: Emergency
      approvals:
        - {role: emergency cab, by: "@engineering-lead", at: 2026-03-09T02:00Z}
        - {role: technical, by: "@runtime-lead", at: 2026-03-09T02:30Z}
        - {role: technical, by: "@rpc-reviewer", at: 2026-03-09T02:35Z}
      review: {at: 2026-03-11T09:00Z, by: "@engineering-lead", notes: handled well}
      ---
      """,
    right: """
      ---
      type: Emergency
      approvals:
        - {role: emergency cab, by: "@engineering-lead", at: 2026-03-09T02:00Z}
        - {role: technical, by: "@runtime-lead", at: 2026-03-09T02:30Z}
        - {role: technical, by: "@rpc-reviewer", at: 2026-03-09T02:35Z}
      review: {at: 2026-03-10T09:00Z, by: "@engineering-lead", notes: handled well}
      ---
      """)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    guard let allowed = context.policy.policy.reviewDeadline else { return [] }
    func by(_ deadline: Instant) -> String {
      "\(context.display(deadline)), \(durationWords(allowed.value))"
    }
    switch context.obligations.review {
    case .notOwed, .due, .inTime, .unreadable: return []
    case .late(let held, let deadline):
      return [
        finding(
          "reviewed \(DurationText.describe(seconds: held.value - deadline)) too late",
          help: "it was due by \(by(deadline)) after the change", at: held.place,
          policy: allowed.reference)
      ]
    case .overdue(let since, let ended, let isRecorded):
      return [
        finding(
          isRecorded
            ? "the review does not say when it was held"
            : "no post-implementation review by \(by(since)) after its end",
          help: isRecorded
            ? "add `at:`, an instant"
            : "hold it now and add `review:` with `at`, `by` and `notes`",
          at: change.review?.place ?? ended.place, policy: allowed.reference,
          fact: .reviewOverdue)
      ]
    }
  }
}
