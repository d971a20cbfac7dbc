import Markdown

extension WeekTimeline {
  private static let width = 880.0
  private static let right = 872.0
  private static let top = 26.0
  private static let head = 16.0
  private static let laneHeight = 20.0

  package func draw() -> HTML {
    let left = min(140, max(60, (days.map { TextFit.width($0, isBold: true) }.max() ?? 0) + 10))
    func x(_ minute: Int) -> Double {
      left + Double(minute) / 1440 * (Self.right - left)
    }
    var byDay = [[Span]](repeating: [], count: 7)
    for span in spans { byDay[span.day].append(span) }
    let lanes = byDay.map { TimelineLanes($0, left: left, right: Self.width - 4, x: x) }
    let heights = lanes.map {
      Self.head + Double(max(1, $0.laneCount)) * Self.laneHeight + ($0.hidden > 0 ? 16 : 0) + 4
    }
    let bottom = Self.top + heights.reduce(0, +)
    var writer = HTMLWriter()
    writer.reserve(4096 + spans.count * 400)
    writer.openDrawing(
      width: Self.width, height: bottom + 34, summary: summary,
      isLinked: spans.contains { $0.href != nil })
    writer.open("defs")
    FillPattern(.quiet, .rising).define("\(id)-freeze", in: &writer)
    writer.close("defs")
    var y = Self.top
    for day in 0..<7 {
      writeBands(byDay[day], y: y...(y + heights[day]), x: x, to: &writer)
      y += heights[day]
    }
    writeHours(bottom: bottom, x: x, to: &writer)
    y = Self.top
    for day in 0..<7 {
      writer.line("s-axis", from: (0, y), to: (Self.right, y))
      writer.label(
        TextFit.cut(days[day], to: left - 8, isBold: true), at: (0, y + 18), look: "s-label")
      writeNames(byDay[day], y: y, left: left, x: x, to: &writer)
      write(lanes[day], y: y + Self.head, height: heights[day], left: left, x: x, to: &writer)
      if let now, now.day == day {
        writer.line("s-now", from: (x(now.minute), y), to: (x(now.minute), y + heights[day]))
      }
      y += heights[day]
    }
    writer.line("s-axis", from: (0, bottom), to: (Self.right, bottom))
    writeKey(y: bottom + 22, left: left, to: &writer)
    writer.close("svg")
    return writer.finish()
  }

  private func writeBands(
    _ spans: [Span], y: ClosedRange<Double>, x: (Int) -> Double, to writer: inout HTMLWriter
  ) {
    for kind in [Kind.window, .freeze] {
      for span in spans where span.kind == kind {
        let (start, end) = (x(span.minutes.lowerBound), x(span.minutes.upperBound))
        writer.openRectangle(
          Self.look(kind), x: start...max(end, start + 1), y: y, fill: fill(kind))
        writer.open("title")
        writer.text(span.label)
        writer.text(", ")
        writer.text(Self.times(span.minutes))
        writer.close("title")
        writer.close("rect")
      }
    }
  }

  private static func look(_ kind: Kind) -> String { kind == .freeze ? "s-freeze" : "s-hours" }

  private func fill(_ kind: Kind) -> String? { kind == .freeze ? "\(id)-freeze" : nil }

  private func writeHours(bottom: Double, x: (Int) -> Double, to writer: inout HTMLWriter) {
    for hour in stride(from: 0, through: 24, by: 3) {
      writer.line("s-grid", from: (x(hour * 60), Self.top), to: (x(hour * 60), bottom))
      writer.label(
        WeekHeatMap.clock(hour), at: (x(hour * 60), Self.top - 8),
        hour == 0 ? .start : hour == 24 ? .end : .middle)
    }
  }

  /// The names of windows and freezes at the head of the day, each in the room that is its own;
  /// those of freezes first, since they decide.
  private func writeNames(
    _ spans: [Span], y: Double, left: Double, x: (Int) -> Double, to writer: inout HTMLWriter
  ) {
    var taken: [(start: Double, end: Double)] = []
    for kind in [Kind.freeze, .window] {
      for band in spans where band.kind == kind {
        var start = max(left, x(band.minutes.lowerBound) + 3)
        var limit = min(Self.right, x(band.minutes.upperBound))
        for other in taken where other.start < limit && other.end > start {
          if other.start <= start { start = other.end } else { limit = other.start - 6 }
        }
        let text = TextFit.cut(band.label, to: limit - start, size: 11)
        // A few letters name nothing.
        guard text == band.label || text.unicodeScalars.count > 6 else { continue }
        writer.linked(band.href) {
          $0.label(text, at: (start, y + 12), look: "s-small", title: band.label)
        }
        taken.append((start, start + TextFit.width(text, size: 11) + 6))
      }
    }
  }

  private func write(
    _ lanes: TimelineLanes, y: Double, height: Double, left: Double, x: (Int) -> Double,
    to writer: inout HTMLWriter
  ) {
    for bar in lanes.bars {
      guard let span = bar.span else { continue }
      let top = y + Double(bar.lane) * Self.laneHeight
      writer.linked(span.href) { writer in
        if let planned = bar.planned {
          let start = x(planned.minutes.lowerBound)
          writer.openRectangle(
            span.isConflict ? "s-planned s-conflict" : "s-planned",
            x: start...max(x(planned.minutes.upperBound), start + 3), y: (top + 3)...(top + 10))
          Self.closeBar(planned, in: &writer)
        }
        if let actual = bar.actual {
          let start = x(actual.minutes.lowerBound)
          writer.openRectangle(
            "s-real", x: start...max(x(actual.minutes.upperBound), start + 3),
            y: (top + 11)...(top + 16))
          Self.closeBar(actual, in: &writer)
        }
        writer.label(bar.text, at: (bar.textX, top + 13), look: "s-name", title: span.label)
      }
    }
    if lanes.hidden > 0 {
      writer.label(
        "\(lanes.hidden) more in the table",
        at: (left + 4, y + Double(lanes.laneCount) * Self.laneHeight + 12), look: "s-small")
    }
  }

  /// Ends the rectangle of a bar with its words.
  private static func closeBar(_ span: Span, in writer: inout HTMLWriter) {
    writer.open("title")
    writer.text(span.label)
    writer.text(", ")
    writer.text(word(span.kind))
    writer.text(" ")
    writer.text(times(span.minutes))
    if !span.note.isEmpty {
      writer.text(": ")
      writer.text(span.note)
    }
    writer.close("title")
    writer.close("rect")
  }

  /// What the shapes mean.
  private func writeKey(y: Double, left: Double, to writer: inout HTMLWriter) {
    var x = left
    for kind in Kind.allCases where spans.contains(where: { $0.kind == kind }) {
      switch kind {
      case .window, .freeze:
        writer.rectangle(
          "\(Self.look(kind)) s-swatch", x: x...(x + 18), y: (y - 9)...(y + 1), fill: fill(kind))
      case .planned: writer.rectangle("s-planned", x: x...(x + 18), y: (y - 8)...(y - 1))
      case .actual: writer.rectangle("s-real", x: x...(x + 18), y: (y - 7)...(y - 2))
      }
      let word = Self.word(kind)
      writer.label(word, at: (x + 24, y))
      x += 24 + TextFit.width(word) + 24
    }
    if spans.contains(where: \.isConflict) { writer.label("▲ conflict", at: (x, y)) }
    if now != nil {
      writer.label("dotted: when this was built", at: (Self.right, y), .end)
    }
  }
}
