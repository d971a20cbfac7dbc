import Chronology
import Findings
import Obligations
import PolicyReading
import Records
import SourceText

/// CB608: an approval waited longer than the policy allows.
package enum ApprovalWaited: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 608, title: "an approval waited longer than the policy allows", severity: .warning,
    enforces: "Metrics",
    explanation: """
      A policy may set a target for the wait for approval in its table of metrics: from the request to the last
      approval that the type needs. The rule names the changes that waited longer, and those that still
      wait. The target is one of all changes together, so a single change is a warning.

      Without such a row nothing is said.
      """,
    wrong: """
      | Metric | Target | Measurement |
      |--------|--------|-------------|
      | Wait for approval | <2 days | Request to approval |
      # and a change that was requested on 2 March and approved on 9 March
      """,
    right: """
      # approved on 3 March
      """)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    guard let requested = change.requested, let type = context.type, type.needsApproval,
      !change.isWithdrawn,
      let (target, bound) = Self.target(for: change, type, context.policy.policy)
    else { return [] }
    let given = change.lastRequiredApproval(in: context.demands)
    if given == nil, !change.approvals.isEmpty || change.hasHappened { return [] }
    let wait = (given?.instant ?? context.asOf) - requested.value
    let isOver = target.comparison == .below ? wait >= bound : wait > bound
    guard isOver else { return [] }
    let length = DurationText.describe(seconds: wait)
    return [
      finding(
        given == nil
          ? "has waited \(length) for its approval; the policy's target is \(target.text)"
          : "its approval came \(length) after the request; the policy's target is \(target.text)",
        help: "ask the approver earlier, or let somebody stand in",
        at: given?.approval.at?.place ?? requested.place, policy: target.reference)
    ]
  }

  /// The narrowest target that is set for such a change.
  private static func target(
    for change: Change, _ type: ChangeType, _ policy: Policy
  ) -> (Target, Int64)? {
    func holds(_ names: [String], _ name: String?) -> Bool {
      guard !names.isEmpty else { return true }
      guard let name = name.map(WordForm.fold) else { return false }
      return names.contains { name == WordForm.fold($0) || name.hasPrefix(WordForm.fold($0) + " ") }
    }
    let targets = policy.targets.compactMap { target -> (Target, Int64)? in
      guard target.figure == .approvalWait, case .duration(let bound) = target.bound,
        target.comparison == .below || target.comparison == .atMost,
        holds(target.types, type.name), holds(target.risks, change.risk?.value)
      else { return nil }
      return (target, bound)
    }
    return targets.max { a, b in
      a.0.types.count + a.0.risks.count < b.0.types.count + b.0.risks.count
    }
  }
}
