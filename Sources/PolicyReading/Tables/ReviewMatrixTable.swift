import Findings
import Markdown
import SourceText

/// The review matrix.
enum ReviewMatrixTable {
  /// A row without a readable number of reviewers is left out. Without a security column, the
  /// security reviewers that a row asks for are all that is known.
  static func read(
    _ tables: [PolicyTable], _ problems: inout [ReadingProblem]
  ) -> [ReviewRequirement] {
    var requirements: [ReviewRequirement] = []
    var names = NamedRows()
    let crossMeansYes = !tables.contains { $0.hasTicks }
    for row in tables.flatMap(\.rows) {
      guard let category = names.name(of: row, .category, &problems), row.table.has(.reviewers)
      else { continue }
      guard let reviewers = ReviewersText.read(row.text(.reviewers)) else {
        problems.append(row.notUnderstood(.reviewers, accepted: ReviewersText.accepted))
        continue
      }
      var review = ReviewRequirement.SecurityReview.no
      if row.table.has(.securityReview) {
        if let stated = SecurityReviewText.read(
          row.text(.securityReview), crossMeansYes: crossMeansYes)
        {
          review = stated
        } else {
          problems.append(row.notUnderstood(.securityReview, accepted: SecurityReviewText.accepted))
          // The less demanding reading would hide a review that the policy may ask for.
          review = .ifRelevant
        }
      }
      requirements.append(
        ReviewRequirement(
          category: category, technical: reviewers.technical, security: reviewers.security,
          securityReview: review, reference: row.reference))
    }
    return requirements
  }
}

extension PolicyTable {
  /// It ticks with ✓ or the like, so that an `x` in it is a cross.
  var hasTicks: Bool {
    source.rows.contains { $0.contains { Marks.read($0.text) == true } }
  }
}
