import Findings
import Markdown
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
    let patterns = context.policy.preApproved
    guard let type = context.type, type.isStandard, !patterns.isEmpty, !change.isWithdrawn else {
      return []
    }
    let categories = change.categories.map { PreApprovedPattern.Category($0.value) }
    if patterns.contains(where: { categories.contains(where: $0.isNamed(by:)) }) { return [] }
    var words = PreApprovedPattern.words(of: change.title?.value ?? "")
    for category in change.categories {
      words += PreApprovedPattern.words(of: category.value)
    }
    if patterns.contains(where: { $0.matches(words) }) { return [] }
    let summary = change.section(.summary)?.content ?? change.opening
    words += PreApprovedPattern.words(of: change.document.plainText(ofNodes: summary))
    if patterns.contains(where: { $0.matches(words) }) { return [] }
    let rows = patterns.map { "`\($0.row.name)`" }.joined(separator: ", ")
    return [
      finding(
        "\(type.name), but nothing on the pre-approved list speaks of it",
        help: "name the row it belongs to in the title or `category:`, one of \(rows), "
          + "or choose another type",
        at: change.typePlace, policy: type.reference)
    ]
  }
}
