import Chronology

/// The picture of a figure's course beside the limits that chance alone would seldom leave. What is
/// said of a course comes from `ShiftTest`: looked at month after month, limits call out too much of
/// small months and too little of slow changes.
///
/// The idea of limits three standard deviations from the centre: W. A. Shewhart, Economic control
/// of quality of manufactured product, 1931.
package struct ControlChart: Sendable {
  package enum Method: Sendable, Hashable {
    /// A p-chart: the share of each period.
    case proportions
    /// An XmR chart: the mean of a duration, or a number, of each period.
    case individuals
  }

  package let method: Method
  /// The earliest first. Periods without data have none.
  package let points: [Point]
  /// A share, seconds or a number.
  package let centre: Double

  package struct Point: Sendable, Hashable {
    package let period: Period
    package let value: Double
    package let lower: Double
    package let upper: Double
  }
}

/// Why a course has no control chart.
package enum ControlChartAbsence: Error, Sendable, Hashable {
  /// Fewer than six periods that are over have data.
  case tooFewPeriods
  /// Periods are too small for limits of their shares.
  case tooFewChanges
}

extension ControlChart {
  /// Fewer periods than this make no limits: a limit from five values is itself mostly chance.
  static let fewestPeriods = 6
  /// A p-chart is drawn where hits and misses of a period exceed this on average.
  static let fewestOfEachSide = 5.0

  /// The chart of the periods of a series that are over.
  package static func make(of series: FigureSeries) -> Result<ControlChart, ControlChartAbsence> {
    let closed = series.points.filter { !$0.isProvisional && $0.figure.count > 0 }
    switch closed.first?.figure {
    case .rate:
      guard closed.count >= fewestPeriods else { return .failure(.tooFewPeriods) }
      let rates = closed.compactMap { point -> RatePoint? in
        if case .rate(let rate) = point.figure { RatePoint(point.period, rate) } else { nil }
      }
      guard allowsProportions(rates) else { return .failure(.tooFewChanges) }
      return .success(proportions(rates))
    case .duration, .count:
      let values = series.points.filter { !$0.isProvisional }.compactMap { point in
        point.figure.value.map { (point.period, $0) }
      }
      guard values.count >= fewestPeriods else { return .failure(.tooFewPeriods) }
      return .success(individuals(values))
    case nil: return .failure(.tooFewPeriods)
    }
  }

  /// What a chart takes from the rate of one period.
  struct RatePoint {
    let period: Period
    let numerator: Int
    let denominator: Int

    init(_ period: Period, _ rate: RateFigure) {
      self.period = period
      numerator = rate.numerator
      denominator = rate.denominator
    }
  }
}
