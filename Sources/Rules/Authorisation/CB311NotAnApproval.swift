import Findings
import Obligations
import PolicyReading
import Records
import SourceText

/// CB311: what stands as an approval and is none.
package enum NotAnApproval: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 311, title: "an approval that is refused, pending or nobody's", severity: .warning,
    enforces: "Change types and review requirements",
    explanation: """
      An approval is a person, or the board itself, who has said yes. A ticked box or an entry of
      `approvals:` with `rejected by @cab`, `@cy (pending)`, `TBD`, `N/A`, the template's
      `@reviewer`, a name that is struck out or stands in a comment, or no name at all is none: it
      counts for nothing, neither here nor at the gate.

      A refusal of a change that goes on is a breach, and so is the outcome `rejected` of one that was carried
      out. Beside the name may stand what says nothing
      against it, such as a date, a role or a place (`@cab (meeting of 3 March)`), and words that
      affirm it (`@cy: approved, the tests were convincing`). Anything else may mean that nobody has
      approved yet (`ask @cy`, `@cab (agenda of Monday)`, `@cy (if the tests pass)`), so that it does
      not count either.
      """,
    wrong: """
      ---
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
        - {role: technical, by: "@rpc-reviewer", at: 2026-03-04T15:20Z}
        - {role: security, by: "@security-lead (pending)"}
        - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
      ---
      """,
    right: """
      ---
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
        - {role: technical, by: "@rpc-reviewer", at: 2026-03-04T15:20Z}
        - {role: security, by: "@security-lead", at: 2026-03-05T08:45Z}
        - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
      ---
      """)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    refusedAndMade(change, in: context)
      + change.unapproved.filter(\.isClaimed).map { entry in
        let title = entry.role.value.title
        let text = entry.text.isEmpty ? "" : ": \(quoted(entry.text))"
        let message =
          switch entry.reason {
          case .refused: "the \(title) was refused\(text)"
          case .pending: "the \(title) is not given yet\(text)"
          case .struckOut: "the \(title) is struck out\(text)"
          case .nobody: "the \(title) names nobody\(text)"
          case .unclear: "whether the \(title) was given is not clear\(text)"
          }
        let isIgnored = entry.reason == .refused && !change.isWithdrawn
        return finding(
          message,
          help: entry.reason == .refused
            ? "untick it or remove it, and settle what was refused; it does not count"
            : entry.reason == .unclear
              ? "write the name alone, or with `approved` beside it; until then it does not count"
              : "name who approved once they have, such as `@ann`; until then it does not count",
          at: entry.place, policy: context.type?.reference, severity: isIgnored ? .breach : nil)
      }
  }

  /// The record says that nobody allowed the change, and that it was carried out.
  private static func refusedAndMade(
    _ change: Change, in context: ChangeContext
  ) -> [Finding] {
    guard let outcome = change.outcome, outcome.value == .rejected, change.hasStarted else {
      return []
    }
    return [
      finding(
        "the change was rejected, and the record says that it was carried out",
        help:
          "say what became of it, such as `rolled-back`, and who allowed it; or take its instants out",
        at: outcome.place, policy: context.type?.reference, severity: .breach)
    ]
  }
}
