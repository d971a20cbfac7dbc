import Chronology

/// One figure over consecutive periods of one kind.
package struct FigureSeries: Sendable {
  package let definition: FigureDefinition
  /// The earliest first; never empty.
  package let points: [Point]

  package struct Point: Sendable {
    package let period: Period
    /// The period is not over.
    package let isProvisional: Bool
    package let figure: Figure
  }

  /// Nil where there is no period with the figure.
  ///
  /// - Parameter figures: Of one kind of period, the earliest first.
  package init?(_ definition: FigureDefinition, in figures: [PeriodFigures]) {
    let key = definition.key
    var points: [Point] = []
    points.reserveCapacity(figures.count)
    var place = 0
    for index in figures.indices {
      guard let found = figures[index].place(ofKey: key, near: place) else { continue }
      place = found
      points.append(
        Point(
          period: figures[index].period, isProvisional: figures[index].isProvisional,
          figure: figures[index].figures[found]))
    }
    self.init(definition, points)
  }

  /// Nil without points.
  init?(_ definition: FigureDefinition, _ points: [Point]) {
    if points.isEmpty { return nil }
    self.definition = definition
    self.points = points
  }

  package var kind: Period.Kind { points[0].period.kind }

  /// The index of the last period that is over; nil where none is.
  package var lastClosed: Int? { points.lastIndex { !$0.isProvisional } }

  /// As the policy of the latest period calls it.
  package var title: String { points[points.count - 1].figure.title }

  /// Up to and with a period; nil where it is not in the series.
  package func upTo(_ period: Period) -> FigureSeries? {
    guard let index = points.firstIndex(where: { $0.period == period }) else { return nil }
    return FigureSeries(definition, Array(points[...index]))
  }

  /// The last so many periods that are over, those that signals are looked for in; fewer where
  /// there are fewer. Nil where none is over.
  package func recent(_ count: Int? = nil) -> FigureSeries? {
    let closed = points.filter { !$0.isProvisional }
    return FigureSeries(definition, Array(closed.suffix(count ?? kind.comparedPeriods)))
  }
}

extension Period.Kind {
  /// How many periods are looked at together: half a year of weeks, else what a shift is looked for
  /// in, see `ShiftTest`.
  package var comparedPeriods: Int {
    switch self {
    case .week: 26
    case .month, .quarter, .year: ShiftTest.baseline + (ShiftTest.spans.max() ?? 1)
    }
  }
}
