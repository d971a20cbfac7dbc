import Findings
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
    guard !change.categories.isEmpty, change.owesReviews(in: context) else { return [] }
    let need = context.policy.reviewDemand(of: change).security
    guard need.count > 0, let category = need.category, let row = need.row else { return [] }
    let reviewers = Reviewers(.security, of: change)
    guard reviewers.count < need.count else { return [] }
    return [
      finding(
        "\(reviewers.countText("security reviewer")), the policy asks for \(need.count)",
        help: "add an approval with `role: security`, or a ticked `Security Review:` with a name",
        at: reviewers.place ?? category.place, policy: row.reference)
    ]
  }
}
