import Chronology
import Findings
import History
import Markdown
import Obligations
import PolicyReading
import Records
import SourceText

/// CB601: plan, risk, type or systems were edited after the approval.
package enum EditedAfterApproval: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 601, title: "plan, risk or type edited after approval", severity: .breach,
    enforces: "Audit trail",
    explanation: """
      Who approves a change approves its plan, its risk, its type and the systems that it touches. Where
      a commit edits one of them afterwards, nobody has approved what stands there now: the approvals
      that were given before have to be given again. An approval of the same role that comes into the record with
      that commit or later is that. What came first is told by which commit was made from which: the clock of a
      commit says what its author wants. The plan is what stands under Technical Details,
      Implementation Plan and Rollback Plan; in an emergency what was empty may be filled in.

      git's history says so. Without a repository, or in a clone without
      the older commits, the rule is off, and the pages and `changebook check` say that it is.
      """,
    wrong: """
      # one commit
      approvals:
        - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
      # a later commit
      ### Implementation Plan
      1. Reload all gateways at once
      """,
    right: """
      # the later commit
      approvals:
        - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
        - {role: cab, by: "@cab", at: 2026-03-08T09:00Z}
      ### Implementation Plan
      1. Reload all gateways at once
      """, asksHistory: true)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    let edits = LateEdit.all(
      of: change, in: context.history, mayFillIn: context.type?.isEmergency ?? false)
    return edits.map { edit in
      let fields = joined(edit.changes.map(\.name))
      let roles = joined(edit.voided.map { "the \($0.role.value.title)" }.unique)
      let isOne = edit.changes.count == 1
      return finding(
        "\(fields) \(isOne ? "was" : "were") edited after \(roles), \(edit.edit.source(context.demands.people))",
        help: "have it approved again, or take the edit back",
        at: place(of: edit.changes, in: change), policy: context.policy.auditClause)
    }
  }

  /// The heading of the first section that was edited, where it is still there.
  private static func place(of changes: [FieldChange], in change: Change) -> Place {
    for name in changes.map(\.name) {
      if let section = change.sections.first(where: { $0.heading.text == name }) {
        return section.heading.place
      }
    }
    let stated: [(String, Place?)] = [
      ("Risk", change.risk?.place), ("Type", change.type?.place),
      ("Systems", change.systems.first?.place), ("Category", change.categories.first?.place),
    ]
    let names = changes.map(\.name)
    return stated.first { names.contains($0.0) && $0.1 != nil }?.1 ?? change.idPlace
  }
}

/// `a, b and c`.
func joined(_ texts: [String]) -> String {
  guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
  return texts.dropLast().joined(separator: ", ") + " and " + last
}

extension [String] {
  /// Each once, in their order.
  fileprivate var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
