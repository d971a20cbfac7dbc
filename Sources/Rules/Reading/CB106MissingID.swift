import Findings
import SourceText

/// CB106: a record without an id.
package enum MissingID: ReadingRule {
  package static let documentation = RuleDocumentation(
    code: 106, title: "missing id", severity: .error,
    explanation: """
      A record is known by its id: `CHG-2026-0042`, `CHG0030521`, `OPS2-1234` or `CR-MM-01.1`. A
      capital letter comes first and a number last; in between stand capital letters, digits, hyphens
      and dots. Without `id:` in the front matter the id that the record's body states is taken
      (`Change ID`), else the name of the file: `CHG-2026-0042.md` and
      `CHG-2026-0042-rotate-certs.md` need none. A file of another name has to say which record it is.
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
