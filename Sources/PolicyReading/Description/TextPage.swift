import Findings

/// Headings and tables for a terminal of a hundred columns. The last column of a table wraps.
struct TextPage {
  private let style: TextStyle
  private(set) var text = ""
  private static let width = 100

  init(style: TextStyle) { self.style = style }

  /// After an empty line, with a place at the right where one is given.
  mutating func heading(_ words: String, at place: String? = nil) {
    if !text.isEmpty { text += "\n" }
    let words = VisibleText.line(words)
    text += coloured(words, "1")
    if let place {
      let place = VisibleText.line(place)
      let gap = max(2, Self.width - Self.columns(words) - Self.columns(place))
      text += String(repeating: " ", count: gap) + coloured(place, "2")
    }
    text += "\n"
  }

  mutating func paragraph(_ words: String) {
    for (index, line) in Self.wrapped(VisibleText.line(words), to: Self.width - 4).enumerated() {
      text += index == 0 ? "  " : "    "
      text += line + "\n"
    }
  }

  /// Rows with a number or nothing in front, their columns aligned.
  mutating func table(_ rows: [(number: String, cells: [String])], gutter: Bool = true) {
    let rows = rows.map { (number: $0.number, cells: $0.cells.map(VisibleText.line)) }
    let gutterWidth = gutter ? max(4, rows.map { $0.number.utf8.count }.max() ?? 0) : 0
    let count = rows.map(\.cells.count).max() ?? 0
    // The last column of a row takes the room that is left, so its own width does not count.
    let widths = (0..<count).map { column in
      rows.filter { column + 1 < $0.cells.count }.map { Self.columns($0.cells[column]) }.max() ?? 0
    }
    for row in rows {
      var line = "  "
      if gutter {
        line += coloured(Self.padded(row.number, to: gutterWidth, atEnd: false), "2") + "  "
      }
      var indent = gutter ? gutterWidth + 4 : 2
      for (column, cell) in row.cells.dropLast().enumerated() {
        line += Self.padded(cell, to: widths[column], atEnd: true) + "  "
        indent += widths[column] + 2
      }
      let room = max(20, Self.width - indent)
      for (index, part) in Self.wrapped(row.cells.last ?? "", to: room).enumerated() {
        let start = index == 0 ? line : String(repeating: " ", count: indent)
        text += (part.isEmpty ? Self.withoutBlanksAtEnd(start) : start + part) + "\n"
      }
    }
  }

  /// At least one line, possibly empty. A word longer than the room stands alone.
  private static func wrapped(_ words: String, to room: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in words.split(separator: " ") {
      let width = columns(String(word))
      if used > 0, used + 1 + width > room {
        lines.append(line)
        (line, used) = ("", 0)
      }
      line += used > 0 ? " \(word)" : "\(word)"
      used += used > 0 ? width + 1 : width
    }
    lines.append(line)
    return lines
  }

  private static func withoutBlanksAtEnd(_ words: String) -> String {
    String(words[..<(words.lastIndex { $0 != " " }.map(words.index(after:)) ?? words.startIndex)])
  }

  private static func padded(_ words: String, to width: Int, atEnd: Bool) -> String {
    let blanks = String(repeating: " ", count: max(0, width - columns(words)))
    return atEnd ? words + blanks : blanks + words
  }

  private static func columns(_ words: String) -> Int {
    words.unicodeScalars.reduce(0) { $0 + terminalWidth(of: $1) }
  }

  /// With an SGR parameter of ECMA-48.
  private func coloured(_ words: String, _ parameter: String) -> String {
    style == .coloured ? "\u{1B}[\(parameter)m\(words)\u{1B}[0m" : words
  }
}
