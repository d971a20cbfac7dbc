import Foundation

/// Two lists of times compared by their logarithms, since times are far from symmetric and a long one
/// would hide all others: Student, The probable error of a mean, Biometrika 6 (1908), with one
/// variance for both.
struct LogComparison: Sendable {
  /// How far the later times lie from the earlier ones, in standard errors.
  let difference: Double
  /// The chance of that much on its side where nothing but chance parts the two.
  let chance: Double
  /// The geometric means of the later and the earlier times, in seconds.
  let laterTypical: Double
  let earlierTypical: Double
  private let mean: Double
  private let deviation: Double

  /// Fewer earlier times say too little of how they vary.
  static let fewestEarlier = 8
  /// A minute, so that times of a few seconds are no outliers.
  private static let offset = 60.0
  /// Times that hardly vary at all are taken to vary by a twentieth.
  private static let leastDeviation = 0.05

  init?(_ later: [Int64], _ earlier: [Int64]) {
    guard !later.isEmpty, earlier.count >= Self.fewestEarlier else { return nil }
    let (a, b) = (later.map(Self.logarithm), earlier.map(Self.logarithm))
    let (x, y) = (Self.mean(a), Self.mean(b))
    let degrees = Double(a.count + b.count - 2)
    let squares =
      a.reduce(0) { $0 + ($1 - x) * ($1 - x) } + b.reduce(0) { $0 + ($1 - y) * ($1 - y) }
    mean = y
    laterTypical = max(0, exp(x) - Self.offset)
    earlierTypical = max(0, exp(y) - Self.offset)
    deviation = max(Self.leastDeviation, (squares / degrees).squareRoot())
    difference =
      (x - y) / (deviation * (1 / Double(a.count) + 1 / Double(b.count)).squareRoot())
    chance = studentTail(abs(difference), degrees: degrees)
  }

  /// How much the means of the earlier periods move among themselves.
  func dispersion(_ periods: [[Int64]]) -> Dispersion? {
    Dispersion(
      standardised: periods.map { times in
        (Self.mean(times.map(Self.logarithm)) - mean) * Double(times.count).squareRoot()
          / deviation
      })
  }

  private static func logarithm(_ seconds: Int64) -> Double {
    log(Double(max(0, seconds)) + offset)
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}
