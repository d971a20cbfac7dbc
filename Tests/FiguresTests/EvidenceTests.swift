import PolicyReading
import TestSupport
import Testing

@testable import Figures

/// When a verdict is clear: exact tails, worked out by hand, and how often chance alone would make one.
struct EvidenceTests {
  private let confidence = Confidence(level: 0.95)

  private func target(_ comparison: Target.Comparison, _ bound: Ratio) -> ShareTarget {
    ShareTarget(comparison: comparison, bound: bound, confidence: confidence)
  }

  private var floor: ShareTarget { target(.above, Ratio(95, 100)) }
  private var ceiling: ShareTarget { target(.below, Ratio(2, 100)) }

  @Test func functionsAgreeWithTables() {
    #expect(abs(logGamma(5) - 3.178_053_830_347_946) < 1e-14)
    #expect(abs(logGamma(0.5) - 0.572_364_942_924_700_1) < 1e-14)
    #expect(abs(logGamma(101) - 363.739_375_555_563_5) < 1e-11)
    #expect(logGamma(0) == .infinity)
    // I of ½ with 2 and 3 is 11/16.
    #expect(abs(incompleteBeta(0.5, 2, 3) - 0.6875) < 1e-14)
    #expect(abs(incompleteBeta(0.3, 2.5, 7) - 0.641_222_462_971_721_4) < 1e-12)
    #expect(incompleteBeta(0, 2, 3) == 0 && incompleteBeta(1, 2, 3) == 1)
    #expect(abs(studentTail(2.5, degrees: 4.3) - 0.031_224_037_318_105_67) < 1e-12)
    #expect(studentTail(0, degrees: 5) == 0.5)
  }

