import Markdown
import TestSupport
import Testing

@testable import Charts

@Suite struct CountChartTests {
  private func columns(_ count: Int, name: String = "Mar") -> [StackedColumns.Column] {
    (0..<count).map { .init(name: "\(name) \($0)", tick: name, group: "2026", href: "#\($0)") }
  }

  @Test func aColumnIsMadeOfItsPartsFromTheFootUp() {
    let chart = StackedColumns(
      title: "Changes", id: "types", columns: columns(2),
      parts: [
        .init(name: "Normal", fill: .plain(0), counts: [3, 1]),
        .init(name: "Standard", fill: .plain(1), counts: [1, 0]),
      ], partHref: { "#\($0)-\($1)" })
    let drawing = Drawing(chart)
    let parts = drawing.tags("rect", class: "s-part")
    #expect(parts.map { $0["fill"] } == ["url(#types-1)", "url(#types-2)", "url(#types-1)"])
    let foot = parts[0]["y"].flatMap { Double($0) } ?? 0
    let above = parts[1]["y"].flatMap { Double($0) } ?? 0
    let height = parts[1]["height"].flatMap { Double($0) } ?? 0
    #expect(abs(above + height - foot) < 0.2)
    #expect(drawing.labels.map(\.text).contains("Standard"))
    #expect(drawing.faults == [])
    #expect(
      chart.summary == "Changes, most in Mar 0 with 4. In all: Normal 4, Standard 1.")
    #expect(chart.table.rows[1].map(\.text) == ["Mar 0", "3", "1", "4"])
    #expect(chart.table.rows[0].map(\.href) == [nil, "#1-0", nil, "#1"])
  }

  @Test(arguments: [[], [0], [1], [-5, 3], [.max, .max], [Int](repeating: 7, count: 300)])
  func columnsHoldEveryCount(counts: [Int]) {
    let chart = StackedColumns(
      title: "Changes", id: "c", columns: columns(counts.count),
      parts: (0..<10).map { .init(name: "Part \($0)", fill: .plain($0), counts: counts) })
    #expect(Drawing(chart).faults == [])
  }

  @Test(arguments: hostileNames)
  func namesNeitherBreakNorLeaveColumns(name: String) {
    let chart = StackedColumns(
      title: name, id: "c", columns: columns(14, name: name),
      parts: (0..<30).map { _ in
        .init(name: name, fill: .plain(3), counts: [Int](repeating: 2, count: 14))
      })
    #expect(Drawing(chart).faults == [])
  }

  @Test func aCellIsTheFullerTheMoreItCounts() {
    var counts = [[Int]](repeating: [Int](repeating: 0, count: 24), count: 7)
    counts[0][2] = 10
    counts[6][23] = 1
    let chart = WeekHeatMap(
      title: "Starts", counted: "changes", counts: counts,
      windows: [.init(name: "Low traffic", minutesByDay: .init(repeating: [120..<360], count: 7))],
      href: { "#\($0)-\($1)" })
    let drawing = Drawing(chart)
    #expect(drawing.tags("rect", class: "s-cell h-5").count == 1)
    #expect(drawing.tags("rect", class: "s-cell h-1").count == 1)
    #expect(drawing.tags("rect", class: "s-cell h-0").count == 166)
    #expect(drawing.tags("rect", class: "s-window w-0").count == 1)
    #expect(drawing.labels.contains { $0.text == "Low traffic" })
    #expect(drawing.faults == [])
    #expect(chart.summary.contains("most, 10, on Monday from 02:00 to 03:00"))
    #expect(chart.table.rows[2].map(\.href).contains("#0-2"))
  }

  @Test func aWindowOverSomeDaysIsOneOutlineForEachRun() {
    let days: [[Range<Int>]] = [[600..<900], [600..<900], [], [600..<900], [0..<60], [], []]
    let window = WeekHeatMap.Window(name: "W", minutesByDay: days)
    #expect(
      window.outlines == [
        .init(days: 0...1, minutes: 600..<900), .init(days: 3...3, minutes: 600..<900),
        .init(days: 4...4, minutes: 0..<60),
      ])
  }

  @Test(arguments: [
    [], [[]], [[-4]], [[Int]](repeating: .init(repeating: .max, count: 30), count: 9),
  ])
  func theHeatMapHoldsEveryCount(counts: [[Int]]) {
    let chart = WeekHeatMap(title: "Starts", counted: "changes", counts: counts, windows: [])
    #expect(Drawing(chart).faults == [])
  }

  @Test(arguments: hostileNames)
  func namesNeitherBreakNorLeaveTheHeatMap(name: String) {
    let window = WeekHeatMap.Window(
      name: name, outlines: [.init(days: -3...90, minutes: 1400..<9000)])
    let chart = WeekHeatMap(
      title: name, counted: name, counts: [[1]], windows: .init(repeating: window, count: 20))
    #expect(Drawing(chart).faults == [])
  }
}
