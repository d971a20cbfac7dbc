import Chronology

/// Periods that differ from those before by more than chance would make them, see `ShiftTest`.
package struct Signal: Sendable, Hashable {
  package enum Direction: String, Sendable, Hashable, CaseIterable {
    /// The figure is higher than it was before.
    case up
    case down
  }

  /// The periods that differ, the earliest first: one, three or six, up to the one that was asked
  /// for; never empty.
  package let periods: [Period]
  package let direction: Direction
  /// Nil where neither side is better in itself.
  package let isBetter: Bool?
  /// How many periods before them with data they are compared with.
  package let before: Int
  let recent: ShiftTest.Summary
  let earlier: ShiftTest.Summary

  init(_ shift: ShiftTest.Shift, _ periods: [Period], better: BetterSide?) {
    self.periods = periods
    direction = shift.isUp ? .up : .down
    isBetter = better.map { ($0 == .higher) == shift.isUp }
    before = shift.before
    recent = shift.recent
    earlier = shift.earlier
  }
}

extension FigureSeries {
  /// What the test takes of each period that is over, up to one of the points.
  func samples(upTo index: Int) -> [ShiftTest.Sample?] {
    points[max(0, index - Self.mostCompared + 1)...index].map { point in
      point.isProvisional ? nil : point.figure.shiftSample
    }
  }

  /// The most periods that a test looks at.
  private static let mostCompared = ShiftTest.baseline + (ShiftTest.spans.max() ?? 1)

  /// The signal that holds at a point; nil where none does, and in a period that is not over.
  func signal(at index: Int) -> Signal? {
    guard points.indices.contains(index), !points[index].isProvisional,
      let shift = ShiftTest.shift(atEndOf: samples(upTo: index))
    else { return nil }
    let periods = points[max(0, index - shift.span + 1)...index].map(\.period)
    return Signal(shift, periods, better: definition.better)
  }
}

extension Figure {
  /// Nil without data.
  fileprivate var shiftSample: ShiftTest.Sample? {
    switch self {
    case .rate(let rate):
      rate.denominator == 0 ? nil : .rate(rate.numerator, of: rate.denominator)
    case .duration(let duration):
      duration.count == 0 ? nil : .times(duration.durations.map(\.seconds))
    case .count(let count):
      count.days > 0 ? .number(count.count, days: count.days) : nil
    }
  }
}
