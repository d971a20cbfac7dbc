import Findings
import SourceText

/// CB702: a cell of the policy that means nothing to changebook.
package enum CellNotUnderstood: ReadingRule {
  package static let documentation = RuleDocumentation(
    code: 702, title: "a cell is not understood", severity: .error,
    explanation: """
      Cells that decide something, such as times, numbers of reviewers and targets, are read by
      fixed forms. One that fits none is not guessed at: its row decides nothing until it is
      written in a form that is known, and the help lists them. `changebook policy` prints what
      was understood of every table.
      """,
    wrong: """
      | Metric | Target | Measurement |
      |--------|--------|-------------|
      | Change success rate | as high as can be | Successful / Total |
      """,
    right: """
      | Metric | Target | Measurement |
      |--------|--------|-------------|
      | Change success rate | >95% | Successful / Total |
      """)

  package static func finding(for problem: ReadingProblem) -> Finding? {
    guard case .cellNotUnderstood(let table, let column, let text, let accepted) = problem.kind
    else { return nil }
    return finding(
      text.isEmpty
        ? "an empty cell under \(column) of the \(table)"
        : "\(quoted(text)) under \(column) of the \(table) is not understood",
      help: "accepted: \(accepted)", at: problem.place)
  }
}
