import Findings
import SourceText

/// CB109: a heading that looks like a known one.
package enum NearMissHeading: ReadingRule {
  package static let documentation = RuleDocumentation(
    code: 109, title: "a section name nearly matches a required one", severity: .warning,
    explanation: """
      Sections of other names are kept and shown, so a misspelt `Rolback Plan` would stand on the
      page while the plan itself counts as missing. The warning says which name was meant.
      """,
    wrong: """
      ### Justificaton
      The certificates expire on 1 April.
      """,
    right: """
      ### Justification
      The certificates expire on 1 April.
      """)

  package static func finding(for problem: ReadingProblem) -> Finding? {
    guard case .nearMiss(let heading, let intended) = problem.kind else { return nil }
    return finding(
      "the heading \(quoted(heading)) is not known", help: "did you mean `\(intended)`?",
      at: problem.place)
  }
}
