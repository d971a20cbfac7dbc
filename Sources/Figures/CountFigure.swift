import PolicyReading

/// A number of one period.
package final class CountFigure: Sendable {
  package let definition: FigureDefinition
  /// By id.
  package let countedIDs: [String]
  /// By id.
  package let excluded: [ExcludedRecord]
  /// Whole days of the period that have passed.
  package let days: Double
  package let target: Target?
  /// The number in seven days against the target; nil without one that is such a number.
  package let verdict: Verdict?

  init(
    definition: FigureDefinition, countedIDs: [String], excluded: [ExcludedRecord], days: Double,
    isKnown: Bool = false, target: Target? = nil
  ) {
    self.target = target
    self.isKnown = isKnown || days >= 1 || !countedIDs.isEmpty
    if let target, case .perWeek(let bound) = target.bound {
      let days = Int(days)
      verdict =
        days < 1
        ? .noData
        : target.comparison.holds(Ratio(countedIDs.count * 7, days), bound) ? .met : .missed
    } else {
      verdict = nil
    }
    self.definition = definition
    self.countedIDs = countedIDs
    self.excluded = excluded
    self.days = days
  }

  package var count: Int { countedIDs.count }

  /// Something is known of the period: it has begun, and does not lie before the first record.
  private let isKnown: Bool

  /// The number; nil where nothing can be known of it.
  package var known: Int? { isKnown ? count : nil }

  /// The number in seven days, over the part of the period that has passed; nil before a whole day
  /// of it has.
  package var perWeek: Double? { days >= 1 ? Double(count) * 7 / days : nil }
}
