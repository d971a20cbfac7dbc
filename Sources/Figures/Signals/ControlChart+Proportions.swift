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
  static func proportions(_ rates: [RatePoint], better: BetterSide?) -> ControlChart {
    let (k, n) = totals(rates)
    let centre = Double(k) / Double(n)
    let points = rates.map { point in
      let half = 3 * (centre * (1 - centre) / Double(point.denominator)).squareRoot()
      return Point(
        period: point.period,
        value: Double(point.numerator) / Double(point.denominator),
        lower: max(0, centre - half), upper: min(1, centre + half))
    }
    // What lies outside is a signal already; the runs of the others are looked for without it.
    let calm = totals(zip(rates, points).compactMap { $1.isOutside ? nil : $0 })
    return ControlChart(
      method: .proportions, points: points, centre: centre,
      signals: periodSignals(
        points, centre: calm.n == 0 ? centre : Double(calm.k) / Double(calm.n), better: better))
  }

  /// Points outside the limits and runs on one side of a centre, in the order in which they end.
  static func periodSignals(
    _ points: [Point], centre: Double, better: BetterSide?
  ) -> [Signal] {
    let outside = points.enumerated().compactMap { index, point in
      point.isOutside
        ? (
          index,
          Signal(.outsideLimits, [point.period], point.value > centre ? .up : .down, better: better)
        ) : nil
    }
    let runs = runs(of: points.map(\.value), around: centre).map { run in
      (
        run.indices.upperBound - 1,
        Signal(
          .run(run.indices.count), points[run.indices].map(\.period), run.isAbove ? .up : .down,
          better: better)
      )
    }
    return (outside + runs).sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Stretches of at least eight values on one side of the centre. A value on the centre itself
  /// ends a stretch.
  static func runs(
    of values: [Double], around centre: Double
  ) -> [(indices: Range<Int>, isAbove: Bool)] {
    var runs: [(Range<Int>, Bool)] = []
    var start = 0
    for index in 0...values.count {
      let goesOn =
        index < values.count && index > start
        && side(values[index], centre) == side(values[start], centre)
      if goesOn || index == start { continue }
      if index - start >= runLength, let isAbove = side(values[start], centre) {
        runs.append((start..<index, isAbove))
      }
      start = index
    }
    return runs
  }

  /// Nil on the centre, but for what rounding makes of it.
  private static func side(_ value: Double, _ centre: Double) -> Bool? {
    abs(value - centre) <= 1e-12 * max(1, abs(centre)) ? nil : value > centre
  }
}
