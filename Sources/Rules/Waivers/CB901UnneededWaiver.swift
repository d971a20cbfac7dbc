import Chronology
import Findings
import History
import Obligations
import PolicyReading
import Records
import SourceText

/// CB901: a waiver that has expired or waives nothing.
package enum UnneededWaiver: Rule {
  package static let documentation = RuleDocumentation(
    code: 901, title: "a waiver has expired or waives nothing", severity: .note,
    enforces: "Accepted exceptions",
    explanation: """
      A waiver that nothing needs hides the next breach of its rule, and one of the wrong rule leaves
      the breach open that it was meant for. It is named where the rule that it names has no finding in
      the record, or where another waiver above it has accepted the same already. One whose `expires:` is
      over is named too: what it waived is open again.

      Nothing is said before the change has its outcome and the time for its review is over, because
      the breach that was accepted in advance may still come. Nor is it said of a rule that reads
      git's history, or logs of deployments, where there is none to read.
      """,
    wrong: """
      ---
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
        - {role: technical, by: "@rpc-reviewer", at: 2026-03-04T15:20Z}
        - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
      waivers:
        - {rule: CB302, by: "@ops-lead", at: 2026-03-03T08:00Z, reason: Nobody else is there}
      ---
      """,
    right: """
      ---
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
        - {role: technical, by: "@rpc-reviewer", at: 2026-03-04T15:20Z}
        - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
      ---
      """)

  /// Of all changes, beside everything that was found, with waivers applied.
  static func findings(
    _ register: Register, beside found: [Finding], in context: RegisterContext
  ) -> [Finding] {
    let changes = register.changes.filter { !$0.waivers.isEmpty && !$0.hasUnreadableFacts }
    if changes.isEmpty { return [] }
    let (paths, ids) = (Set(changes.map(\.file.path)), Set(changes.map(\.id)))
    let ofFile = Dictionary(
      grouping: found.filter { paths.contains($0.place.file.path) }, by: \.place.file.path)
    // What is found of a change may stand in another file, such as a log.
    let ofRecord = Dictionary(
      grouping: found.filter { $0.record.map(ids.contains) ?? false }, by: { $0.record ?? "" })
    return changes.flatMap { change in
      let policy = context.policies[register.policyIndex(for: change)]
      let path = change.file.path
      let known =
        (ofFile[path] ?? [])
        + (ofRecord[change.id] ?? []).filter { $0.place.file.path != path }
      var covered = Set<RuleCode>()
      return change.waivers.compactMap { waiver -> Finding? in
        let fault: (message: String, help: String, place: Place)
        switch waiver.reading(of: change, asOf: context.asOf) {
        case .refused: return nil
        case .expired(let code, let expires):
          fault = (
            "the waiver of \(code) expired at \(expires.value.rfc3339)",
            "mend what it waived, or have it accepted again with a later `expires:`", expires.place
          )
        case .accepted(let code, _):
          let place = waiver.rule?.place ?? waiver.place
          if !covered.insert(code).inserted {
            fault = (
              "\(code) is already waived above", "remove this waiver, or name another rule", place
            )
          } else if !known.contains(where: { $0.code == code && $0.waiver != nil }),
            isSettled(change, by: policy.policy, asOf: context.asOf), isJudged(code, in: context)
          {
            fault = (
              "the waiver of \(code) waives nothing: the record has no finding of \(code)",
              help(known), place
            )
          } else {
            return nil
          }
        }
        return finding(
          fault.message, help: fault.help, at: fault.place, policy: policy.auditClause,
          record: change.id)
      }
    }
  }

  /// It has an outcome, and whatever may still be owed afterwards is owed by now.
  private static func isSettled(_ change: Change, by policy: Policy, asOf: Instant) -> Bool {
    guard change.outcome != nil else { return false }
    return (change.ended?.value ?? asOf) + (policy.reviewDeadline?.value ?? 0) <= asOf
      || change.isWithdrawn
  }

  /// Whether the rule looked at the record at all.
  private static func isJudged(_ code: RuleCode, in context: RegisterContext) -> Bool {
    guard let rule = RuleCatalogue.rule(code)?.documentation else { return true }
    return (!rule.asksLogs || context.deployments != nil)
      && (!rule.asksHistory || context.history.isJudged)
  }

  /// Names the breaches that are open, one of which may have been meant.
  private static func help(_ found: [Finding]) -> String {
    let open = Set(found.filter { $0.nature == .breach && $0.waiver == nil }.map(\.code)).sorted()
    if open.isEmpty { return "remove it" }
    let codes = open.map(\.description).joined(separator: ", ")
    return "remove it, or name what it is for: the record has \(codes)"
  }
}
