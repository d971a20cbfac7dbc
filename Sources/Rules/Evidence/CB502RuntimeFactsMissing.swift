import Findings
import Obligations
import PolicyReading
import Records
import SourceText

/// CB502: a runtime upgrade that does not say what was proposed.
package enum RuntimeFactsMissing: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 502, title: "runtime upgrade without WASM hash, changelog or migration notes",
    severity: .breach, enforces: "Runtime upgrades",
    explanation: """
      Validators vote on a blob. Its hash, what changed in it and what the migration does have to
      be recorded from the proposal on: `wasm_hash`, `changelog` and `migration_notes` under
      `runtime:`. Where nothing migrates, say so in the notes.

      A runtime upgrade is a type that is approved by governance vote and has `runtime` in its
      name.
      """,
    wrong: """
      ---
      type: Runtime Upgrade
      category: runtime upgrade
      runtime:
        spec_version: 118
        changelog: docs/118.md
        migration_notes: none needed
        voting: {from: 2026-03-03T08:00Z, to: 2026-03-07T08:00Z, aye: 71, nay: 12}
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
      ---
      """)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    guard context.type?.isRuntimeUpgrade == true, !change.isWithdrawn else { return [] }
    let runtime = change.runtime
    let isProposed = runtime?.proposal != nil || runtime?.voting != nil
    guard isProposed || change.isDue(asOf: context.asOf) else { return [] }
    let facts: [(key: String, name: String, value: Located<String>?)] = [
      ("wasm_hash", "WASM hash", runtime?.wasmHash),
      ("changelog", "changelog", runtime?.changelog),
      ("migration_notes", "migration notes", runtime?.migrationNotes),
    ]
    return facts.compactMap { fact in
      guard fact.value == nil else { return nil }
      return finding(
        "runtime upgrade without \(fact.name)", help: "add `\(fact.key):` under `runtime:`",
        at: runtime?.place ?? change.typePlace,
        policy: context.policy.runtimeClause ?? context.type?.reference)
    }
  }
}
