import Findings
import SourceText

/// CB110: larger, deeper or wider than is read.
package enum OverLimit: ReadingRule {
  package static let documentation = RuleDocumentation(
    code: 110, title: "over a limit", severity: .error,
    explanation: """
      Records come from many people, and some inputs of a few kilobytes keep a Markdown or YAML
      parser busy for minutes. So sizes are limited: a record is at most 64 KB, a policy or page
      256 KB, a line 8 KB, front matter 16 KB; quotes and lists nest at most 32 deep. The finding
      names the limit; every other file is still read.
      """,
    wrong: """
      A log of 200 KB pasted into a record.
      """,
    right: """
      The twenty lines of the log that matter, and a link to the whole.
      """)

  package static func finding(for problem: ReadingProblem) -> Finding? {
    guard case .overLimit(let what, let found, let allowed) = problem.kind else { return nil }
    return finding(
      "\(what): \(found), at most \(allowed) is read",
      help: "shorten it, or move the detail into a file of its own and link to it",
      at: problem.place)
  }
}
