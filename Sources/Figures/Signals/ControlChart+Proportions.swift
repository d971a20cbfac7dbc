import Chronology

extension ControlChart {
  /// Whether the normal approximation behind a p-chart holds: n·p̄ and n·(1 − p̄) exceed five on
  /// average.
  static func allowsProportions(_ rates: [RatePoint]) -> Bool {
    let (k, n) = totals(rates)
    let periods = Double(rates.count)
    return Double(k) / periods > fewestOfEachSide && Double(n - k) / periods > fewestOfEachSide
  }

  static func totals(_ rates: [RatePoint]) -> (k: Int, n: Int) {
    rates.reduce((0, 0)) { ($0.0 + $1.numerator, $0.1 + $1.denominator) }
  }

  /// Limits p̄ ± 3·√(p̄·(1 − p̄)/n) for each n, not below 0 and not above 1.
  static func proportions(_ rates: [RatePoint]) -> ControlChart {
    let (k, n) = totals(rates)
    let centre = Double(k) / Double(n)
    let points = rates.map { point in
      let half = 3 * (centre * (1 - centre) / Double(point.denominator)).squareRoot()
      return Point(
        period: point.period,
        value: Double(point.numerator) / Double(point.denominator),
        lower: max(0, centre - half), upper: min(1, centre + half))
    }
    return ControlChart(method: .proportions, points: points, centre: centre)
  }
}
