import Findings
import SourceText

/// CB803: a template of the theme that cannot be used as it is.
package enum TemplateProblem: ReadingRule {
  package static let documentation = RuleDocumentation(
    code: 803, title: "a template names what does not exist, or prints raw text", severity: .error,
    explanation: """
      Files under `templates/` replace those of the built-in theme. They are checked when they are
      loaded: every key has to be one that the page has, every partial has to exist and must not
      include itself, and only the names that hold finished HTML may be printed without escaping.
      Anything else would leave a hole in the page, or let a record's text become markup.
      """,
    wrong: """
      <h1>{{{titel}}}</h1>
      """,
    right: """
      <h1>{{title}}</h1>
      """)

  package static func finding(for problem: ReadingProblem) -> Finding? {
    guard case .templateProblem(let message, let help) = problem.kind else { return nil }
    return finding(message, help: help, at: problem.place)
  }
}
