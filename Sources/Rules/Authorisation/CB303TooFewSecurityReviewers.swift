import Findings
import Obligations
import PolicyReading
import Records
import SourceText

/// CB303: fewer security reviewers than the category needs.
package enum TooFewSecurityReviewers: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 303, title: "too few security reviewers", severity: .breach,
    enforces: "Review requirements",
    explanation: """
      `2 + 1 security` in the review matrix asks for one security reviewer beside two technical
      ones. `Yes` in the column of security review asks for at least one, and `If security-relevant`
      for at least one where the record says `security_relevant: true`. People are counted, and
      reviews fall due, as for CB302.
      """,
    wrong: """
      ---
      category: application code
      security_relevant: true
      ---
      """,
    right: """
      ---
      category: application code
      security_relevant: true
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
        - {role: technical, by: "@rpc-reviewer", at: 2026-03-04T15:20Z}
        - {role: security, by: "@security", at: 2026-03-05T08:45Z}
        - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
      ---
      """)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    context.obligations.authorisation.compactMap { finding(for: $0) }
  }

  static func finding(for gap: AuthorisationGap) -> Finding? {
    guard case .reviewersMissing(let shortfall) = gap, shortfall.kind == .security else {
      return nil
    }
    let reviewers = shortfall.reviewers
    return finding(
      "\(reviewers.countText("security reviewer")), the policy requires \(shortfall.needed)",
      help: "add an approval with `role: security`, or a ticked `Security Review:` with a name",
      at: reviewers.place ?? shortfall.category.place, policy: shortfall.row.reference)
  }
}
