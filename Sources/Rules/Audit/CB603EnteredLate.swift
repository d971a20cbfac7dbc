import Chronology
import Findings
import History
import Obligations
import Records
import SourceText

/// CB603: an instant stands in the record that git does not bear out.
package enum EnteredLate: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 603, title: "an instant was entered long after it", severity: .warning,
    enforces: "Audit trail",
    explanation: """
      A record may declare any instant; git knows since when it stands there. Where that is more than
      three days later, nothing but the record itself says that it was so: the instant may have
      been dated back. Of a verbal approval the rule looks at `documented`.

      It does not go by a commit whose clock nobody can trust, nor by one that brings in more than
      twenty records at once: such a commit moves a register into git. Where records were brought in
      otherwise, `history:` in `changebook.yml` says from which day git's history counts.

      git's history says so. Without a repository, or in a clone without
      the older commits, the rule is off, and the pages and `changebook check` say that it is.
      """,
    wrong: """
      # committed on 2026-03-20
      approvals:
        - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
      """,
    right: """
      # committed on 2026-03-06
      approvals:
        - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
      """, asksHistory: true)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    LateEntry.all(of: change, in: context.history).compactMap { entry in
      guard let first = entry.declared.first else { return nil }
      let later = DurationText.describe(seconds: entry.delay)
      let instants = joined(entry.declared.map { "\($0.name) (\($0.at.value.rfc3339))" })
      return finding(
        "\(instants) \(entry.declared.count == 1 ? "was" : "were") entered "
          + "\(entry.declared.count == 1 ? "" : "up to ")\(later) later, \(entry.commit.source(context.demands.people))",
        help: "correct the instant, or say in a waiver why it was entered so late",
        at: first.at.place, policy: context.policy.auditClause)
    }
  }
}
