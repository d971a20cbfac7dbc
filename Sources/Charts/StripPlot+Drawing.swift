import Markdown

extension StripPlot {
  private static let width = 880.0
  private static let rowHeight = 84.0
  private static let right = 860.0

  package func draw() -> HTML {
    let scale = StripScale(self)
    let names = rows.map { TextFit.width($0.name, isBold: true) }.max() ?? 0
    let left = rows.count > 1 ? min(180, max(60, names + 16)) : 20
    let top = target == nil || targetWords.isEmpty ? 8.0 : 26.0
    let bottom = top + Double(max(1, rows.count)) * Self.rowHeight
    func x(_ seconds: Double) -> Double { scale.position(seconds, from: left, to: Self.right) }
    var writer = HTMLWriter()
    writer.reserve(2048 + rows.reduce(0) { $0 + min($1.durations.count, Self.mostTitled) * 64 })
    writer.openDrawing(width: Self.width, height: bottom + 28, summary: summary)
    writeTicks(scale, top: top, bottom: bottom, x: x, to: &writer)
    for (index, row) in rows.enumerated() {
      let y = top + Double(index) * Self.rowHeight
      if index > 0 { writer.line("s-axis", from: (left, y), to: (Self.right, y)) }
      if rows.count > 1 {
        writer.label(
          TextFit.cut(row.name, to: left - 14, isBold: true), at: (0, y + Self.rowHeight / 2 + 4),
          look: "s-label", title: row.name)
      }
      write(row, top: y, x: x, to: &writer)
    }
    if let target {
      writer.line("s-target", from: (x(target), top - 6), to: (x(target), bottom))
      place(targetWords, near: x(target), y: 12, from: left, look: "s-label", to: &writer)
    }
    writer.line("s-axis", from: (left, bottom), to: (Self.right, bottom))
    writer.close("svg")
    return writer.finish()
  }

  private func write(
    _ row: Row, top: Double, x: (Double) -> Double, to writer: inout HTMLWriter
  ) {
    let (strip, height) = (top + 24, Self.rowHeight - 48)
    guard !row.durations.isEmpty else {
      writer.label("nothing measured", at: (x(0) + 4, top + Self.rowHeight / 2 + 4))
      return
    }
    writePoints(row, top: strip, height: height, x: x, to: &writer)
    if let median = row.median {
      writer.line("s-median", from: (x(median), strip - 4), to: (x(median), strip + height + 4))
      place("median \(Self.words(median))", near: x(median), y: top + 14, from: x(0), to: &writer)
    }
    if let p90 = row.p90 {
      writer.line("s-p90", from: (x(p90), strip - 4), to: (x(p90), strip + height + 4))
      place(
        "90th percentile \(Self.words(p90))", near: x(p90), y: top + Self.rowHeight - 6, from: x(0),
        to: &writer)
    }
  }

  /// Above so many, points are one line of dots without words of their own.
  private static let mostTitled = 150
  /// Above so many, a dot stands for several.
  private static let mostDrawn = 160

  /// Spread over the height of the row by their order, so that they do not hide each other.
  private func writePoints(
    _ row: Row, top: Double, height: Double, x: (Double) -> Double, to writer: inout HTMLWriter
  ) {
    func y(_ index: Int) -> Double {
      // Multiples of the golden ratio are spread evenly however many there are.
      let share = Double((UInt32(truncatingIfNeeded: index) &* 2_654_435_769) >> 16) / 65_536
      return top + 4 + share * (height - 8)
    }
    if row.durations.count <= Self.mostTitled {
      for (index, seconds) in row.durations.enumerated() {
        writer.open(
          "circle",
          [
            "class": "s-point", "cx": svgNumber(x(Double(seconds))), "cy": svgNumber(y(index)),
            "r": "3.5",
          ])
        writer.element("title", Self.words(Double(seconds)))
        writer.close("circle")
      }
      return
    }
    var drawn = row.durations
    if drawn.count > Self.mostDrawn {
      let sorted = drawn.sorted()
      drawn = (0..<Self.mostDrawn).map { sorted[$0 * (sorted.count - 1) / (Self.mostDrawn - 1)] }
      let share = (sorted.count + Self.mostDrawn / 2) / Self.mostDrawn
      place(
        share > 1 ? "a dot for about \(share)" : "most of \(sorted.count)", near: Self.right,
        y: top - 10, from: 0, to: &writer)
    }
    var dots: [UInt8] = []
    dots.reserveCapacity(drawn.count * 16)
    for (index, seconds) in drawn.enumerated() {
      dots += "M\(svgNumber(x(Double(seconds)))) \(svgNumber(y(index)))h0".utf8
    }
    writer.open("path", ["class": "s-dots", "d": String(decoding: dots, as: UTF8.self)])
    writer.close("path")
  }

  private func writeTicks(
    _ scale: StripScale, top: Double, bottom: Double, x: (Double) -> Double,
    to writer: inout HTMLWriter
  ) {
    var end = -Double.infinity
    for tick in scale.ticks {
      writer.line("s-grid", from: (x(tick), top), to: (x(tick), bottom))
      let words = TextFit.cut(Self.words(tick), to: 120)
      let half = TextFit.width(words) / 2
      let middle = min(x(tick), Self.width - half - 2)
      guard middle - half > end else { continue }
      writer.label(words, at: (middle, bottom + 18), .middle)
      end = middle + half + 4
    }
  }

  /// A label whose middle is over a place where the sides leave it room.
  private func place(
    _ text: String, near x: Double, y: Double, from left: Double, look: String = "s-text",
    to writer: inout HTMLWriter
  ) {
    let shown = TextFit.cut(text, to: Self.width - left - 4, isBold: true)
    let half = TextFit.width(shown, isBold: true) / 2
    let middle = max(min(x, Self.width - half - 2), half + 2)
    writer.label(shown, at: (middle, y), .middle, look: look, title: text)
  }
}
