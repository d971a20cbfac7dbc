import Chronology
import Foundation
import TestSupport
import Testing

@testable import Figures

/// Shifts worked out by hand, and how often the test errs.
struct ShiftTests {
  private typealias Sample = ShiftTest.Sample

  private func rates(_ counts: [(Int, Int)]) -> [Sample?] {
    counts.map { $0.1 == 0 ? nil : .rate($0.0, of: $0.1) }
  }

  private func steady(_ k: Int, of n: Int, _ months: Int) -> [(Int, Int)] {
    Array(repeating: (k, n), count: months)
  }

  @Test func fishersTestIsExact() throws {
    // 3 hits among 5; both recent ones miss in 1 of C(5, 2) = 10 draws.
    let small = try #require(HypergeometricTail(recent: 0, of: 2, before: 3, of: 3))
    #expect(abs(small.lower - 0.1) < 1e-12)
    #expect(abs(small.upper - 1) < 1e-12)
    // 0 of 8 after 77 of 88: 5.7 · 10⁻⁷; 10 of 20 after 209 of 220: 2.87 · 10⁻⁷.
    let all = try #require(HypergeometricTail(recent: 0, of: 8, before: 77, of: 88))
    #expect(abs(all.lower / 5.699_956_311_511_33e-7 - 1) < 1e-9)
    let half = try #require(HypergeometricTail(recent: 10, of: 20, before: 209, of: 220))
    #expect(abs(half.lower / 2.870_081_794_600_227e-7 - 1) < 1e-9)
    #expect(HypergeometricTail(recent: 1, of: 0, before: 1, of: 2) == nil)
    #expect(HypergeometricTail(recent: 1, of: 2, before: 3, of: 2) == nil)
  }

  @Test func aMonthInWhichEverythingFailsIsNamed() throws {
    let shift = try #require(ShiftTest.shift(atEndOf: rates(steady(7, of: 8, 11) + [(0, 8)])))
    #expect(shift.span == 1 && shift.before == 11 && !shift.isUp)
    #expect(shift.recent == .rate(0, of: 8) && shift.earlier == .rate(77, of: 88))
  }

  @Test func aSteadyCourseHasNone() {
    #expect(ShiftTest.shift(atEndOf: rates(steady(7, of: 8, 12))) == nil)
    #expect(ShiftTest.shift(atEndOf: rates(steady(8, of: 8, 30))) == nil)
  }

  @Test func threeMonthsOfHistoryAreNeededAndGapsAreNone() {
    #expect(ShiftTest.shift(atEndOf: rates([(40, 40), (40, 40), (0, 40)])) == nil)
    #expect(ShiftTest.shift(atEndOf: rates([(40, 40), (40, 40), (0, 0), (0, 40)])) == nil)
    #expect(ShiftTest.shift(atEndOf: rates([(40, 40), (40, 40), (40, 40), (0, 40)])) != nil)
    #expect(ShiftTest.shift(atEndOf: rates(steady(40, of: 40, 5) + [(0, 0)])) == nil)
    #expect(ShiftTest.shift(atEndOf: []) == nil)
    #expect(ShiftTest.shift(atEndOf: [nil]) == nil)
  }

  @Test func aSignalIsRepeatedWhileItHoldsAndSaysUntilWhen() throws {
    let series = try SampleSeries.rates(
      steady(57, of: 60, 12) + steady(45, of: 60, 10) + steady(57, of: 60, 3))
    let courses = series.signalCourses(last: 36)
    let first = try #require(courses.first)
    #expect(first.direction == .down && first.isBetter == false)
    #expect(first.since == SampleSeries.month(12))
    // Named from its first month on, month after month.
    for month in 12...17 { #expect(series.signal(at: month) != nil) }
    #expect(first.until.firstDay > SampleSeries.month(16).firstDay)
    #expect(first.words(asOf: SampleSeries.month(24)).contains("it held until"))
  }

  @Test func durationsAreComparedByTheirLogarithms() throws {
    let usual: [Int64] = [3600, 5400, 2700, 4000, 3000]
    let months = Array(repeating: Sample?.some(.times(usual)), count: 8)
    #expect(ShiftTest.shift(atEndOf: months) == nil)
    let slow = try #require(
      ShiftTest.shift(atEndOf: months + [.times(usual.map { $0 * 6 })]))
    #expect(slow.isUp)
    // One outage of a week among usual times is no shift.
    #expect(ShiftTest.shift(atEndOf: months + [.times([604_800, 3600, 2700, 4000, 3000])]) == nil)
    // Times that never vary differ only where they differ by more than a little.
    let same = Array(repeating: Sample?.some(.times([60, 60])), count: 8)
    #expect(ShiftTest.shift(atEndOf: same + [.times([61, 61])]) == nil)
  }

