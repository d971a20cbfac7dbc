import Chronology
import Findings
import Obligations
import PolicyReading
import Records
import SourceText

/// CB305: the work began before everybody who has to approve it had.
package enum StartedBeforeApproval: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 305, title: "started before the last required approval", severity: .breach,
    enforces: "Change types and review requirements",
    explanation: """
      A change starts when the approval of its type and the reviews of its category are given. The
      rule finds the moment at which the last of these demands was met and compares it with
      `started:` (or `deployed:` where the start is not given). Approvals beyond what the policy
      asks for may come later, and ticked boxes, which have no time, are taken to be in time.

      An emergency may start on a word of mouth (`verbal: true`), and is reviewed afterwards. For
      every other type an approval counts from when it was written down.
      """,
    wrong: """
      ---
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
        - {role: technical, by: "@rpc-reviewer", at: 2026-03-04T15:20Z}
        - {role: cab, by: "@cab", at: 2026-03-09T02:30Z}
      started: 2026-03-09T02:05Z
      deployed: 2026-03-09T02:40Z
      ---
      """,
    right: """
      ---
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
        - {role: technical, by: "@rpc-reviewer", at: 2026-03-04T15:20Z}
        - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
      started: 2026-03-09T02:05Z
      deployed: 2026-03-09T02:40Z
      ---
      """)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    context.obligations.authorisation.compactMap(finding(for:))
  }

  static func finding(for gap: AuthorisationGap) -> Finding? {
    if case .datedAhead(let approval) = gap {
      let by = approval.by.map { " by \($0.value)" } ?? ""
      return finding(
        "the day beside the \(approval.role.value.title)\(by) comes only after the work begins",
        help: "an approval counts from the day on which it was given",
        at: approval.by?.place ?? approval.place)
    }
    guard case .beforeApproval(let early) = gap else { return nil }
    let by = early.approval.by.map { " by \($0.value)" } ?? ""
    let what = early.approval.role.value.title + by
    guard let began = early.began else {
      return finding(
        "the \(what) is not given before \(early.approved.rfc3339)",
        help: "start after the last required approval", at: early.approval.place,
        policy: early.asked)
    }
    return finding(
      "started before the \(what) of \(early.approved.rfc3339)",
      help: "start after the last required approval, or file it as an emergency",
      at: began.place, policy: early.asked)
  }
}
