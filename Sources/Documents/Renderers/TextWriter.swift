import Chronology
import Findings

/// Writes blocks as lines for a terminal, within some 100 columns.
package struct TextWriter {
  private var lines: [String] = []
  private let zone: Zone

  package static let width = 100
  /// Stands before each line below a heading.
  package static let margin = "  "

  package init(zone: Zone) { self.zone = zone }

  /// Ends with a line feed.
  package var text: String {
    var lines = lines
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  package mutating func write(_ blocks: [any Block]) {
    for block in blocks where !block.isEmpty { block.write(to: &self) }
  }

  /// Lines as they are.
  package mutating func verbatim(_ lines: [String]) { self.lines += lines }

  /// A line that goes on below itself where it is too long, behind an indent.
  package mutating func line(_ text: RichText, indent: String = "") {
    let plain = plain(text)
    lines += wrapped(plain, width: Self.width - indent.unicodeScalars.count).map { indent + $0 }
  }

  package mutating func heading(_ text: String) { lines.append(VisibleText.line(text)) }

  package mutating func paragraph(_ text: RichText) { line(text, indent: Self.margin) }

  package mutating func item(_ head: RichText, _ details: [RichText]) {
    line(head, indent: Self.margin)
    for detail in details { line(detail, indent: Self.margin + "    ") }
  }

  /// Columns are as wide as their widest cell, to a limit; what is longer goes on below.
  package mutating func table(
    _ columns: [(name: String, isNumber: Bool)], _ rows: [[RichText]]
  ) {
    let cells = rows.map { $0.map(plain) }
    let widths = columns.indices.map { column in
      let widest = cells.map { $0[column].unicodeScalars.count }.max() ?? 0
      return min(34, max(widest, columns[column].name.unicodeScalars.count))
    }
    row(columns.map(\.name), widths, columns)
    for cells in cells { row(cells, widths, columns) }
  }

  private mutating func row(
    _ cells: [String], _ widths: [Int], _ columns: [(name: String, isNumber: Bool)]
  ) {
    let pieces = zip(cells, widths).map { wrapped($0, width: $1) }
    for line in 0..<(pieces.map(\.count).max() ?? 0) {
      var text = Self.margin
      for (index, piece) in pieces.enumerated() {
        let part = line < piece.count ? piece[line] : ""
        let gap = String(
          repeating: " ", count: max(0, widths[index] - part.unicodeScalars.count))
        text += (columns[index].isNumber ? gap + part : part + gap) + "  "
      }
      while text.hasSuffix(" ") { text.removeLast() }
      lines.append(text)
    }
  }

  /// A text in one line, without anything that a terminal would obey.
  package func plain(_ text: RichText) -> String { VisibleText.line(text.plain(in: zone)) }
}

extension RichText {
  /// The words alone.
  package func plain(in zone: Zone) -> String {
    pieces.map { $0.plain(in: zone) }.joined()
  }
}

extension Inline {
  /// The words alone.
  package func plain(in zone: Zone) -> String {
    switch self {
    case .text(let text), .link(_, let text), .id(_, let text), .mark(_, let text, _),
      .strong(let text), .small(let text), .code(let text), .path(let text), .name(let text, _):
      text
    case .severity(let severity, let isWaived):
      isWaived ? "\(severity.rawValue), waived" : severity.rawValue
    case .findings(let counts, _): counts.parts.map(\.text).joined(separator: ", ")
    case .drawing(_, let words): words
    case .instant(let instant): DisplayTime.instant(instant, in: zone)
    case .interval(let interval, _): DisplayTime.interval(interval, in: zone)
    case .day(let day): DisplayTime.day(day)
    }
  }
}

/// The lines of a text that are at most so long; a word that is longer is cut.
package func wrapped(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var length = 0
  for word in text.split(separator: " ") {
    var rest = word.unicodeScalars[...]
    while length > 0 && length + 1 + rest.count > width || length == 0 && rest.count > width {
      if length > 0 {
        lines.append(line)
        (line, length) = ("", 0)
        continue
      }
      lines.append(String(String.UnicodeScalarView(rest.prefix(width))))
      rest = rest.dropFirst(width)
    }
    guard !rest.isEmpty else { continue }
    line += (length > 0 ? " " : "") + String(String.UnicodeScalarView(rest))
    length += (length > 0 ? 1 : 0) + rest.count
  }
  if length > 0 || lines.isEmpty { lines.append(line) }
  return lines
}
