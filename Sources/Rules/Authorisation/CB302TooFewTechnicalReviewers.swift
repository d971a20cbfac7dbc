import Findings
import Obligations
import PolicyReading
import Records
import SourceText

/// CB302: fewer technical reviewers than the category needs.
package enum TooFewTechnicalReviewers: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 302, title: "too few technical reviewers", severity: .breach,
    enforces: "Review requirements",
    explanation: """
      The review matrix gives each category a number of reviewers. They are counted as people: two
      approvals by one person are one reviewer, however they are named, and an approval that names
      nobody is none. Of several categories the row that asks for most counts.

      Reviews are owed when the work begins; an emergency may be reviewed afterwards, and owes them
      when it is closed. The matrix holds for every type: a pre-approved change needs no board, but
      its code is still reviewed.
      """,
    wrong: """
      ---
      category: application code
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
        - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
      ---
      """,
    right: """
      ---
      category: application code
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
        - {role: technical, by: "@rpc-reviewer", at: 2026-03-04T15:20Z}
        - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
      ---
      """)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    context.obligations.authorisation.compactMap { finding(for: $0) }
  }

  static func finding(for gap: AuthorisationGap) -> Finding? {
    guard case .reviewersMissing(let shortfall) = gap, shortfall.kind == .technical else {
      return nil
    }
    let reviewers = shortfall.reviewers
    return finding(
      "\(reviewers.countText("technical reviewer")), the policy requires \(shortfall.needed)",
      help: "add an approval with `role: technical`, or a ticked `Technical Review:` "
        + "with another name",
      at: reviewers.place ?? shortfall.category.place, policy: shortfall.row.reference)
  }
}

extension Reviewers {
  /// `no technical reviewer`, `1 technical reviewer`, `2 technical reviewers`.
  func countText(_ noun: String) -> String {
    switch count {
    case 0: "no \(noun)"
    case 1: "1 \(noun)"
    default: "\(count) \(noun)s"
    }
  }

  /// The last of them that the record names.
  var place: Place? { approvals.last.map { $0.by?.place ?? $0.place } }
}
