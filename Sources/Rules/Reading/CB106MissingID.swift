import Findings
import SourceText

/// CB106: a record without an id.
package enum MissingID: ReadingRule {
  package static let documentation = RuleDocumentation(
    code: 106, title: "missing id", severity: .error,
    explanation: """
      A record is known by its id: capital letters, a hyphen, then digits and hyphens. Without
      `id:` in the front matter the name of the file is taken, so `CHG-2026-0042.md` needs none.
      A file of another name has to say which record it is.
      """,
    wrong: """
      # content/changes/rotate-certificates.md
      ---
      requester: "@rpc-dev"
      ---
      """,
    right: """
      # content/changes/rotate-certificates.md
      ---
      id: CHG-2026-0042
      requester: "@rpc-dev"
      ---
      """)

  package static func finding(for problem: ReadingProblem) -> Finding? {
    guard case .missingID(let suggestion) = problem.kind else { return nil }
    return finding(
      "the record has no id",
      help: "add `id: \(suggestion ?? "CHG-2026-0042")` to the front matter, "
        + "or name the file after it", at: problem.place)
  }
}
