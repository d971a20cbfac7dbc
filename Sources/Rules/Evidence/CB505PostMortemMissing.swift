import Findings
import Markdown
import Obligations
import PolicyReading
import Records
import SourceText

/// CB505: a change that went wrong, and nobody wrote down why.
package enum PostMortemMissing: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 505, title: "failed or rolled-back change without post-mortem", severity: .breach,
    enforces: "Rollback procedures",
    explanation: """
      The last step of a rollback is the post-mortem: what failed, and what is changed before the
      next try. A record whose outcome is `failed` or `rolled-back` names it with `post_mortem:`, a
      link or an id, or holds it in a section of that name.
      """,
    wrong: """
      ---
      outcome: rolled-back
      rollback: {at: 2026-03-09T03:10Z, trigger: handshakes fail, verified: true}
      ---
      """,
    right: """
      ---
      outcome: rolled-back
      rollback: {at: 2026-03-09T03:10Z, trigger: handshakes fail, verified: true}
      post_mortem: docs/post-mortems/2026-03-09.md
      ---
      """)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    guard context.obligations.owesPostMortem, let outcome = change.outcome else { return [] }
    return [
      finding(
        "\(outcome.value.rawValue), and no post-mortem is recorded",
        help: "add `post_mortem:` with a link, or a section `Post-mortem`", at: outcome.place,
        policy: context.policy.rollbackClause, fact: .postMortemOverdue)
    ]
  }
}
