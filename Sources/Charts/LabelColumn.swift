import Markdown

/// Labels beside a drawing, each as near to its line as the others allow.
struct LabelColumn {
  struct Label {
    let text: String
    /// The height that it belongs to.
    let y: Double
    var look = "s-text"
    /// The pattern of the small square before it; nil for none.
    var fill: String?
  }

  private let placed: [(label: Label, y: Double)]
  private static let lineHeight = 15.0

  /// From the top; those that have no room at all are left out, the last first. Of two for one
  /// height the first is the upper one.
  init(_ labels: [Label], top: Double, bottom: Double) {
    let capacity = max(1, Int((bottom - top) / Self.lineHeight) + 1)
    let shown = labels.prefix(capacity).enumerated()
      .sorted { ($0.element.y, $0.offset) < ($1.element.y, $1.offset) }.map(\.element)
    var heights: [Double] = []
    for label in shown {
      let least = heights.last.map { $0 + Self.lineHeight } ?? top
      heights.append(max(least, min(max(label.y, top), bottom)))
    }
    // What was pushed over the foot goes up again, and takes its neighbours with it.
    var most = bottom
    for index in heights.indices.reversed() {
      heights[index] = min(heights[index], most)
      most = heights[index] - Self.lineHeight
    }
    placed = Array(zip(shown, heights))
  }

  /// How much room the widest of them asks for, at most.
  static func width(of labels: [Label], atMost limit: Double) -> Double {
    min(limit, labels.map { TextFit.width($0.text, isBold: true) }.max() ?? 0)
  }

  func write(at x: Double, width: Double, to writer: inout HTMLWriter) {
    for (label, y) in placed {
      var start = x
      if let fill = label.fill {
        writer.rectangle(
          "s-swatch", x: x...(x + 11), y: (y - 6)...(y + 5), fill: fill)
        start += 17
      }
      let text = TextFit.cut(label.text, to: width - (start - x), isBold: true)
      writer.label(text, at: (start, y + 4), look: label.look, title: label.text)
    }
  }
}
