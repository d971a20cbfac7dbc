/// A figure over consecutive periods, as charts draw it.
package struct ChartSeries: Sendable {
  /// What its values are.
  package enum Measure: Sendable {
    /// Between 0 and 1.
    case share
    case seconds
    case count
  }

  package struct Point: Sendable {
    /// Of the period, for tables and texts: `March 2026`.
    package let name: String
    /// Under the axis: `Mar`.
    package let tick: String
    /// Under the first tick of several that share it: `2026`.
    package let group: String
    /// Nil where there is no data.
    package let value: Double?
    /// The value in words, with what it is counted over: `92.9%, 13 of 14`.
    package let words: String
    /// The ends of its interval; nil where it has none.
    package let interval: ClosedRange<Double>?
    /// The limits of the control chart; nil where none are drawn.
    package let limits: ClosedRange<Double>?
    /// The target of the period; nil where it has none.
    package let target: Double?
    /// The period is not over.
    package let isProvisional: Bool
    /// The records behind it.
    package let href: String?

    package init(
      name: String, tick: String, group: String, value: Double?, words: String,
      interval: ClosedRange<Double>? = nil, limits: ClosedRange<Double>? = nil,
      target: Double? = nil,
      isProvisional: Bool = false, href: String? = nil
    ) {
      self.name = name
      self.tick = tick
      self.group = group
      self.value = value.flatMap { $0.isFinite ? $0 : nil }
      self.words = words
      self.interval = interval
      self.limits = limits
      self.target = target.flatMap { $0.isFinite ? $0 : nil }
      self.isProvisional = isProvisional
      self.href = href
    }
  }

  /// The earliest first.
  package let points: [Point]
  /// Nil where the policy sets none.
  package let target: Double?
  package let measure: Measure

  package init(points: [Point], target: Double?, measure: Measure) {
    self.points = points
    self.target = target.flatMap { $0.isFinite ? $0 : nil }
    self.measure = measure
  }

  /// The target is not the same in all of its periods: the line has steps.
  var hasSteps: Bool {
    let known = points.map(\.target)
    return known.contains { $0 != nil } && known.contains { $0 != target }
  }

  /// The stretches of points that follow each other with data.
  var runs: [[Int]] {
    var runs: [[Int]] = []
    var isOpen = false
    for (index, point) in points.enumerated() {
      guard point.value != nil else {
        isOpen = false
        continue
      }
      if isOpen { runs[runs.count - 1].append(index) } else { runs.append([index]) }
      isOpen = true
    }
    return runs
  }
}
