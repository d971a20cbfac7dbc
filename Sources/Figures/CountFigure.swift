/// A number of one period.
package final class CountFigure: Sendable {
  package let definition: FigureDefinition
  /// By id.
  package let countedIDs: [String]
  /// By id.
  package let excluded: [ExcludedRecord]
  /// Whole days of the period that have passed.
  package let days: Double

  init(
    definition: FigureDefinition, countedIDs: [String], excluded: [ExcludedRecord], days: Double
  ) {
    self.definition = definition
    self.countedIDs = countedIDs
    self.excluded = excluded
    self.days = days
  }

  package var count: Int { countedIDs.count }

  /// The number; nil while the period has not begun, so that nothing can be known of it.
  package var known: Int? { days >= 1 || count > 0 ? count : nil }

  /// The number in seven days, over the part of the period that has passed; nil before a whole day
  /// of it has.
  package var perWeek: Double? { days >= 1 ? Double(count) * 7 / days : nil }
}
