import Markdown
import TestSupport
import Testing

@testable import Charts

@Suite struct TimeChartTests {
  private func strip(_ durations: [Int64], name: String = "Normal", rows: Int = 1) -> StripPlot {
    StripPlot(
      title: "Time to deploy",
      rows: (0..<rows).map { _ in
        .init(
          name: name, durations: durations, median: durations.sorted().first.map(Double.init),
          p90: durations.max().map(Double.init))
      }, target: 7200, targetWords: "target below 2 h")
  }

  @Test func aStripHasAPointForEachChangeAndItsTwoMarks() {
    let drawing = Drawing(strip([600, 1200, 5400]))
    #expect(drawing.tags("circle", class: "s-point").count == 3)
    #expect(drawing.tags("line", class: "s-median").count == 1)
    #expect(drawing.tags("line", class: "s-p90").count == 1)
    #expect(drawing.faults == [])
  }

  @Test func theScaleIsLogarithmicOnlyWhereTimesAreFarApart() {
    #expect(!StripScale(strip([600, 1200, 5400])).isLogarithmic)
    let far = strip([60, 600, 6000, 60_000, 600_000])
    let scale = StripScale(far)
    #expect(scale.isLogarithmic)
    let places = [60.0, 600, 6000, 60_000].map { scale.position($0, from: 0, to: 1000) }
    // Each ten times of the one before: the same distance.
    #expect(abs((places[2] - places[1]) - (places[3] - places[2])) < 0.1)
    #expect(places[0] == 0)
    #expect(far.summary.contains("logarithmic"))
  }

  @Test func manyPointsAreOneLineOfDotsThatStandForSeveral() {
    let drawing = Drawing(strip((0..<10_000).map { Int64($0) }))
    #expect(drawing.tags("circle").isEmpty)
    #expect(drawing.tags("path").count == 1)
    #expect(drawing.text.utf8.count < 60_000)
    #expect(drawing.labels.contains { $0.text == "a dot for about 63" })
    #expect(drawing.faults == [])
  }

  @Test(arguments: [[], [0], [0, 0], [-5, 60], [.max], [1, .max], [.min, .max]] as [[Int64]])
  func aStripHoldsEveryTime(durations: [Int64]) {
    #expect(Drawing(strip(durations)).faults == [])
    #expect(Drawing(strip(durations, rows: 5)).faults == [])
  }

  @Test(arguments: hostileNames)
  func namesNeitherBreakNorLeaveAStrip(name: String) {
    #expect(Drawing(strip([60, 90_000], name: name, rows: 3)).faults == [])
  }

  private func week(_ spans: [WeekTimeline.Span], days: [String]? = nil) -> WeekTimeline {
    WeekTimeline(
      title: "Week 12", id: "week",
      days: days ?? ["Mon 16", "Tue 17", "Wed 18", "Thu 19", "Fri 20", "Sat 21", "Sun 22"],
      spans: spans, now: (day: 1, minute: 600))
  }

  @Test func plannedAndActualOfOneChangeShareALine() {
    let chart = week([
      .init(.window, day: 0, minutes: 120..<360, label: "Low-traffic window"),
      .init(.freeze, day: 6, minutes: 0..<1440, label: "Summit"),
      .init(.planned, day: 0, minutes: 120..<240, label: "CHG-1", href: "#1"),
      .init(.actual, day: 0, minutes: 125..<300, label: "CHG-1", href: "#1"),
      .init(.planned, day: 0, minutes: 130..<200, label: "CHG-2", isConflict: true),
    ])
    let drawing = Drawing(chart)
    #expect(drawing.labels.filter { $0.text == "CHG-1" }.count == 1)
    #expect(drawing.labels.contains { $0.text == "▲ CHG-2" })
    #expect(drawing.tags("rect", class: "s-planned s-conflict").count == 1)
    #expect(drawing.tags("rect", class: "s-freeze").map { $0["fill"] } == ["url(#week-freeze)"])
    #expect(drawing.tags("rect", class: "s-hours").count == 1)
    #expect(drawing.tags("line", class: "s-now").count == 1)
    #expect(drawing.faults == [])
    #expect(
      chart.table.rows.map { $0[1].text }
        == ["02:00–06:00", "02:00–04:00", "02:05–05:00", "02:10–03:20", "00:00–24:00"])
    #expect(chart.table.rows[3][3].text == "planned, conflict")
  }

  @Test func whatHasNoLineLeftIsCounted() {
    let spans = (0..<40).map {
      WeekTimeline.Span(.planned, day: 2, minutes: 600..<700, label: "CHG-\($0)")
    }
    let drawing = Drawing(week(spans))
    #expect(drawing.labels.contains { $0.text == "32 more in the table" })
    #expect(drawing.faults == [])
  }

  @Test func nothingAtAllIsAnEmptyWeek() {
    #expect(week([]).summary == "Week 12: nothing stands in this week.")
    #expect(Drawing(week([])).faults == [])
  }

  @Test(arguments: hostileNames)
  func namesNeitherBreakNorLeaveAWeek(name: String) {
    let spans = WeekTimeline.Kind.allCases.flatMap { kind in
      (0..<9).map {
        WeekTimeline.Span(
          kind, day: $0 - 1, minutes: ($0 * 200)..<($0 * 200 + 500), label: name, note: name,
          isConflict: true)
      }
    }
    let drawing = Drawing(week(spans, days: [String](repeating: name, count: 3)))
    #expect(drawing.faults == [])
  }
}
