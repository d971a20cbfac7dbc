import Configuration
import Findings
import Records
import SourceText

/// CB103: a key that nobody reads.
package enum UnknownKey: ReadingRule, RegisterRule {
  package static let documentation = RuleDocumentation(
    code: 103, title: "unknown key", severity: .error,
    explanation: """
      Every key of front matter and of `changebook.yml` is known by name. A key that is not known is
      nearly always a misspelt one, and its fact would be lost without a word: `deplyed:` leaves a
      change in flight for ever. So it is an error, and the record is left out of the figures until
      the fact can be read.

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
