import Findings
import SourceText

/// CB713: a window that ends at 23:59.
package enum MinuteBeforeMidnight: ReadingRule {
  package static let documentation = RuleDocumentation(
    code: 713, title: "a window leaves out the last minute of the day", severity: .note,
    explanation: """
      A window ends before the minute that is written: `22:00-23:59` is closed from 23:59 on, and a
      change that runs over midnight does not fit, though the next window begins at 00:00. The end of
      a day is `24:00`.
      """,
    wrong: """
      | Window | Time (UTC) | Purpose |
      |--------|------------|---------|
      | Evening | 22:00-23:59 | Significant changes |
      """,
    right: """
      | Window | Time (UTC) | Purpose |
      |--------|------------|---------|
      | Evening | 22:00-24:00 | Significant changes |
      """)

  package static func finding(for problem: ReadingProblem) -> Finding? {
    guard case .minuteBeforeMidnight(let text) = problem.kind else { return nil }
    return finding(
      "\(quoted(text)) is closed from 23:59 to midnight",
      help: "write 24:00 for the end of the day",
      at: problem.place)
  }
}