  @Test func numbersAreComparedByTheTimeThatTheyTook() throws {
    let months = Array(repeating: Sample?.some(.number(12, days: 30)), count: 8)
    #expect(ShiftTest.shift(atEndOf: months + [.number(6, days: 15)]) == nil)
    #expect(try #require(ShiftTest.shift(atEndOf: months + [.number(40, days: 30)])).isUp)
    #expect(try #require(ShiftTest.shift(atEndOf: months + [.number(0, days: 30)])).isUp == false)
  }

  @Test func whatWouldHaveStoodOutIsSaid() throws {
    let series = try SampleSeries.rates(steady(7, of: 8, 12))
    let reach = try #require(series.reach(at: 11))
    #expect(reach.n == 8 && reach.isFloor)
    let worst = try #require(reach.worst)
    func standsOut(_ k: Int) throws -> Bool {
      try SampleSeries.rates(steady(7, of: 8, 11) + [(k, 8)]).signal(at: 11) != nil
    }
    #expect(try standsOut(worst))
    #expect(try !standsOut(worst + 1))
    let tiny = try SampleSeries.rates(steady(1, of: 1, 3) + [(1, 1)])
    #expect(try #require(tiny.reach(at: 3)).worst == nil)
  }

  // MARK: Error rates, by simulation

  /// How many of so many closed months are called out.
  private func alarms(
    in years: Int, of n: Int, seed: UInt64, chance: (inout SplitMix, Int) -> Double
  ) -> (alarms: Int, months: Int) {
    var random = SplitMix(seed: seed)
    var found = (alarms: 0, months: 0)
    for _ in 0..<years {
      let samples = (0..<24).map { month -> Sample? in
        .rate(random.successes(of: n, chance: chance(&random, month)), of: n)
      }
      for month in 12..<24 {
        found.months += 1
        if ShiftTest.shift(atEndOf: Array(samples[...month])) != nil { found.alarms += 1 }
      }
    }
    return found
  }

  @Test(arguments: [8, 15, 30, 60, 400])
  func aMonthInWhichNothingChangedIsSeldomNamed(n: Int) {
    let found = alarms(in: 120, of: n, seed: 5) { _, _ in 0.95 }
    // At most 0.5% of months, and what chance adds to that in so few.
    #expect(Double(found.alarms) / Double(found.months) <= 0.0075, "\(found)")
  }

  @Test func aRateThatWandersByAPointAndAHalfDoesNotAlarmEachMonth() {
    let found = alarms(in: 40, of: 3000, seed: 6) { random, _ in
      // Nearly normal: the sum of twelve even numbers.
      let normal = (0..<12).reduce(-6.0) { sum, _ in sum + random.unit() }
      return min(1, max(0, 0.95 + 0.015 * normal))
    }
    #expect(Double(found.alarms) / Double(found.months) <= 0.03, "\(found)")
  }

  /// How often a change of the rate after a stable year is seen in the year that follows.
  private func seen(_ n: Int, failing: Double, months: Int, seed: UInt64) -> Double {
    var random = SplitMix(seed: seed)
    let years = 150
    var count = 0
    for _ in 0..<years {
      let samples = (0..<(12 + months)).map { month -> Sample? in
        .rate(random.successes(of: n, chance: month < 12 ? 0.95 : 1 - failing), of: n)
      }
      let isSeen = (12..<samples.count).contains { month in
        ShiftTest.shift(atEndOf: Array(samples[...month])).map { !$0.isUp } ?? false
      }
      count += isSeen ? 1 : 0
    }
    return Double(count) / Double(years)
  }

  @Test func aDisasterIsNamed() {
    for n in [8, 15, 30] { #expect(seen(n, failing: 1, months: 1, seed: 7) == 1) }
    #expect(seen(8, failing: 0.5, months: 1, seed: 8) > 0.4)
    #expect(seen(15, failing: 0.5, months: 1, seed: 9) > 0.9)
    #expect(seen(30, failing: 0.5, months: 1, seed: 10) > 0.99)
  }

  @Test func aLastingTriplingIsSeenWithinAYearWhereThereAreChangesEnough() {
    #expect(seen(8, failing: 0.15, months: 12, seed: 11) > 0.1)
    #expect(seen(15, failing: 0.15, months: 12, seed: 12) > 0.35)
    #expect(seen(30, failing: 0.15, months: 12, seed: 13) > 0.8)
    #expect(seen(60, failing: 0.15, months: 12, seed: 14) > 0.97)
  }
}
