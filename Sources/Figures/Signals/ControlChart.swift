import Chronology

/// What a figure's course would look like if nothing but chance moved it, and where it does not.
///
/// The idea of limits three standard deviations from the centre: W. A. Shewhart, Economic control
/// of quality of manufactured product, 1931. Eight in a row on one side of the centre: Western
/// Electric, Statistical quality control handbook, 1956.
package struct ControlChart: Sendable {
  package enum Method: Sendable, Hashable {
    /// A p-chart: the share of each period.
    case proportions
    /// A g-chart: changes between misses, where shares of periods are too rough.
    case gaps
    /// An XmR chart: the mean of a duration, or a number, of each period.
    case individuals
  }

  package let method: Method
  /// The earliest first. Periods without data have none.
  package let points: [Point]
  /// A share, seconds, a number, or changes between misses. Runs are looked for around the centre
  /// of those points that are not outside the limits.
  package let centre: Double
  /// The latest last.
  package let signals: [Signal]

  package struct Point: Sendable, Hashable {
    /// Of a gap the period in which it ended.
    package let period: Period
    package let value: Double
    package let lower: Double
    package let upper: Double
    /// A gap that no miss has ended yet.
    package var isOpen = false

    package var isOutside: Bool { value < lower || value > upper }
  }
}

/// Why a course has no control chart.
package enum ControlChartAbsence: Error, Sendable, Hashable {
  /// Fewer than six periods that are over have data.
  case tooFewPeriods
  /// Periods are too small for shares, and misses are too few for gaps between them.
  case tooFewMisses
}

extension ControlChart {
  /// Fewer periods than this make no limits: a limit from five values is itself mostly chance.
  static let fewestPeriods = 6
  /// So many values in a row on one side of the centre are a signal.
  static let runLength = 8
  /// A p-chart is drawn where hits and misses of a period exceed this on average.
  static let fewestOfEachSide = 5.0

  /// The chart of the periods of a series that are over.
  package static func make(of series: FigureSeries) -> Result<ControlChart, ControlChartAbsence> {
    let closed = series.points.filter { !$0.isProvisional && $0.figure.count > 0 }
    let better = series.definition.better
    switch closed.first?.figure {
    case .rate:
      guard closed.count >= fewestPeriods else { return .failure(.tooFewPeriods) }
      let rates = closed.compactMap { point -> RatePoint? in
        if case .rate(let rate) = point.figure { RatePoint(point.period, rate) } else { nil }
      }
      if allowsProportions(rates) { return .success(proportions(rates, better: better)) }
      guard let chart = gaps(rates, better: better) else { return .failure(.tooFewMisses) }
      return .success(chart)
    case .duration, .count:
      let values = series.points.filter { !$0.isProvisional }.compactMap { point in
        point.figure.value.map { (point.period, $0) }
      }
      guard values.count >= fewestPeriods else { return .failure(.tooFewPeriods) }
      return .success(individuals(values, better: better))
    case nil: return .failure(.tooFewPeriods)
    }
  }

  /// What a chart takes from the rate of one period.
  struct RatePoint {
    let period: Period
    let numerator: Int
    let denominator: Int
    let counted: [CountedRecord]

    init(_ period: Period, _ rate: RateFigure) {
      self.period = period
      numerator = rate.numerator
      denominator = rate.denominator
      counted = rate.counted
    }
  }
}
