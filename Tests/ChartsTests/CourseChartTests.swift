import Markdown
import TestSupport
import Testing

@testable import Charts

@Suite struct CourseChartTests {
  static func point(
    _ value: Double?, name: String = "March 2026", tick: String = "Mar",
    interval: ClosedRange<Double>? = nil, limits: ClosedRange<Double>? = nil,
    isProvisional: Bool = false, href: String? = nil
  ) -> ChartSeries.Point {
    ChartSeries.Point(
      name: name, tick: tick, group: "2026", value: value,
      words: value.map { "\($0)" } ?? "no data", interval: interval, limits: limits,
      isProvisional: isProvisional, href: href)
  }

  static func chart(
    _ values: [Double?], target: Double? = 0.95, measure: ChartSeries.Measure = .share,
    name: String = "Change success rate", signals: [CourseChart.Signal] = []
  ) -> CourseChart {
    CourseChart(
      title: name, period: "Month",
      series: ChartSeries(
        points: values.map { point($0, name: name, tick: name) }, target: target,
        measure: measure),
      targetWords: "target \(name)", signals: signals)
  }

  @Test func aPeriodWithoutDataBreaksTheLine() {
    let drawing = Drawing(Self.chart([0.9, 0.8, nil, 0.7, 0.9], name: "A"))
    #expect(drawing.tags("polyline", class: "s-line").count == 2)
    #expect(drawing.tags("circle").count == 4)
    #expect(drawing.faults == [])
  }

  @Test func aProvisionalPointIsHollow() {
    let series = ChartSeries(
      points: [Self.point(0.9), Self.point(0.8, isProvisional: true)], target: nil,
      measure: .share)
    let drawing = Drawing(CourseChart(title: "A", period: "Month", series: series))
    #expect(drawing.tags("circle", class: "s-dot").count == 1)
    #expect(drawing.tags("circle", class: "s-open").count == 1)
  }

  @Test func eachIntervalIsABandOfItsPeriodAndLimitsAreSteps() {
    let points = [0.8...1.0, 0.5...0.9].map { Self.point(0.85, interval: $0, limits: 0.4...1) }
    let chart = CourseChart(
      title: "A", period: "Month",
      series: ChartSeries(points: points, target: nil, measure: .share),
      centre: .init(value: 0.85, words: "mean 85%"))
    let drawing = Drawing(chart)
    #expect(drawing.tags("rect", class: "s-band").count == 2)
    #expect(drawing.tags("polyline", class: "s-limit").count == 2)
    #expect(drawing.tags("line", class: "s-centre").count == 1)
    #expect(drawing.labels.map(\.text).filter { $0.hasSuffix("limit") }.count == 2)
    #expect(drawing.faults == [])
  }

  @Test func aSignalIsMarkedDrawnAndSaid() {
    let values = [Double?](repeating: 0.9, count: 11) + [0.2]
    let chart = Self.chart(
      values, name: "A",
      signals: [
        .init(points: 0...7, words: "eight above the mean"),
        .init(points: 11...11, words: "below the limit"), .init(points: 11...12, words: "nowhere"),
      ])
    let drawing = Drawing(chart)
    #expect(drawing.tags("polyline", class: "s-bracket").count == 1)
    #expect(drawing.tags("circle", class: "s-ring").count == 1)
    #expect(drawing.labels.contains { $0.text == "below the limit" })
    #expect(chart.summary.contains("In A: below the limit."))
    #expect(!chart.summary.contains("nowhere"))
    #expect(drawing.faults == [])
  }

  @Test func theSummarySaysFirstLastLowestAndHighest() {
    let names = ["Jan", "Feb", "Mar", "Apr"]
    let points = zip(names, [0.5, 0.25, 1, 0.75]).map { Self.point($1, name: $0) }
    let chart = CourseChart(
      title: "Rate", period: "Month",
      series: ChartSeries(points: points, target: nil, measure: .share))
    #expect(
      chart.summary
        == "Rate: 0.5 in Jan, 0.75 in Apr. Lowest 0.25 in Feb, highest 1.0 in Mar.")
    #expect(chart.table.rows.map { $0[0].text } == ["Apr", "Mar", "Feb", "Jan"])
    #expect(Self.chart([nil, nil]).summary.hasSuffix("no period has data."))
  }

  @Test(
    arguments: [
      [], [nil], [0], [1], [nil, 0.5], [.nan, .infinity, -.infinity], [0, 1e300], [-1e300, 1e300],
      [1e-300, 2e-300], [Double](repeating: 0.5, count: 400),
    ] as [[Double?]])
  func drawsEveryValue(values: [Double?]) {
    for measure in [ChartSeries.Measure.share, .seconds, .count] {
      for target in [nil, 0.95, .nan, 1e300] as [Double?] {
        let drawing = Drawing(Self.chart(values, target: target, measure: measure, name: "A"))
        #expect(drawing.faults == [])
      }
    }
  }

  @Test(arguments: hostileNames)
  func namesNeitherBreakNorLeaveIt(name: String) {
    let values = [Double?](repeating: 0.5, count: 30)
    let chart = Self.chart(
      values, name: name,
      signals: [.init(points: 3...3, words: name), .init(points: 4...4, words: name)])
    #expect(Drawing(chart).faults == [])
    #expect(!chart.table.html().text.contains("<b>"))
  }

  @Test func linksOfPointsAreInTheTableToo() {
    let series = ChartSeries(
      points: [Self.point(0.9, href: "#march")], target: nil, measure: .share)
    let chart = CourseChart(title: "A", period: "Month", series: series)
    #expect(Drawing(chart).tags("a").map { $0["tabindex"] } == ["-1"])
    #expect(chart.table.html().text.contains("<a href=\"#march\">0.9</a>"))
  }

  @Test func theAxisOfSharesStaysBetweenNothingAndAll() {
    let axis = ValueAxis(over: [0, 1], measure: .share)
    #expect(axis.low == 0 && axis.high == 1)
    #expect(axis.ticks.map(axis.label).last == "100%")
  }
}
