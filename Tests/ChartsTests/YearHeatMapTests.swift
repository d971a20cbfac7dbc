import Foundation
import Markdown
import TestSupport
import Testing

@testable import Charts

@Suite struct YearHeatMapTests {
  /// The table adds up to what was given, whatever the year, and the drawing has a cell a day.
  @Test(arguments: [2023, 2024, 2026]) func everyDayIsCountedOnce(_ year: Int) {
    var random = SplitMix(seed: UInt64(year))
    var counts: [Int: Int] = [:]
    let length = year % 4 == 0 ? 366 : 365
    for day in 0..<length where Int.random(in: 0..<5, using: &random) == 0 {
      counts[day] = Int.random(in: 1..<9, using: &random)
    }
    let chart = YearHeatMap(
      year: year, counts: counts,
      freezes: [.init(name: "Winter <b>", days: 0...9), .init(name: "Fair", days: 5...12)]
    ) { $0 == 3 ? "2026-03.html" : nil }
    let total = chart.table.rows.reduce(0) { $0 + (Int($1[1].text) ?? -1) }
    #expect(total == counts.values.reduce(0, +))
    #expect(chart.table.rows.reduce(0) { $0 + (Int($1[2].text) ?? -1) } == 13)
    let drawing = String(decoding: chart.draw().bytes, as: UTF8.self)
    #expect(drawing.components(separatedBy: "s-cell").count - 1 == length)
    #expect(drawing.components(separatedBy: "s-window").count - 1 == 13)
    #expect(!drawing.contains("<b>"))
    #expect(chart.table.rows[2][0].href == "2026-03.html")
    #expect(chart.summary.contains("13 days with a freeze"))
  }

  @Test func aYearWithoutAnythingIsEmpty() {
    let chart = YearHeatMap(year: 2026, counts: [:], freezes: []) { _ in nil }
    #expect(chart.isEmpty)
    #expect(chart.summary.contains("0 changes"))
  }
}
