/// An exact fraction, compared without rounding.
package struct Ratio: Sendable, Hashable, Comparable {
  package let numerator: Int
  /// Greater than zero.
  package let denominator: Int

  /// - Precondition: `denominator` is greater than zero, and both are below 2³¹.
  package init(_ numerator: Int, _ denominator: Int) {
    precondition(denominator > 0, "a ratio has a positive denominator")
    self.numerator = numerator
    self.denominator = denominator
  }

  package var value: Double { Double(numerator) / Double(denominator) }

  package static func < (a: Ratio, b: Ratio) -> Bool {
    a.numerator * b.denominator < b.numerator * a.denominator
  }

  /// Equal in value: 1/2 and 2/4.
  package static func == (a: Ratio, b: Ratio) -> Bool {
    a.numerator * b.denominator == b.numerator * a.denominator
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
