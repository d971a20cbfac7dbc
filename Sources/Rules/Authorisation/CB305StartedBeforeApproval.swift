import Chronology
import Findings
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
    if let instant = context.startingAt {
      return [startsTooEarly(change, at: instant, in: context)].compactMap { $0 }
    }
    guard let beginning = change.beginning,
      change.approvals.contains(where: { $0.isLater(than: beginning.value) }),
      let (instant, approval, reference) = lastDemandMet(by: change, in: context),
      beginning.value < instant
    else { return [] }
    let by = approval.by.map { " by \($0.value)" } ?? ""
    return [
      finding(
        "started before the \(approval.role.value.title)\(by) of \(instant.rfc3339)",
        help: "start after the last required approval, or file it as an emergency",
        at: beginning.place, policy: reference)
    ]
  }

  /// Of a change that is about to begin: an approval may be dated later, or never be written down.
  private static func startsTooEarly(
    _ change: Change, at start: Instant, in context: ChangeContext
  ) -> Finding? {
    guard let (instant, approval, reference) = lastDemandMet(by: change, in: context),
      start < instant
    else { return nil }
    let by = approval.by.map { " by \($0.value)" } ?? ""
    return finding(
      "the \(approval.role.value.title)\(by) is not given before \(instant.rfc3339)",
      help: "start after the last required approval", at: approval.place, policy: reference)
  }

  private static func lastDemandMet(by change: Change, in context: ChangeContext) -> (
    Instant, Approval, PolicyReference?
  )? {
    let isEmergency = context.type?.isEmergency ?? false
    var last: (Instant, Approval, PolicyReference?)?
    func take(_ met: (Instant, Approval)?, _ reference: PolicyReference?) {
      guard let met, last.map({ $0.0 < met.0 }) ?? true else { return }
      last = (met.0, met.1, reference)
    }
    if let type = context.type,
      let demand = ApprovalDemand(
        type.approval, isSecurityRelevant: change.isSecurityRelevant?.value ?? false)
    {
      take(demand.met(by: change.approvals, ofEmergency: isEmergency), type.reference)
    }
    guard !isEmergency, !change.categories.isEmpty else { return last }
    let reviews = context.policy.reviewDemand(of: change)
    take(
      Reviewers(.technical, of: change).reached(reviews.technical.count, inEmergency: false),
      reviews.technical.row?.reference)
    take(
      Reviewers(.security, of: change).reached(reviews.security.count, inEmergency: false),
      reviews.security.row?.reference)
    return last
  }
}

extension Approval {
  /// Given or documented after an instant.
  fileprivate func isLater(than instant: Instant) -> Bool {
    (at.map { instant < $0.value } ?? false) || (documented.map { instant < $0.value } ?? false)
  }
}
