import Findings
import Markdown
import Obligations
import PolicyReading
import Records
import SourceText

/// CB501: a test level that the matrix requires has nothing to show.
package enum TestEvidenceMissing: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 501, title: "a required test level has no evidence", severity: .breach,
    enforces: "Testing matrix",
    explanation: """
      The testing matrix says which levels a change is tested on, by category. A level has evidence
      when its box under Testing Evidence is ticked, or when `evidence:` gives a link or an id for
      it. A box or a value that says the tests failed, were skipped, or have not been run is no
      evidence; `0 failed` is. `Recommended` and `Optional` ask for nothing.

      The row is found by the categories of the record, and where none of them has a row, by the
      name of its type. Evidence is owed when the work begins, as approvals are. Where the policy
      asks for testing evidence and the record has none at all, CB201 says so once.
      """,
    wrong: """
      ---
      category: [application code, bug fix]
      ---
      ### Testing Evidence
      - [x] Unit tests pass
      - [x] Integration tests pass
      - [ ] Staging deployment successful
      """,
    right: """
      ---
      category: [application code, bug fix]
      evidence: {staging: "https://ci.example.org/runs/8812"}
      ---
      ### Testing Evidence
      - [x] Unit tests pass
      - [x] Integration tests pass
      - [ ] Staging deployment successful
      """)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    context.obligations.tests.map { gap in
      finding(
        "no evidence of \(gap.level) tests",
        help: "tick its box under Testing Evidence, or add it to `evidence:`",
        at: place(in: change), policy: gap.row.reference)
    }
  }

  /// The section that should say so, else what asks for it.
  private static func place(in change: Change) -> Place {
    change.section(.testingEvidence)?.heading.place ?? change.categories.first?.place
      ?? change.typePlace
  }
}
