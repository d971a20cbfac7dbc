import Findings
import History
import Obligations
import Records
import SourceText

/// CB604: between the ids of two records some are missing.
package enum GapInIDs: RegisterRule {
  package static let documentation = RuleDocumentation(
    code: 604, title: "a gap in the sequence of ids", severity: .warning,
    enforces: "Audit trail",
    explanation: """
      Records are numbered one after the other. A number that no record has, between those that
      records have, may be a record that was never committed. One that was removed is told
      by CB602. The rule looks at sequences of which more than half is there: a tracker
      gives its numbers to much that is no change.

      git's history says whether the record was ever there. Without a repository, or in a clone without the older commits, the rule is off, and the pages and
      `changebook check` say that it is.
      """,
    wrong: """
      # content/changes
      CHG-2026-0041.md
      CHG-2026-0042.md
      CHG-2026-0044.md
      """,
    right: """
      # content/changes
      CHG-2026-0041.md
      CHG-2026-0042.md
      CHG-2026-0043.md
      CHG-2026-0044.md
      """, asksHistory: true)

  package static func check(_ register: Register, in context: RegisterContext) -> [Finding] {
    guard context.history.isJudged else { return [] }
    let taken = context.history.heldIDs.union(
      context.history.lost.map(\.id) + register.incidents.map(\.id))
    return IDGap.all(in: register, taken: taken).map { gap in
      let names =
        gap.count == 1
        ? "\(gap.first) is" : "\(gap.count) ids from \(gap.first) to \(gap.last) are"
      return finding(
        "\(names) missing before \(gap.next.id), and no commit has had a record of that id",
        help: "add the record; one that was cancelled has `outcome: cancelled`",
        at: gap.next.idPlace, record: gap.next.id)
    }
  }
}
