import Chronology
import Testing

@testable import Figures

/// Limits, worked out by hand.
struct ControlChartTests {
  private func chart(_ series: FigureSeries) throws -> ControlChart {
    try ControlChart.make(of: series).get()
  }

  private func steady(_ k: Int, of n: Int, _ months: Int) -> [(k: Int, n: Int)] {
    Array(repeating: (k, n), count: months)
  }

  @Test func limitsLieThreeStandardDeviationsFromTheCentre() throws {
    // 11 months of 90 of 100 and one of 70: p̄ = 1060/1200 = 0.8833, and
    // 3 · √(0.8833 · 0.1167 / 100) = 0.0963, so that the lower limit is 0.7870.
    let chart = try chart(SampleSeries.rates(steady(90, of: 100, 11) + [(70, 100)]))
    #expect(chart.method == .proportions)
    #expect(abs(chart.centre - 1060.0 / 1200) < 1e-12)
    let last = try #require(chart.points.last)
    #expect(abs(last.lower - 0.787_026) < 1e-6)
    #expect(abs(last.upper - 0.979_641) < 1e-6)
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
  }

  @Test func monthsWithoutChangesAndTheRunningOneAreLeftOut() throws {
    let counts = steady(90, of: 100, 3) + [(0, 0)] + steady(90, of: 100, 3) + [(10, 100)]
    let series = try SampleSeries.rates(counts, running: true)
    #expect(try chart(series).points.count == 6)
  }

  @Test func fewAndSmallPeriodsHaveNoChart() throws {
    func absence(_ series: FigureSeries) -> ControlChartAbsence? {
      if case .failure(let absence) = ControlChart.make(of: series) { absence } else { nil }
    }
    #expect(absence(try SampleSeries.rates(steady(90, of: 100, 5))) == .tooFewPeriods)
    #expect(absence(try SampleSeries.rates(steady(0, of: 0, 12))) == .tooFewPeriods)
    #expect(absence(try SampleSeries.rates(steady(10, of: 10, 12))) == .tooFewChanges)
    // Five a month are not more than five, six are.
    #expect(absence(try SampleSeries.rates(steady(95, of: 100, 6))) == .tooFewChanges)
    #expect(absence(try SampleSeries.rates(steady(94, of: 100, 6))) == nil)
    #expect(absence(try SampleSeries.durations([[60], [60], [60]])) == .tooFewPeriods)
    #expect(absence(try SampleSeries.durations([[], []])) == .tooFewPeriods)
  }

  @Test func durationsHaveLimitsFromTheirMovingRanges() throws {
    // Means of 3600, 3600, 3600, 3800, 3400 and 3600: moving ranges 0, 0, 200, 400 and 200.
    let months: [[Int64]] = [[3600], [3700, 3500], [3600], [3800], [3400], [3600]]
    let chart = try chart(SampleSeries.durations(months))
    #expect(chart.method == .individuals)
    #expect(chart.centre == 3600)
    let upper: Double = 3600 + 3 * 160 / 1.128
    let first = try #require(chart.points.first)
    #expect(abs(first.upper - upper) < 1e-9)
  }
}
