import Chronology
import Records
import SourceText

/// Instants that a record declares, and that came into git long after: what they say may be so, and
/// git does not bear it out.
package struct LateEntry: Sendable {
  /// Those of one commit, approvals first.
  package let declared: [DeclaredInstant]
  /// The commit that brought them in.
  package let commit: Commit
  /// Of the earliest of them, in seconds.
  package let delay: Int64

  /// Three days: what happens on a Friday evening is written down on Monday.
  package static let tolerance: Int64 = 3 * 86_400

  /// One for each commit, in the order of the history.
  package static func all(of change: Change, in history: RegisterHistory) -> [LateEntry] {
    guard history.isJudged, let record = history.of(change) else { return [] }
    let declared = change.declaredInstants
    return record.edits.enumerated().compactMap { index, edit in
      guard edit.clock == nil, history.isEvidence(edit), let commit = edit.commit,
        let at = edit.standsSince
      else { return nil }
      let late = declared.filter { declared in
        let origin = record.edits.lastIndex { $0.declared.contains { $0.isSame(as: declared) } }
        return origin == index && at - declared.at.value > tolerance
      }
      guard let first = late.map(\.at.value).min() else { return nil }
      return LateEntry(declared: late, commit: commit, delay: at - first)
    }
  }
}
