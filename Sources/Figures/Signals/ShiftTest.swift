import Foundation

/// Whether the last periods of a figure differ from those before by more than chance would make
/// them.
///
///  1. The last 1, 3 and 6 periods that are over are each compared with the 12 before.
///  2. Rates by Fisher's exact test, numbers by the exact binomial test that follows from it (a
///     Poisson number in so much of the time), durations by Student's test of their logarithms.
///  3. What has a chance of less than 0.0013 on its side is a shift, unless the earlier periods move
///     so much among themselves that it need not be one (`Dispersion`).
///
/// With three comparisons on two sides of whole numbers, a month in which nothing changed is called
/// out in less than one of two hundred; `ShiftSimulationTests` holds that.
enum ShiftTest {
  /// The chance beyond three standard deviations of a normal value, on one side.
  static let level = 0.0013
  /// How many of the last periods are taken together.
  static let spans = [1, 3, 6]
  /// How many periods before those they are compared with, at most and at least.
  static let baseline = 12
  static let fewestBefore = 3

  /// What a period gives to a comparison; nil where it has no data.
  enum Sample: Sendable {
    /// k of n.
    case rate(Int, of: Int)
    /// So many in so many days.
    case number(Int, days: Double)
    /// Seconds.
    case times([Int64])
  }

  /// A shift of the last periods against those before.
  struct Shift: Sendable {
    /// How many periods it was seen in.
    let span: Int
    /// How many periods with data it is compared with.
    let before: Int
    let isUp: Bool
    let chance: Double
    let recent: Summary
    let earlier: Summary
  }

  /// What periods come to together.
  enum Summary: Sendable, Hashable {
    case rate(Int, of: Int)
    case number(Int, days: Double)
    /// The geometric mean of so many times, which is what their logarithms compare.
    case times(typical: Double, of: Int)
  }

  /// The clearest shift at the end of a course; nil where there is none.
  ///
  /// - Parameter samples: Of periods that are over, the earliest first.
  static func shift(atEndOf samples: [Sample?]) -> Shift? {
    spans.compactMap { compare($0, samples) }.min { $0.chance < $1.chance }
  }

  /// The periods with data before the last one; with fewer than `fewestBefore` nothing is compared.
  /// None where they have too few times between them.
  static func before(endOf samples: [Sample?]) -> Int {
    let earlier = samples.dropLast().suffix(baseline).compactMap(\.self)
    if case .times? = earlier.first,
      earlier.times.reduce(0, { $0 + $1.count }) < LogComparison.fewestEarlier
    {
      return 0
    }
    return earlier.count
  }

  private static func compare(_ span: Int, _ samples: [Sample?]) -> Shift? {
    guard samples.count > span, samples.last ?? nil != nil else { return nil }
    let recent = samples.suffix(span).compactMap(\.self)
    let earlier = samples.dropLast(span).suffix(baseline).compactMap(\.self)
    guard earlier.count >= fewestBefore, let first = earlier.first else { return nil }
    switch first {
    case .rate: return rates(recent, earlier, span)
    case .number: return numbers(recent, earlier, span)
    case .times: return times(recent, earlier, span)
    }
  }

  private static func rates(_ recent: [Sample], _ earlier: [Sample], _ span: Int) -> Shift? {
    let (now, then) = (recent.counts, earlier.counts)
    let (k, n) = (now.reduce(0) { $0 + $1.k }, now.reduce(0) { $0 + $1.n })
    let (hits, units) = (then.reduce(0) { $0 + $1.k }, then.reduce(0) { $0 + $1.n })
    guard let tail = HypergeometricTail(recent: k, of: n, before: hits, of: units) else {
      return nil
    }
    let chance = min(tail.lower, tail.upper)
    guard chance < level else { return nil }
    let share = Double(k + hits) / Double(n + units)
    let spread = (share * (1 - share) * (1 / Double(n) + 1 / Double(units))).squareRoot()
    let difference = (Double(k) / Double(n) - Double(hits) / Double(units)) / spread
    guard rateDispersion(then)?.allows(difference) ?? true else { return nil }
    return Shift(
      span: span, before: earlier.count, isUp: tail.upper < tail.lower, chance: chance,
      recent: .rate(k, of: n), earlier: .rate(hits, of: units))
  }

  /// Nil where periods are too small for the share of one to be nearly normal.
  static func rateDispersion(_ counts: [(k: Int, n: Int)]) -> Dispersion? {
    let (k, n) = counts.reduce((0, 0)) { ($0.0 + $1.k, $0.1 + $1.n) }
    let share = Double(k) / Double(n)
    let each = Double(n) / Double(counts.count)
    guard each * share > 5, each * (1 - share) > 5 else { return nil }
    return Dispersion(
      standardised: counts.map {
        (Double($0.k) / Double($0.n) - share) / (share * (1 - share) / Double($0.n)).squareRoot()
      })
  }

  private static func numbers(_ recent: [Sample], _ earlier: [Sample], _ span: Int) -> Shift? {
    let (now, then) = (recent.numbers, earlier.numbers)
    let (k, days) = now.reduce((0, 0.0)) { ($0.0 + $1.k, $0.1 + $1.days) }
    let (hits, length) = then.reduce((0, 0.0)) { ($0.0 + $1.k, $0.1 + $1.days) }
    guard days > 0, length > 0,
      let tail = BinomialTail(k, of: k + hits, chance: days / (days + length))
    else { return nil }
    let chance = min(tail.lower, tail.upper)
    guard chance < level else { return nil }
    let pace = Double(k + hits) / (days + length)
    let difference =
      (Double(k) / days - Double(hits) / length) / (pace * (1 / days + 1 / length)).squareRoot()
    let usual = Double(hits) / length
    let dispersion =
      Double(hits) / Double(then.count) > 5
      ? Dispersion(
        standardised: then.map {
          (Double($0.k) - usual * $0.days) / (usual * $0.days).squareRoot()
        }) : nil
    guard dispersion?.allows(difference) ?? true else { return nil }
    return Shift(
      span: span, before: earlier.count, isUp: tail.upper < tail.lower, chance: chance,
      recent: .number(k, days: days), earlier: .number(hits, days: length))
  }

  private static func times(_ recent: [Sample], _ earlier: [Sample], _ span: Int) -> Shift? {
    let now = recent.times.flatMap { $0 }
    let groups = earlier.times.filter { !$0.isEmpty }
    let then = groups.flatMap { $0 }
    guard let comparison = LogComparison(now, then), comparison.chance < level,
      comparison.dispersion(groups)?.allows(comparison.difference) ?? true
    else { return nil }
    return Shift(
      span: span, before: earlier.count, isUp: comparison.difference > 0,
      chance: comparison.chance, recent: .times(typical: comparison.laterTypical, of: now.count),
      earlier: .times(typical: comparison.earlierTypical, of: then.count))
  }
}

extension [ShiftTest.Sample] {
  var counts: [(k: Int, n: Int)] {
    compactMap { if case .rate(let k, let n) = $0, n > 0 { (k, n) } else { nil } }
  }

  fileprivate var numbers: [(k: Int, days: Double)] {
    compactMap { if case .number(let k, let days) = $0, days > 0 { (k, days) } else { nil } }
  }

  fileprivate var times: [[Int64]] {
    compactMap { if case .times(let seconds) = $0 { seconds } else { nil } }
  }
}
