import Markdown

/// A point of a drawing: to the right and down.
typealias Spot = (x: Double, y: Double)

/// Where a text ends up relative to its point.
enum TextAnchor {
  case start, middle, end
}

extension HTMLWriter {
  /// Opens a drawing; `summary` is its text alternative. What is drawn is for the eye alone: links
  /// in it are left to the pointer and stand in the table too. A picture holds no links for those who
  /// hear a page, so what has some is a group.
  mutating func openDrawing(
    width: Double, height: Double, summary: String, isLinked: Bool = false
  ) {
    open(
      "svg",
      [
        "class": "chart", "viewBox": "0 0 \(svgNumber(width)) \(svgNumber(height))",
        "role": isLinked ? "group" : "img", "aria-label": summary,
      ])
  }

  mutating func line(_ look: String, from start: Spot, to end: Spot) {
    markup("<line class=\"")
    text(look)
    number("\" x1=\"", start.x)
    number("\" y1=\"", start.y)
    number("\" x2=\"", end.x)
    number("\" y2=\"", end.y)
    markup("\"></line>")
  }

  /// A line through points; one alone is drawn as a short stroke, so that it can be seen.
  mutating func polyline(_ look: String, _ points: [Spot]) {
    guard let first = points.first else { return }
    let drawn = points.count > 1 ? points : [(first.x - 2, first.y), (first.x + 2, first.y)]
    let text = drawn.map { "\(svgNumber($0.x)),\(svgNumber($0.y))" }.joined(separator: " ")
    open("polyline", ["class": look, "points": text])
    close("polyline")
  }

  mutating func circle(_ look: String, at center: Spot, radius: Double) {
    markup("<circle class=\"")
    text(look)
    number("\" cx=\"", center.x)
    number("\" cy=\"", center.y)
    number("\" r=\"", radius)
    markup("\"></circle>")
  }

  /// A rectangle, with words for whoever points at it; `fill` names a pattern of the drawing.
  mutating func rectangle(
    _ look: String, x: ClosedRange<Double>, y: ClosedRange<Double>, fill: String? = nil,
    title: String? = nil
  ) {
    openRectangle(look, x: x, y: y, fill: fill)
    if let title { element("title", title) }
    close("rect")
  }

  /// The same up to what stands in it, which its caller closes.
  mutating func openRectangle(
    _ look: String, x: ClosedRange<Double>, y: ClosedRange<Double>, fill: String? = nil
  ) {
    markup("<rect class=\"")
    text(look)
    number("\" x=\"", x.lowerBound)
    number("\" y=\"", y.lowerBound)
    number("\" width=\"", x.upperBound - x.lowerBound)
    number("\" height=\"", y.upperBound - y.lowerBound)
    if let fill {
      markup("\" fill=\"url(#")
      text(fill)
      markup(")")
    }
    markup("\">")
  }

  /// A text whose foot is at a point.
  mutating func label(
    _ text: String, at spot: Spot, _ anchor: TextAnchor = .start, look: String = "s-text",
    title: String? = nil
  ) {
    markup("<text class=\"")
    self.text(look)
    number("\" x=\"", spot.x)
    number("\" y=\"", spot.y)
    switch anchor {
    case .start: markup("\">")
    case .middle: markup("\" text-anchor=\"middle\">")
    case .end: markup("\" text-anchor=\"end\">")
    }
    self.text(text)
    if let title, title != text { element("title", title) }
    close("text")
  }

  /// The end of one attribute and the beginning of the next, which is a number.
  private mutating func number(_ between: StaticString, _ number: Double) {
    markup(between)
    text(svgNumber(number))
  }

  /// What a pointer can follow; the table has the same link for everybody.
  mutating func linked(_ href: String?, _ content: (inout HTMLWriter) -> Void) {
    if let href { open("a", ["href": href, "tabindex": "-1", "aria-hidden": "true"]) }
    content(&self)
    if href != nil { close("a") }
  }
}
