import PolicyReading
import Records
import SourceText

/// Fewer reviewers than the matrix asks for.
package struct ReviewShortfall: Sendable {
  package enum Kind: String, Sendable, Hashable { case technical, security }

  package let kind: Kind
  /// Who did review it.
  package let reviewers: Reviewers
  /// How many the policy asks for.
  package let needed: Int
  /// The category of the change, and the row of the matrix that asks.
  package let category: Located<String>
  package let row: ReviewRequirement
}

extension Change {
  /// Technical reviewers first; none where reviews are not owed, or not known for want of a category.
  func reviewShortfalls(in context: ObligationContext) -> [ReviewShortfall] {
    guard !categories.isEmpty, owesReviews(in: context) else { return [] }
    let demand = context.policy.reviewDemand(of: self)
    return [
      shortfall(.technical, Reviewers(.technical, of: self), demand.technical),
      shortfall(.security, Reviewers(.security, of: self), demand.security),
    ].compactMap(\.self)
  }

  private func shortfall(
    _ kind: ReviewShortfall.Kind, _ reviewers: Reviewers, _ need: ReviewDemand.Need
  ) -> ReviewShortfall? {
    guard let category = need.category, let row = need.row, reviewers.count < need.count else {
      return nil
    }
    return ReviewShortfall(
      kind: kind, reviewers: reviewers, needed: need.count, category: category, row: row)
  }
}
