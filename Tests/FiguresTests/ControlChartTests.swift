import Chronology
import Testing

@testable import Figures

/// Limits and signals, worked out by hand.
struct ControlChartTests {
  private func chart(_ series: FigureSeries) throws -> ControlChart {
    try ControlChart.make(of: series).get()
  }

  private func steady(_ k: Int, of n: Int, _ months: Int) -> [(k: Int, n: Int)] {
    Array(repeating: (k, n), count: months)
  }

  @Test func aShareBelowItsLimitIsASignal() throws {
    // 11 months of 90 of 100 and one of 70: p̄ = 1060/1200 = 0.8833, and
    // 3 · √(0.8833 · 0.1167 / 100) = 0.0963, so that the lower limit is 0.7870.
    let chart = try chart(SampleSeries.rates(steady(90, of: 100, 11) + [(70, 100)]))
    #expect(chart.method == .proportions)
    #expect(abs(chart.centre - 1060.0 / 1200) < 1e-12)
    let last = try #require(chart.points.last)
    #expect(abs(last.lower - 0.787_026) < 1e-6)
    #expect(abs(last.upper - 0.979_641) < 1e-6)
    let expected = Signal(
      .outsideLimits, [SampleSeries.month(11)], .down, better: .higher)
    #expect(chart.signals == [expected])
    #expect(chart.signals.first?.isBetter == false)
  }

  @Test func limitsFollowTheNumberOfChangesAndStayShares() throws {
    // p̄ = 0.8 with n of 16, 100 and 36: half widths 0.3, 0.12 and 0.2.
    let chart = try chart(
      SampleSeries.rates([
        (13, 16), (79, 100), (29, 36), (12, 16), (81, 100), (29, 36), (0, 0), (13, 16),
        (80, 100), (28, 36),
      ]))
    #expect(chart.points.count == 9)
    #expect(chart.points.allSatisfy { $0.lower >= 0 && $0.upper <= 1 })
    #expect(chart.points[0].upper == 1)
    #expect(abs(chart.points[1].upper - chart.centre - 0.12) < 0.001)
    #expect(chart.signals.isEmpty)
  }

  @Test func smallPeriodsAreToldByTheGapsBetweenMisses() throws {
    // 6 of 60 misses in six months are one a month: not more than five.
    #expect(try chart(SampleSeries.rates(steady(9, of: 10, 6))).method == .gaps)
    // Five a month are not more than five, six are.
    #expect(try chart(SampleSeries.rates(steady(95, of: 100, 6))).method == .gaps)
    #expect(try chart(SampleSeries.rates(steady(94, of: 100, 6))).method == .proportions)
    #expect(try chart(SampleSeries.rates(steady(5, of: 100, 6))).method == .gaps)
  }

