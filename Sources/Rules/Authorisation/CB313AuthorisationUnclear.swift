import Findings
import Obligations
import PolicyReading
import Records
import SourceText

/// CB313: it cannot be told which approvals the change needs, or whether one is the approver's own.
package enum AuthorisationUnclear: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 313, title: "requester, implementer, category or relevance not stated",
    severity: .warning,
    enforces: "Change types and review requirements",
    explanation: """
      Whether an approval is a second pair of eyes can be told only where the record says who asked
      for the change and who makes it; how many reviewers it needs, only where it names its category,
      and where the category's row says `If security-relevant`, only where it says whether it is.
      An approval in the front matter says when it was given; without `at:`, or with an empty one, it
      may still be awaited, unless a ticked box of the same role names the same person.
      All are asked for once the work has begun or its planned start has passed. Until then, and
      whatever severity this rule is given, the gate answers that it cannot tell.
      """,
    wrong: """
      ---
      category: application code
      requester: "@rpc-dev"
      implementer:
      ---
      """,
    right: """
      ---
      category: application code
      requester: "@rpc-dev"
      implementer: "@rpc-oncall"
      ---
      """)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    context.obligations.authorisation.compactMap { gap in
      // Whoever is not on the list of people is named as such already (CB703).
      if case .approverUnlisted = gap { return nil }
      return finding(for: gap, of: change, in: context.policy)
    }
  }

  /// Where a party is named, and others with it who are not.
  private static func partly(
    _ party: AuthorisationGap.Party, of change: Change, in policy: PolicyIndex
  ) -> Finding? {
    let (text, people) =
      switch party {
      case .requester: (change.requester, change.requesters)
      case .implementer: (change.implementer, change.implementers)
      }
    guard let text, !people.isEmpty else { return nil }
    return finding(
      "\(quoted(text.value)) does not name everybody, so a self-approval cannot be ruled out",
      help: "name them all", at: text.place, policy: policy.auditClause)
  }

  static func finding(
    for gap: AuthorisationGap, of change: Change, in policy: PolicyIndex
  ) -> Finding? {
    switch gap {
    case .partyUnnamed(let party):
      partly(party, of: change, in: policy)
        ?? finding(
          "the record does not name its \(party.rawValue), so a self-approval cannot be ruled out",
          help: "add `\(party.rawValue):` with a name", at: change.idPlace,
          policy: policy.auditClause)
    case .categoryUnnamed:
      finding(
        "the record names no category of the review matrix, so the reviewers it needs are not known",
        help: "add `category:` with a row of the review matrix, such as "
          + "`\(policy.policy.reviewMatrix.first?.category ?? "")`",
        at: change.idPlace, policy: policy.policy.reviewMatrix.first?.reference)
    case .relevanceUnsaid(let row):
      finding(
        "`\(row.category)` needs a security review if the change is security-relevant, and the record "
          + "does not say whether it is",
        help: "add `security_relevant: true` or `security_relevant: false`", at: change.idPlace,
        policy: row.reference)
    case .approverUnlisted(let approval, let by):
      finding(
        "\(quoted(by.value)) is not on the list of people, so whether they may give the "
          + "\(approval.role.value.title) is not known",
        help: "add them to content/people.md with their roles", at: by.place,
        policy: policy.auditClause)
    case .undated(let approval):
      finding(
        "the record does not say when the \(approval.role.value.title) by "
          + "\(quoted(approval.by?.value ?? "")) was given, so it may still be awaited",
        help: "add `at:` with the instant at which it was given, such as `at: 2026-03-04T10:00Z`",
        at: approval.by?.place ?? approval.place, policy: policy.auditClause)
    default: nil
    }
  }
}
