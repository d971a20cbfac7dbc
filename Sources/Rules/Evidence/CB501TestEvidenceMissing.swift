import Findings
import Markdown
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
      it. `Recommended` and `Optional` ask for nothing.

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
    guard change.owesEvidence(asOf: context.asOf),
      let demand = context.policy.testDemand(of: change, type: context.type)
    else { return [] }
    if isSaidElsewhere(of: change, in: context) { return [] }
    return demand.levels.compactMap { level, row in
      guard !change.evidence.contains(where: { $0.level.value == level }) else { return nil }
      return finding(
        "no evidence of \(level) tests",
        help: "tick its box under Testing Evidence, or add it to `evidence:`",
        at: place(in: change), policy: row.reference)
    }
  }

  /// The whole field is missing, which is CB201's, or is no answer, which is CB202's.
  private static func isSaidElsewhere(of change: Change, in context: ChangeContext) -> Bool {
    let isAskedFor = context.policy.policy.requiredFields.contains {
      $0.kind == .testingEvidence && context.requires($0)
    }
    guard isAskedFor else { return false }
    return switch change.state(of: .testingEvidence) {
    case .absent, .template: true
    case .given, .empty: false
    }
  }

  /// The section that should say so, else what asks for it.
  private static func place(in change: Change) -> Place {
    change.section(.testingEvidence)?.heading.place ?? change.categories.first?.place
      ?? change.typePlace
  }
}