  @Test func tailsAreSumsOfTheirPoints() throws {
    // Seeded: k, n and p of every size; the tail is the sum of what it is made of.
    var random = SplitMix(seed: 12)
    for _ in 0..<200 {
      let n = 1 + random.below(60)
      let k = random.below(n + 1)
      let p = Double(1 + random.below(999)) / 1000
      let sum = try (k...n).reduce(0.0) {
        $0 + (try #require(BinomialTail($1, of: n, chance: p))).point
      }
      let tail = try #require(BinomialTail(k, of: n, chance: p))
      #expect(abs(tail.upper - sum) < 1e-11)
      #expect(abs(tail.upper + tail.lower - 1 - tail.point) < 1e-11)
    }
    #expect(BinomialTail(1, of: 0, chance: 0.5) == nil)
    #expect(BinomialTail(3, of: 2, chance: 0.5) == nil)
    #expect(BinomialTail(1, of: 2, chance: 1.5) == nil)
  }

  @Test func fewMissesOfFewChangesAreNotClear() {
    // P(X < k) + ½·P(X = k) with the chance 0.95: 0.025 exactly, 0.05, 0.075 and 0.0398.
    for (k, n) in [(0, 1), (1, 2), (2, 3), (7, 9)] {
      #expect(floor.evidence(k, of: n, bounds: nil) == .tooFew, "\(k) of \(n)")
    }
    // 0.0037.
    #expect(floor.evidence(1, of: 3, bounds: nil) == .clear)
    #expect(floor.evidence(0, of: 0, bounds: nil) == nil)
  }

  @Test func aTargetIsShownToBeMetFromSoManyChangesOn() {
    // ½·0.95⁵⁸ = 0.0255, ½·0.95⁵⁹ = 0.0242; ½·0.98¹⁴⁸ = 0.02514, ½·0.98¹⁴⁹ = 0.02464.
    #expect(floor.evidence(58, of: 58, bounds: nil) == .tooFew)
    #expect(floor.evidence(59, of: 59, bounds: nil) == .clear)
    #expect(floor.leastToJudge == 59)
    #expect(ceiling.leastToJudge == 149)
    #expect(ceiling.evidence(0, of: 148, bounds: nil) == .tooFew)
    #expect(ceiling.evidence(0, of: 149, bounds: nil) == .clear)
  }

  @Test func saysWhatWouldHaveSettledIt() {
    // 119 of 120: 0.0088; 118 of 120: above 0.025.
    #expect(floor.distance(110, of: 120).clearlyMet == 119)
    #expect(floor.distance(19, of: 20).clearlyMet == nil)
    #expect(floor.distance(19, of: 20).leastToJudge == 59)
    #expect(ceiling.distance(2, of: 150).clearlyMet == 0)
  }

  @Test func unknownOutcomesKeepAVerdictOpen() {
    let bounds = RateBounds(low: Ratio(80, 110), high: Ratio(110, 110), unknown: 30)
    #expect(floor.evidence(80, of: 80, bounds: bounds) == .unknownOutcomes)
    let harmless = RateBounds(low: Ratio(200, 201), high: Ratio(201, 201), unknown: 1)
    #expect(floor.evidence(200, of: 200, bounds: harmless) == .clear)
  }

  @Test func perfectionIsNeverShownAndOneMissRefutesIt() {
    let all = target(.atLeast, Ratio(1, 1))
    #expect(all.evidence(1000, of: 1000, bounds: nil) == .tooFew)
    #expect(all.distance(1000, of: 1000).leastToJudge == nil)
    #expect(all.evidence(999, of: 1000, bounds: nil) == .clear)
    let none = target(.atMost, Ratio(0, 1))
    #expect(none.evidence(0, of: 50, bounds: nil) == .tooFew)
    #expect(none.evidence(1, of: 50, bounds: nil) == .clear)
  }

  @Test func aHundredThousandChangesAreJudged() {
    let fine = target(.atLeast, Ratio(9995, 10_000))
    #expect(fine.evidence(100_000, of: 100_000, bounds: nil) == .clear)
    #expect(fine.evidence(99_950, of: 100_000, bounds: nil) == .tooFew)
    #expect(fine.evidence(99_900, of: 100_000, bounds: nil) == .clear)
  }

  /// How often a process that lies right at the target comes out clearly met, or clearly missed: at
  /// most twice the half of what the level leaves for any n, and not more than it over all n.
  @Test(arguments: [Ratio(95, 100), Ratio(98, 100), Ratio(80, 100), Ratio(1, 2)])
  func chanceSeldomMakesAClearVerdict(bound: Ratio) throws {
    let target = target(.atLeast, bound)
    var met: [Double] = []
    for n in stride(from: 20, through: 400, by: 19) {
      let chance = try (0...n).reduce(0.0) { sum, k in
        guard target.isClearlyMet(k, of: n) else { return sum }
        return sum + (try #require(BinomialTail(k, of: n, chance: bound.value))).point
      }
      #expect(chance < 0.05)
      met.append(chance)
    }
    #expect(met.reduce(0, +) / Double(met.count) < 0.03)
  }

  @Test func severalPeriodsAreClearTogether() throws {
    let target = sampleTarget(.changeSuccessRate, .above, .share(Ratio(95, 100)), text: ">95%")
    let series = try SampleSeries.rates(
      [(20, 20), (20, 20), (20, 20)], target: target)
    let rates = series.points.compactMap { point in
      if case .rate(let rate) = point.figure { rate } else { nil }
    }
    #expect(rates.allSatisfy { $0.evidence == .tooFew })
    #expect(PooledRate(rates)?.evidence == .clear)
    #expect(PooledRate(Array(rates.dropLast()))?.evidence == .tooFew)
    #expect(
      PooledRate(Array(rates.dropLast()))?.words
        == "40 of 40 together; it takes 59 changes or more to show that this target is met")
    #expect(PooledRate([]) == nil)
  }

  @Test func differencesHaveAnInterval() throws {
    // R. G. Newcombe, 1998, table II: 56 of 70 and 48 of 80 differ by 0.2, from 0.0524 to 0.3339.
    let wide = Confidence(level: 0.95)
    let difference = RateDifference(
      0.8, WilsonInterval(56, of: 70, at: wide), 0.6, WilsonInterval(48, of: 80, at: wide))
    #expect(abs(difference.value - 0.2) < 1e-12)
    #expect(abs(difference.low - 0.0524) < 5e-5)
    #expect(abs(difference.high - 0.3339) < 5e-5)
    #expect(difference.isClear)
    // 85 of 100 and 95 of 100: the intervals overlap, and the difference is clear.
    let series = try SampleSeries.rates([(85, 100), (95, 100), (0, 0)])
    let rates = series.points.compactMap { point in
      if case .rate(let rate) = point.figure { rate } else { nil }
    }
    let up = try #require(RateDifference(from: rates[0], to: rates[1]))
    #expect(up.isClear)
    #expect(
      up.words(than: "in September")
        == "10.0 points higher than in September (95% interval: 1.6 to 18.8)")
    #expect(RateDifference(from: rates[0], to: rates[2]) == nil)
  }
}

extension SplitMix {
  /// From 0 up to 1.
  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// How many of n come out, each with the chance p.
  mutating func successes(of n: Int, chance: Double) -> Int {
    (0..<n).reduce(0) { count, _ in count + (unit() < chance ? 1 : 0) }
  }
}
