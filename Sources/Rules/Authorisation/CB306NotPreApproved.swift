import Findings
import Markdown
import Obligations
import PolicyReading
import Records
import SourceText

/// CB306: filed as a standard change, and none of the catalogue.
package enum NotPreApproved: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 306, title: "standard, but not on the pre-approved list", severity: .breach,
    enforces: "Pre-approved changes",
    explanation: """
      A pre-approved type skips the board because the policy lists what may be done under it. A
      record belongs to a row of that list when one of its categories names the row
      (`Documentation` for `Documentation updates`), or when its title, categories and summary
      together hold all the telling words of the row, in any order, in singular or plural, or
      shortened to three letters or more: `Log level changes` is found in “Raise the logging level
      in staging”. Words such as `change` and `update`, articles and prepositions tell nothing.

      Whether the row's conditions hold is for the reviewer; the rule finds what no row speaks of.
      """,
    wrong: """
      ---
      type: Standard
      category: configuration
      ---
      ## Change Request: Move the block archive to new disks
      ### Summary
      The archive moves to disks of twice the size.
      """,
    right: """
      ---
      type: Standard
      category: configuration
      ---
      ## Change Request: Raise the log level of the archive in staging
      ### Summary
      The archive logs its queries for a week, in staging only.
      """)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    context.obligations.authorisation.compactMap {
      finding(for: $0, of: change, in: context.policy)
    }
  }

  static func finding(
    for gap: AuthorisationGap, of change: Change, in policy: PolicyIndex
  ) -> Finding? {
    guard case .notInCatalogue(let type) = gap else { return nil }
    let rows = policy.preApproved.map { "`\($0.row.name)`" }.joined(separator: ", ")
    return finding(
      "\(type.name), but nothing on the pre-approved list speaks of it",
      help: "name the row it belongs to in the title or `category:`, one of \(rows), "
        + "or choose another type",
      at: change.typePlace, policy: type.reference)
  }
}
