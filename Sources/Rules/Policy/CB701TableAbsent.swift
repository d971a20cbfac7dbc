import Findings
import SourceText

/// CB701: a part of the policy that a feature needs is not there.
package enum TableAbsent: ReadingRule {
  package static let documentation = RuleDocumentation(
    code: 701, title: "a table or column that a feature needs is absent", severity: .warning,
    explanation: """
      What the policy does not say is not asked of anybody: without a table of windows no change is
      outside of one. The warning names what is turned off, so that a table with a misspelt
      heading is not taken for one that was left out on purpose. Tables are found by the words of
      their header cells; `changebook.yml` can name others.

      A sentence outside the tables that a feature needs, such as the threshold of a vote, is a
      note: many policies do without.
      """,
    wrong: """
      | Window | Purpose |
      |--------|---------|
      | Low-traffic | Significant changes |
      """,
    right: """
      | Window | Time (UTC) | Purpose |
      |--------|------------|---------|
      | Low-traffic | 02:00-06:00 | Significant changes |
      """)

  package static func finding(for problem: ReadingProblem) -> Finding? {
    switch problem.kind {
    case .tableAbsent(let table, let features):
      finding(
        "the policy has no table of \(table)", help: "without it: \(features)",
        at: problem.place)
    case .columnAbsent(let table, let column, let accepted):
      finding(
        "the table of \(table) has no column \(quoted(column))",
        help: "a header cell of one of these names: " + accepted.joined(separator: ", "),
        at: problem.place)
    case .clauseAbsent(let clause, let features):
      finding(
        "the policy states no \(clause)", help: "without it: \(features)",
        at: problem.place, severity: .note)
    default: nil
    }
  }
}
