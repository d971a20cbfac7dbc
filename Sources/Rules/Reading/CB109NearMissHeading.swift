import Findings
import SourceText

/// CB109: a heading that looks like a known one.
package enum NearMissHeading: ReadingRule {
  package static let documentation = RuleDocumentation(
    code: 109, title: "a section name nearly matches a required one", severity: .warning,
    explanation: """
      Sections of other names are kept and shown, so a misspelt `Rolback Plan` would stand on the
      page while the plan itself counts as missing. The warning says which name was meant. A number
      before the name, emphasis, a colon and a remark in brackets do not matter.

      The same holds for a line that looks like a heading and is none: a no-break space, or another
      character that cannot be seen, stands before or behind its marks, or no space does. The warning
      names the character.
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
    switch problem.kind {
    case .nearMiss(let heading, let intended):
      finding(
        "the heading \(quoted(heading)) is not known", help: "did you mean `\(intended)`?",
        at: problem.place)
    case .deceptiveHeading(let heading, let scalar?):
      finding(
        "the heading \(quoted(heading)) holds U+\(hexadecimal(scalar, digits: 4)), "
          + "which cannot be seen",
        help: "write its line anew, with an ordinary space behind the marks", at: problem.place)
    case .deceptiveHeading(let heading, nil):
      finding(
        "\(quoted(heading)) is no heading: no space stands behind its marks",
        help: "put a space between the marks and the name", at: problem.place)
    default: nil
    }
  }
}
