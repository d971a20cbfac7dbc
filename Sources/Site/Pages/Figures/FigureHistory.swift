import Chronology
import Figures
import PolicyReading

/// The figures of every period, by the kind of period, each the earliest first.
struct PeriodsByKind: Sendable {
  let months: [PeriodFigures]
  let weeks: [PeriodFigures]
  let quarters: [PeriodFigures]
  let years: [PeriodFigures]
  /// Every target of the last month that is over.
  let targets: [JudgedCourse]

  init(_ figures: [PeriodFigures]) {
    func of(_ kind: Period.Kind) -> [PeriodFigures] {
      figures.filter { $0.period.kind == kind }.sorted { $0.period.firstDay < $1.period.firstDay }
    }
    months = of(.month)
    weeks = of(.week)
    quarters = of(.quarter)
    years = of(.year)
    targets = JudgedCourse.all(in: months)
  }
}

/// One figure over every kind of period.
struct FigureHistory: Sendable {
  let definition: FigureDefinition
  let months: FigureSeries
  let weeks: FigureSeries?
  let quarters: FigureSeries?
  let years: FigureSeries?
  /// Its targets in the last month that is over.
  let targets: [JudgedCourse]
  /// The parts of quarters and years within which its target changed, by the label of the period.
  private let parts: [String: [SplitFigure]]

  /// Nil where no month has the figure.
  init?(_ definition: FigureDefinition, in periods: PeriodsByKind) {
    guard let months = FigureSeries(definition, in: periods.months) else { return nil }
    self.definition = definition
    self.months = months
    weeks = FigureSeries(definition, in: periods.weeks)
    quarters = FigureSeries(definition, in: periods.quarters)
    years = FigureSeries(definition, in: periods.years)
    targets = periods.targets.filter { $0.key == definition.key }
    var parts: [String: [SplitFigure]] = [:]
    for figures in periods.quarters + periods.years {
      let own = figures.split.filter { $0.key == definition.key }
      if !own.isEmpty { parts[figures.period.label] = own }
    }
    self.parts = parts
  }

  /// The earliest first; none where its target did not change within the period.
  func split(of period: Period) -> [SplitFigure] { parts[period.label] ?? [] }
}
