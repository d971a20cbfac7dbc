import Chronology
import Markdown
import Testing

@testable import Site

@Suite struct ChartTests {
  private func point(_ value: Double?) -> ChartSeries.Point {
    ChartSeries.Point(
      label: "2026-03", shortLabel: "Mar", value: value, low: nil, high: nil,
      isProvisional: false)
  }

  @Test func aMonthWithoutDataBreaksTheLine() {
    let series = ChartSeries(
      points: [0.9, 0.8, nil, 0.7, 0.9].map(point), target: 0.95, isShare: true)
    #expect(drawSparkline(series, summary: "five months").text.components(of: "<polyline") == 2)
  }

  @Test func theAxisOfASharesStaysBetweenNothingAndAll() {
    let series = ChartSeries(points: [0, 1].map(point), target: 0.95, isShare: true)
    #expect(series.bounds(withIntervals: true) == 0...1)
  }

  @Test func aSeriesOfOneValueHasAnAxisOfSomeHeight() {
    let bounds = ChartSeries(points: [point(0)], target: nil, isShare: true)
      .bounds(withIntervals: false)
    #expect(bounds.upperBound > bounds.lowerBound)
  }

  @Test func escapesItsSummary() {
    let series = ChartSeries(points: [point(1)], target: nil, isShare: true)
    #expect(drawSparkline(series, summary: "\"<b>").text.contains("aria-label=\"&quot;&lt;b&gt;\""))
  }

  @Test func coordinatesHaveOneDecimalPlace() {
    #expect(svgNumber(12.34) == "12.3")
    #expect(svgNumber(-0.25) == "-0.3")
    #expect(svgNumber(7) == "7")
    #expect(svgNumber(-0.01) == "0")
  }

  @Test func aBarOfAnInstantCanStillBeSeen() {
    let start = Instant(secondsSinceEpoch: 0)
    let strip = timeStrip(
      planned: Interval(start: start, end: start + 7200),
      actual: Interval(start: start + 7200, end: start + 7200), zone: .utc)
    #expect(strip.text.contains("x=\"996\" y=\"0\" width=\"4\""))
  }
}
