import Chronology
import Markdown
import Testing

@testable import Charts

@Suite struct SparklineTests {
  private func series(_ values: [Double?], target: Double? = nil) -> ChartSeries {
    ChartSeries(
      points: values.map { CourseChartTests.point($0) }, target: target, measure: .share)
  }

  @Test func aMonthWithoutDataBreaksTheLine() {
    let drawing = Drawing(
      drawSparkline(series([0.9, 0.8, nil, 0.7, 0.9], target: 0.95), summary: "five months"))
    #expect(drawing.tags("polyline").count == 2)
    #expect(drawing.faults == [])
  }

  @Test func escapesItsSummary() {
    #expect(
      drawSparkline(series([1]), summary: "\"<b>").text
        .contains("aria-label=\"&quot;&lt;b&gt;\""))
  }

  @Test(arguments: [[], [nil], [.nan], [1e300, 0]] as [[Double?]])
  func drawsEveryValue(values: [Double?]) {
    #expect(Drawing(drawSparkline(series(values), summary: "all")).faults == [])
  }

  @Test func coordinatesHaveOneDecimalPlace() {
    #expect(svgNumber(12.34) == "12.3")
    #expect(svgNumber(-0.25) == "-0.3")
    #expect(svgNumber(7) == "7")
    #expect(svgNumber(-0.01) == "0")
    #expect(svgNumber(.nan) == "0")
    #expect(svgNumber(-.infinity) == "-100000")
  }

  @Test func aBarOfAnInstantCanStillBeSeen() {
    let start = Instant(secondsSinceEpoch: 0)
    let strip = timeStrip(
      planned: Interval(start: start, end: start + 7200),
      actual: Interval(start: start + 7200, end: start + 7200), zone: .utc)
    #expect(strip.text.contains("x=\"996\" y=\"0\" width=\"4\""))
  }
}
