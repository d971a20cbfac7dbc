import Markdown
import TestSupport

@testable import Charts

/// A chart's markup, with what every chart must hold.
struct Drawing {
  let tags: [MarkupTag]
  let text: String

  init(_ chart: any Chart) { self.init(chart.draw()) }

  init(_ html: HTML) {
    text = html.text
    tags = MarkupScanner.tags(of: Array(html.text.utf8))
  }

  func tags(_ name: String, class look: String? = nil) -> [MarkupTag] {
    tags.filter {
      $0.form == .opening && $0.name == name && (look == nil || $0["class"] == look)
    }
  }

  /// What is wrong with it; empty for a sound one.
  var faults: [String] {
    var faults: [String] = []
    var open: [String] = []
    for tag in tags {
      switch tag.form {
      case .opening: open.append(tag.name)
      case .closing:
        if open.popLast() != tag.name { faults.append("</\(tag.name)> closes nothing") }
      case .void: break
      }
    }
    if !open.isEmpty { faults.append("open: \(open)") }
    for word in ["nan", "inf", "style=", "<script", "<img", "<b>"]
    where text.lowercased().split(separator: "infla").joined().contains(word) {
      faults.append("holds \(word)")
    }
    guard let svg = tags.first, svg.name == "svg" else { return faults + ["no svg"] }
    let links = tags.filter { $0.name == "a" && $0.form == .opening }
    if svg["role"] != "group", svg["role"] != "img" || !links.isEmpty {
      faults.append("not its role")
    }
    if links.contains(where: { $0["aria-hidden"] != "true" || $0["tabindex"] != "-1" }) {
      faults.append("a link is not left to the pointer")
    }
    if (svg["aria-label"] ?? "").isEmpty { faults.append("no text alternative") }
    if tags("line", class: "s-grid").count > 20 { faults.append("too many gridlines") }
    return faults + outside(svg)
  }

  /// What lies beyond the edges, and texts that touch each other.
  private func outside(_ svg: MarkupTag) -> [String] {
    let box = (svg["viewbox"] ?? "").split(separator: " ").compactMap { Double($0) }
    guard box.count == 4 else { return ["no viewBox"] }
    var faults: [String] = []
    var depth = 0
    for tag in tags {
      // Patterns have a space of their own.
      if tag.name == "defs" { depth += tag.form == .opening ? 1 : -1 }
      guard depth == 0, tag.form == .opening else { continue }
      func number(_ name: String) -> Double? { tag[name].flatMap { Double($0) } }
      let xs = [number("x"), number("cx"), number("x1"), number("x2")].compactMap(\.self)
      let ys = [number("y"), number("cy"), number("y1"), number("y2")].compactMap(\.self)
      let width = number("width") ?? 0
      if width < 0 || (number("height") ?? 0) < 0 { faults.append("negative size: \(tag)") }
      if xs.contains(where: { $0 < 0 || $0 + width > box[2] + 0.2 }) {
        faults.append("<\(tag.name)> at \(xs) leaves the drawing")
      }
      if ys.contains(where: { $0 < 0 || $0 > box[3] + 0.2 }) {
        faults.append("<\(tag.name)> at height \(ys) leaves the drawing")
      }
    }
    for label in labels where label.start < -0.2 || label.end > box[2] + 0.2 {
      faults.append("the label \(label.text) leaves the drawing: \(label.start) to \(label.end)")
    }
    return faults + touching
  }

  struct Label {
    let text: String
    let start: Double
    let end: Double
    let y: Double
    let size: Double
  }

  /// The texts that are drawn, with the room that they take at most.
  var labels: [Label] {
    let bytes = Array(text.utf8)
    return tags.enumerated().compactMap { index, tag in
      guard tag.form == .opening, tag.name == "text", index + 1 < tags.count,
        let x = tag["x"].flatMap({ Double($0) }), let y = tag["y"].flatMap({ Double($0) })
      else { return nil }
      let from = bytes[tag.offset...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? 0
      let words = String(decoding: bytes[from..<tags[index + 1].offset], as: UTF8.self)
      let look = tag["class"] ?? ""
      let size = look == "s-text" || look == "s-label" ? 12.0 : 11
      let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .reduce(words) {
          $0.split(separator: $1.0, omittingEmptySubsequences: false).joined(separator: $1.1)
        }
      let width = TextFit.width(plain, size: size, isBold: look == "s-label")
      let start =
        tag["text-anchor"] == "middle"
        ? x - width / 2
        : tag["text-anchor"] == "end" ? x - width : x
      return Label(text: words, start: start, end: start + width, y: y, size: size)
    }
  }

  private var touching: [String] {
    var faults: [String] = []
    let labels = labels.filter { !$0.text.isEmpty }
    for (index, a) in labels.enumerated() {
      for b in labels[(index + 1)...]
      where abs(a.y - b.y) < 10 && a.start < b.end - 0.3 && b.start < a.end - 0.3 {
        faults.append("the labels \(a.text) and \(b.text) touch")
      }
    }
    return faults
  }
}

/// Names that break what is not careful.
let hostileNames = [
  "", " ", "<b>bold</b>&amp;\"'", String(repeating: "W", count: 300),
  String(repeating: "long name ", count: 30), "👩‍👩‍👧‍👦🏴‍☠️ 部署ゲートウェイ", "بوابة النشر \u{202E}txt",
  "a\u{0}b\nc\r\nd",
  "z" + String(repeating: "\u{0301}", count: 300), "﷽﷽﷽",
]
