import Chronology
import Findings
import Obligations
import PolicyReading
import Records
import SourceText

/// CB406: the instants of a record contradict the order of things.
package enum InstantsOutOfOrder: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 406, title: "instants out of order", severity: .breach, enforces: "Audit trail",
    explanation: """
      A change is requested, approved, started, deployed and closed, in this order; a rollback and
      a review follow what they undo and look at. Instants that run backwards are slips of the pen
      more often than anything else, and they turn times to deploy negative. Where an instant is
      missing the next earlier one is compared.

      The same holds inside a vote (`from` before `to`) and inside a verbal approval, which is
      documented after it is given and may come before the request is written. Approvals after the
      start are CB305.
      """,
    wrong: """
      ---
      started: 2026-03-09T02:05Z
      deployed: 2026-03-08T02:40Z
      ---
      """,
    right: """
      ---
      started: 2026-03-09T02:05Z
      deployed: 2026-03-09T02:40Z
      ---
      """)

  /// An instant with the word for it.
  private typealias Step = (name: String, instant: Located<Instant>?)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    var findings: [Finding] = []
    func compare(_ earlier: Step, _ later: Step) {
      guard let first = earlier.instant, let second = later.instant, second.value < first.value
      else { return }
      findings.append(
        finding(
          "\(later.name) before it was \(earlier.name) on \(first.value.rfc3339)",
          help: "correct one of the two instants", at: second.place,
          policy: context.policy.auditClause))
    }
    let requested: Step = ("requested", change.requested)
    let work: [Step] = [
      requested, ("started", change.started), ("deployed", change.deployed),
      ("closed", change.closed),
    ].filter { $0.instant != nil }
    for (earlier, later) in zip(work, work.dropFirst()) { compare(earlier, later) }
    for approval in change.approvals {
      if approval.isVerbal {
        compare(("given", approval.at), ("documented", approval.documented))
      } else {
        compare(requested, ("approved", approval.at))
      }
    }
    let done: Step =
      change.deployed == nil ? ("started", change.started) : ("deployed", change.deployed)
    if let rollback = change.rollback {
      compare(("started", change.started), ("rolled back", rollback.at))
      if change.started == nil {
        compare(("deployed", change.deployed), ("rolled back", rollback.at))
      }
    }
    compare(done, ("reviewed", change.review?.at))
    if let voting = change.runtime?.voting {
      compare(("opened for votes", voting.from), ("closed for votes", voting.to))
    }
    return findings
  }
}
