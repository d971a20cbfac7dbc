import Markdown

extension WeekHeatMap {
  private static let left = 48.0
  private static let cellWidth = 34.0
  private static let cellHeight = 28.0
  private static let width = left + 24 * cellWidth + 16
  private static let laneHeight = 18.0

  package func draw() -> HTML {
    let lanes = windowLanes
    let top = 4 + Double(lanes.count) * Self.laneHeight + (lanes.isEmpty ? 0 : 4)
    let bottom = top + 7 * Self.cellHeight
    var writer = HTMLWriter()
    writer.reserve(24_000)
    writer.openDrawing(
      width: Self.width, height: bottom + 26, summary: summary, isLinked: href != nil)
    for day in 0..<7 {
      let y = top + Double(day) * Self.cellHeight
      writer.label(String(Self.dayNames[day].prefix(3)), at: (0, y + 18), look: "s-text")
      for hour in 0..<24 { writeCell(day, hour, y: y, to: &writer) }
    }
    for hour in stride(from: 0, through: 24, by: 3) {
      let x = x(minute: hour * 60)
      writer.line("s-axis", from: (x, bottom), to: (x, bottom + 5))
      writer.label(
        Self.clock(hour), at: (x, bottom + 19), hour == 0 ? .start : hour == 24 ? .end : .middle)
    }
    for (index, window) in windows.enumerated() {
      for outline in window.outlines {
        writer.rectangle(
          Self.look(index),
          x: x(minute: outline.minutes.lowerBound)...x(minute: outline.minutes.upperBound),
          y: (top + Double(outline.firstDay) * Self.cellHeight)...(top
            + Double(outline.lastDay + 1) * Self.cellHeight),
          title: window.name)
      }
    }
    writeLanes(lanes, to: &writer)
    writer.close("svg")
    return writer.finish()
  }

  private func x(minute: Int) -> Double { Self.left + Double(minute) / 60 * Self.cellWidth }

  /// Outlines differ by their dashes, and so do the short lines before their names.
  private static func look(_ window: Int) -> String { "s-window w-\(window % 4)" }

  private func writeCell(_ day: Int, _ hour: Int, y: Double, to writer: inout HTMLWriter) {
    let x = x(minute: hour * 60)
    let count = count(day, hour)
    let box = (
      x: (x + 0.5)...(x + Self.cellWidth - 0.5), y: (y + 0.5)...(y + Self.cellHeight - 0.5)
    )
    guard count > 0 else {
      writer.rectangle("s-cell h-0", x: box.x, y: box.y)
      return
    }
    // Five steps of the largest count; one alone is never empty.
    let step = max(1, min(5, Int((Double(count) / Double(most) * 5).rounded(.up))))
    let words =
      "\(Self.dayNames[day]), \(Self.clock(hour)) to \(Self.clock(hour + 1)): \(count) \(counted)"
    writer.linked(href?(day, hour)) { writer in
      writer.rectangle("s-cell h-\(step)", x: box.x, y: box.y, title: words)
      let shown = Self.short(count)
      writer.label(
        shown, at: (x + Self.cellWidth / 2, y + 18), .middle, look: step > 3 ? "s-on" : "s-in")
    }
  }

  /// A number in at most four signs.
  private static func short(_ count: Int) -> String {
    switch count {
    case ..<10_000: "\(count)"
    case ..<1_000_000: "\(count / 1000)k"
    case ..<1_000_000_000: "\(count / 1_000_000)M"
    default: ">1G"
    }
  }

  /// The names of the windows above their hours, in as many lines as they need; the first few of
  /// many.
  private var windowLanes: [[(window: Int, x: Double, text: String)]] {
    var lanes: [[(window: Int, x: Double, text: String)]] = []
    var ends: [Double] = []
    for (index, window) in windows.prefix(12).enumerated() {
      guard let start = window.outlines.map(\.minutes.lowerBound).min() else { continue }
      let text = TextFit.cut(window.name, to: 300)
      let room = TextFit.width(text) + 30
      let x = min(x(minute: start), Self.width - room - 4)
      if let lane = ends.firstIndex(where: { $0 <= x }) {
        lanes[lane].append((index, x, text))
        ends[lane] = x + room + 10
      } else {
        lanes.append([(index, x, text)])
        ends.append(x + room + 10)
      }
    }
    return lanes
  }

  private func writeLanes(
    _ lanes: [[(window: Int, x: Double, text: String)]], to writer: inout HTMLWriter
  ) {
    for (lane, labels) in lanes.enumerated() {
      let y = 4 + Double(lane) * Self.laneHeight
      for label in labels {
        writer.line(
          Self.look(label.window), from: (label.x, y + 8), to: (label.x + 22, y + 8))
        writer.label(
          label.text, at: (label.x + 27, y + 12), title: windows[label.window].name)
      }
    }
  }
}
