import Configuration
import Findings
import Records
import SourceText

/// CB103: a key that nobody reads.
package enum UnknownKey: ReadingRule, RegisterRule {
  package static let documentation = RuleDocumentation(
    code: 103, title: "unknown key", severity: .error,
    explanation: """
      Every key that is read is known by name. A key of front matter that is nearly one of them is
      most likely that one misspelt, and its fact would be lost without a word: `deplyed:` leaves a
      change in flight for ever. So it is an error, and the record is left out of the figures until
      the fact can be read.

      Any other key is kept: the page of the record shows it, and a note says that nothing follows
      from it. In `changebook.yml` every unknown key is an error.

      The same holds for a rule code under `rules:` in `changebook.yml` that no rule has.
      """,
    wrong: """
      ---
      requestor: "@rpc-dev"
      ---
      """,
    right: """
      ---
      requester: "@rpc-dev"
      ---
      """)

  package static func finding(for problem: ReadingProblem) -> Finding? {
    if case .keyNotRead(let key) = problem.kind {
      return finding(
        "the key \(quoted(key)) is kept, and nothing follows from it",
        help: "leave it, if it is meant for readers or another program", at: problem.place,
        severity: .note)
    }
    guard case .unknownKey(let key, let suggestion, let known) = problem.kind else { return nil }
    let help =
      if let suggestion {
        "did you mean `\(suggestion)`?"
      } else if known.isEmpty {
        "remove it"
      } else {
        "known here: " + known.joined(separator: ", ")
      }
    return finding("unknown key `\(key)`", help: help, at: problem.place)
  }

  /// The codes of `rules:` in the settings.
  package static func check(_ register: Register, in context: RegisterContext) -> [Finding] {
    register.settings.severityPlaces.compactMap { code in
      guard !RuleCatalogue.knows(code.value) else { return nil }
      return finding(
        "no rule has the code \(code.value)", help: "the guide lists every rule with its code",
        at: code.place)
    }
  }
}
