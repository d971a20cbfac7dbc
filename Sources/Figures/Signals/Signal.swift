import Chronology

/// Something in a course that chance alone would seldom make.
package struct Signal: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// One value lies outside the control limits.
    case outsideLimits
    /// At least eight values in a row lie on one side of the centre; how many.
    case run(Int)
    /// Changes between two misses, or since the last one, are more than the limit; how many.
    case longGap(Int)
    /// At least eight gaps between misses in a row lie on one side of the centre; how many.
    case runOfGaps(Int)
  }

  package enum Direction: String, Sendable, Hashable, CaseIterable {
    /// The figure is higher than chance would make it.
    case up
    case down
  }

  package let kind: Kind
  /// The periods that it runs over, the earliest first; never empty.
  package let periods: [Period]
  package let direction: Direction
  /// Nil where neither side is better in itself.
  package let isBetter: Bool?

  init(_ kind: Kind, _ periods: [Period], _ direction: Direction, better: BetterSide?) {
    self.kind = kind
    self.periods = periods
    self.direction = direction
    isBetter = better.map { ($0 == .higher) == (direction == .up) }
  }

  /// It still held in the last of some periods.
  package func reaches(_ period: Period) -> Bool { periods.last == period }
}