  @Test func eightInARowBelowTheCentreAreASignal() throws {
    // Four months of 95 and eight of 85 of 100: p̄ = 0.8833.
    let chart = try chart(
      SampleSeries.rates(steady(95, of: 100, 4) + steady(85, of: 100, 8)))
    #expect(
      chart.signals == [
        Signal(.run(8), (4..<12).map(SampleSeries.month), .down, better: .higher)
      ])
  }

  @Test func sevenInARowAreNone() throws {
    let chart = try chart(
      SampleSeries.rates(steady(95, of: 100, 5) + steady(85, of: 100, 7)))
    #expect(chart.signals.isEmpty)
  }

  @Test func aValueOnTheCentreEndsARun() throws {
    // p̄ = (8 · 94 + 90 + 8 · 86) / 1700 = 0.9 exactly; 94 and 86 lie within 0.09 of it.
    let counts =
      steady(94, of: 100, 4) + [(90, 100)] + steady(94, of: 100, 4) + steady(86, of: 100, 8)
    let chart = try chart(SampleSeries.rates(counts))
    #expect(abs(chart.centre - 0.9) < 1e-12)
    #expect(chart.signals.map(\.kind) == [.run(8)])
    #expect(chart.signals.first?.direction == .down)
  }

  @Test func aSignalDoesNotMakeARunOfTheRest() throws {
    // The one month of 40 moves p̄ below all others, which are compared without it.
    let counts = [(40, 100)] + steady(90, of: 100, 5) + steady(88, of: 100, 6)
    let chart = try chart(SampleSeries.rates(counts))
    #expect(chart.signals.map(\.kind) == [.outsideLimits])
    #expect(chart.signals.map(\.periods) == [[SampleSeries.month(0)]])
  }

  @Test func lessIsBetterWhereTheFigureSaysSo() throws {
    let counts = steady(20, of: 100, 11) + [(40, 100)]
    #expect(try chart(SampleSeries.rates(counts, better: .lower)).signals.first?.isBetter == false)
    #expect(try chart(SampleSeries.rates(counts, better: .higher)).signals.first?.isBetter == true)
    #expect(try chart(SampleSeries.rates(counts, better: nil)).signals.first?.isBetter == nil)
  }

  @Test func monthsWithoutChangesAndTheRunningOneAreLeftOut() throws {
    let counts = steady(90, of: 100, 3) + [(0, 0)] + steady(90, of: 100, 3) + [(10, 100)]
    let series = try SampleSeries.rates(counts, running: true)
    #expect(try chart(series).points.count == 6)
    #expect(try chart(series).signals.isEmpty)
  }

  @Test func fewPeriodsAndFewMissesHaveNoChart() throws {
    func absence(_ series: FigureSeries) -> ControlChartAbsence? {
      if case .failure(let absence) = ControlChart.make(of: series) { absence } else { nil }
    }
    #expect(absence(try SampleSeries.rates(steady(90, of: 100, 5))) == .tooFewPeriods)
    #expect(absence(try SampleSeries.rates(steady(0, of: 0, 12))) == .tooFewPeriods)
    #expect(absence(try SampleSeries.rates(steady(10, of: 10, 12))) == .tooFewMisses)
    #expect(absence(try SampleSeries.rates(steady(0, of: 10, 12))) == .tooFewMisses)
    #expect(absence(try SampleSeries.durations([[60], [60], [60]])) == .tooFewPeriods)
    #expect(absence(try SampleSeries.durations([[], []])) == .tooFewPeriods)
  }

  /// 100 changes in ten months of ten, ten of them misses: p = 0.1.
  private func gaps(_ conforming: [Int]) throws -> ControlChart {
    var course: [Bool] = []
    for (index, length) in conforming.enumerated() {
      course += Array(repeating: true, count: length)
      if index < conforming.count - 1 { course.append(false) }
    }
    #expect(course.count == 100)
    let months = stride(from: 0, to: 100, by: 10).map { Array(course[$0..<$0 + 10]) }
    return try chart(SampleSeries.courses(months))
  }

  @Test func aLongGapBetweenMissesIsASignal() throws {
    // The upper limit is ln 0.001349898 / ln 0.9 − 1 = 61.7: a gap of 62 lies beyond it.
    let chart = try gaps([4, 2, 2, 2, 2, 2, 62, 2, 2, 5, 5])
    #expect(abs((chart.points.first?.upper ?? 0) - 61.7154) < 0.0001)
    // The median of the geometric distribution: ln 0.5 / ln 0.9 − 1.
    #expect(abs(chart.centre - 5.579) < 0.001)
    #expect(chart.signals.map(\.kind) == [.longGap(62)])
    #expect(chart.signals.first?.isBetter == true)
    #expect(chart.signals.first?.direction == .up)
    // From the miss in the second month to that in the ninth.
    #expect(chart.signals.first?.periods == (1...8).map(SampleSeries.month))
    #expect(try gaps([5, 2, 2, 2, 2, 2, 61, 2, 2, 5, 5]).signals.isEmpty)
  }

  @Test func theGapThatGoesOnCountsWhenItIsLong() throws {
    let chart = try gaps([4, 2, 2, 2, 2, 2, 2, 7, 2, 3, 62])
    #expect(chart.points.last?.isOpen == true)
    #expect(chart.signals.map(\.kind) == [.longGap(62)])
    #expect(chart.signals.first?.reaches(SampleSeries.month(9)) == true)
  }

  @Test func eightShortGapsInARowAreASignal() throws {
    // After 45 changes a miss, after 45 more nine in a row: eight gaps of nothing.
    let chart = try gaps([45, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    #expect(chart.signals.map(\.kind) == [.runOfGaps(8)])
    #expect(chart.signals.first?.isBetter == false)
    #expect(chart.signals.first?.periods == [SampleSeries.month(9)])
    #expect(try gaps([39, 45, 0, 0, 0, 0, 0, 0, 0, 6, 0]).signals.isEmpty)
  }

  @Test func meansOfDurationsHaveLimitsFromTheirMovingRanges() throws {
    // Means 100, 110, 100, 110, 100, 110, 100 and 200: x̄ = 116.25; the ranges are six times 10
    // and once 100, 22.857 on average; 3/1.128 times that is 60.79.
    let values: [[Int64]] = [
      [100], [105, 115], [100], [110], [100], [110], [100], [200],
    ]
    let chart = try chart(SampleSeries.durations(values))
    #expect(chart.method == .individuals)
    #expect(chart.centre == 116.25)
    #expect(abs((chart.points.last?.upper ?? 0) - 177.040) < 0.001)
    #expect(abs((chart.points.last?.lower ?? 0) - 55.460) < 0.001)
    #expect(
      chart.signals == [
        Signal(.outsideLimits, [SampleSeries.month(7)], .up, better: .lower)
      ])
    #expect(chart.signals.first?.isBetter == false)
  }

  @Test func equalValuesAreNoSignal() throws {
    let chart = try chart(SampleSeries.durations(Array(repeating: [3600], count: 12)))
    #expect(chart.signals.isEmpty)
    #expect(chart.points.allSatisfy { $0.lower == 3600 && $0.upper == 3600 && !$0.isOutside })
  }

  @Test func numbersHaveNoBetterSideAndNoNegativeLimit() throws {
    let chart = try chart(SampleSeries.counts([4, 0, 5, 1, 4, 0, 40]))
    #expect(chart.points.allSatisfy { $0.lower == 0 })
    #expect(chart.signals.map(\.isBetter) == [nil])
  }

  @Test func aSeriesIsComparedOverItsLastTwelveMonths() throws {
    let series = try SampleSeries.rates(steady(50, of: 100, 20) + [(40, 100)], running: true)
    let recent = try #require(series.recent())
    #expect(recent.points.map(\.period) == (8..<20).map(SampleSeries.month))
    #expect(series.lastClosed == 19)
    #expect(series.upTo(SampleSeries.month(3))?.points.count == 4)
    #expect(series.upTo(SampleSeries.month(40)) == nil)
  }
}
