import Findings
import Obligations
import PolicyReading
import Records
import SourceText

/// CB504: a runtime upgrade that is said to have been rolled back.
package enum RuntimeRolledBack: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 504, title: "runtime upgrade marked rolled-back", severity: .breach,
    enforces: "Runtime upgrade rollback",
    explanation: """
      A runtime that was enacted cannot be taken back: its migrations have run. What went wrong is
      mended by a new upgrade, voted on like the first, so the record of the first is `failed`, and
      the fix `follows:` it.
      """,
    wrong: """
      ---
      type: Runtime Upgrade
      category: runtime upgrade
      runtime:
        spec_version: 118
        wasm_hash: "0x5d1c"
        changelog: docs/118.md
        migration_notes: none needed
        voting: {from: 2026-03-03T08:00Z, to: 2026-03-07T08:00Z, aye: 71, nay: 12}
      outcome: rolled-back
      post_mortem: docs/post-mortems/118.md
      ---
      """,
    right: """
      ---
      type: Runtime Upgrade
      category: runtime upgrade
      runtime:
        spec_version: 118
        wasm_hash: "0x5d1c"
        changelog: docs/118.md
        migration_notes: none needed
        voting: {from: 2026-03-03T08:00Z, to: 2026-03-07T08:00Z, aye: 71, nay: 12}
      outcome: failed
      post_mortem: docs/post-mortems/118.md
      ---
      """)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    guard context.type?.isRuntimeUpgrade == true, let outcome = change.outcome,
      outcome.value == .rolledBack
    else { return [] }
    return [
      finding(
        "a runtime upgrade cannot be rolled back",
        help: "record it as `failed`, and the forward fix as a change of its own that `follows` it",
        at: outcome.place,
        policy: context.policy.runtimeRollbackClause ?? context.policy.runtimeClause
          ?? context.type?.reference)
    ]
  }
}
