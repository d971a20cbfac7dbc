import Chronology
import Findings
import History
import Obligations
import PolicyReading
import Records
import SourceText

/// CB602: a record was removed while the policy asks to keep it.
package enum RecordRemoved: RegisterRule {
  package static let documentation = RuleDocumentation(
    code: 602, title: "a record was removed inside the retention period", severity: .breach,
    enforces: "Audit trail",
    explanation: """
      The policy says for how long records are kept. The rule looks at every record that a commit has
      ever held: one that is gone, and whose id no other file has, was removed too early where the
      period has not passed since the last instant that it declares, or since its last commit where
      it declares none. A file that was renamed or moved inside `content/changes` is the same record.

      The same goes for a record that another one was written over, in the same file or under the
      same id. A record that gets another id and nothing else is the same, as is one that keeps its id and
      its title or the instant of its request.

      git's history says so. Without a repository, or in a clone without
      the older commits, the rule is off, and the pages and `changebook check` say that it is.
      """,
    wrong: """
      $ git rm content/changes/2026/CHG-2026-0042.md
      """,
    right: """
      # CHG-2026-0042: a change that was cancelled keeps its record
      ---
      outcome: cancelled
      ---
      """, asksHistory: true)

  package static func check(_ register: Register, in context: RegisterContext) -> [Finding] {
    guard context.history.isJudged,
      let retention = register.policies.inForce(at: context.asOf).retention
    else { return [] }
    return context.history.lost.compactMap { lost in
      guard context.history.isEvidence(lost.commit),
        isKept(lost, retention.value, in: register.zone, asOf: context.asOf)
      else { return nil }
      let file = SourceFile(path: lost.path.withoutControls, text: "")
      return finding(
        "the record \(lost.id) was removed "
          + (lost.commit.map { $0.source(register.people) } ?? lost.unknownCommit)
          + (lost.replacement.map {
            $0 == lost.id ? ", and another has its id" : ", and \($0) was written over it"
          } ?? ""),
        help: lost.wayBack
          + "; a change that was cancelled keeps its record with `outcome: cancelled`",
        at: Place(file, file.wholeRange), policy: retention.reference)
    }
  }

  /// The period has not passed yet.
  private static func isKept(
    _ lost: LostRecord, _ retention: Retention, in zone: Zone, asOf: Instant
  ) -> Bool {
    guard let last = lost.last?.lastInstant ?? lost.commit?.committed else { return true }
    return retention.end(after: last, in: zone).map { asOf < $0 } ?? true
  }
}

extension LostRecord {
  /// How it is taken back: what stands in its place now is left alone.
  fileprivate var wayBack: String {
    let before = commit.map { "\($0.shortID)^" } ?? "HEAD"
    return replacement == nil
      ? "take it back with `git checkout \(before) -- <its path>`"
      : "write its text, which `git show \(before):<its path>` has, into a file of its own"
  }

  /// What is said where no commit is known to have removed it.
  fileprivate var unknownCommit: String {
    isCommitted
      ? "from the folder, which is not committed yet" : "by a commit that git does not name"
  }
}

extension String {
  /// The name of a file may hold what a terminal obeys.
  fileprivate var withoutControls: String {
    withBytes { bytes in
      ControlCharacters.replacing(in: bytes).map { String(decoding: $0.bytes, as: UTF8.self) }
    } ?? self
  }
}
