import Foundation

/// How much more the earlier periods move among themselves than chance alone would move them.
///
/// The factor of D. B. Laney, Improved control charts for attributes, Quality Engineering 14 (2002):
/// the mean moving range of the standardised values, divided by the 1.128 that it is where only
/// chance moves them. A factor below 1 is taken for 1. It is estimated from few periods: the
/// degrees of freedom of a mean moving range are some 0.62 for each of them (A. J. Duncan, Quality
/// control and industrial statistics, 1974), so that what is divided by it is judged by Student's
/// distribution.
struct Dispersion: Sendable {
  let factor: Double
  let degrees: Double

  /// Fewer periods say too little of how they move.
  static let fewestPeriods = 6

  /// Nil where there are too few.
  init?(standardised values: [Double]) {
    guard values.count >= Self.fewestPeriods else { return nil }
    let ranges = zip(values.dropFirst(), values).map { abs($0 - $1) }
    factor = max(1, ranges.reduce(0, +) / Double(ranges.count) / 1.128)
    degrees = 0.62 * Double(values.count - 1)
  }

  /// Whether a standardised difference is still beyond chance once the movement of the earlier
  /// periods is allowed for.
  func allows(_ standardised: Double) -> Bool {
    factor <= 1 || studentTail(abs(standardised) / factor, degrees: degrees) < ShiftTest.level
  }
}
