import Chronology

/// The scale of a chart: which values it reaches over and where its lines stand.
struct ValueAxis {
  let low: Double
  let high: Double
  let measure: ChartSeries.Measure
  /// Round values inside it, at most seven.
  let ticks: [Double]

  /// Reaches over the values with a margin; never of no height. What is not finite is left out.
  init(over values: [Double], measure: ChartSeries.Measure) {
    let known = values.filter(\.isFinite)
    let least: Double =
      switch measure {
      case .share: 0.01
      case .seconds: 60
      case .count: 1
      }
    var low = known.min() ?? 0
    var high = known.max() ?? 1
    let margin = max((high - low) * 0.1, least)
    low = measure == .count ? min(0, low) : max(0, low - margin)
    high += measure == .count ? 0 : margin
    if measure == .share { high = min(1, high) }
    self.low = low
    self.high = max(high, low + max(least, abs(low) * 1e-6))
    self.measure = measure
    ticks = Self.ticks(from: self.low, to: self.high, measure: measure)
  }

  /// Where a value lies between two ends of a drawing; inside them, whatever the value.
  func position(_ value: Double, from start: Double, to end: Double) -> Double {
    let share = (value - low) / (high - low)
    guard share.isFinite else { return start }
    return start + min(max(share, 0), 1) * (end - start)
  }

  func label(_ tick: Double) -> String {
    switch measure {
    case .share:
      let tenths = wholeNumber(tick * 1000)
      let rest = tenths % 10 == 0 ? "" : ".\(tenths % 10)"
      return "\(tenths / 10)\(rest)%"
    case .seconds: return DurationText.describe(seconds: Int64(wholeNumber(tick)))
    case .count: return "\(wholeNumber(tick))"
    }
  }

  private static func ticks(
    from low: Double, to high: Double, measure: ChartSeries.Measure
  ) -> [Double] {
    let span = high - low
    let step =
      switch measure {
      case .share: [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25].first { span / $0 <= 6 } ?? span / 5
      case .seconds: secondSteps.first { span / $0 <= 6 } ?? roundStep(span / 5)
      case .count: max(1, roundStep(span / 5))
      }
    let first = (low / step).rounded(.up)
    let last = (high / step + 1e-9).rounded(.down)
    guard step > 0, first.isFinite, last.isFinite, first <= last, last - first < 10 else {
      return []
    }
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }

  private static let secondSteps: [Double] = [
    60, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400, 172_800, 604_800,
    1_209_600, 2_592_000,
  ]

  /// The least of 1, 2 and 5 times a power of ten that is not below a size.
  private static func roundStep(_ size: Double) -> Double {
    var power = 1.0
    while power * 10 <= size, power < 1e15 { power *= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= size } ?? power * 10
  }
}
