import Markdown
import SourceText

/// A line of a document that is written as a row of a table.
package struct WrittenRow: Sendable {
  package let line: Int
  package let cells: [String]
}

// Rows as they are written, whatever cmark makes of them: for every reader that accounts for what it
// did not read.
extension MarkdownDocument {
  /// Lines with pipes that stand in no table, in groups of neighbours: cut off by a blank line, left
  /// behind by a delimiter row that is none, or without a head. Code and HTML are looked at otherwise.
  package func strayRows() -> [[WrittenRow]] {
    let body = nodes.first?.range ?? file.wholeRange
    guard file.bytes[body.indices].contains(UInt8(ascii: "|")) else { return [] }
    let inside = accountedLines()
    var groups: [[WrittenRow]] = []
    var group: [WrittenRow] = []
    let first = file.line(at: Int(body.lower))
    let last = file.line(at: max(Int(body.lower), Int(body.upper) - 1))
    for line in first...max(first, last) {
      if !inside.contains(line), let cells = cells(ofLine: line) {
        group.append(WrittenRow(line: line, cells: cells))
      } else if !group.isEmpty {
        groups.append(group)
        group = []
      }
    }
    return group.isEmpty ? groups : groups + [group]
  }

  /// The lines of tables, and of text that is looked at otherwise.
  private func accountedLines() -> Set<Int> {
    var lines: Set<Int> = []
    for (index, node) in nodes.enumerated() {
      guard let range = node.range else { continue }
      let first = file.line(at: Int(range.lower))
      switch node.kind {
      case .tableRow(let isHeader):
        lines.insert(first)
        // The delimiter row has no node.
        if isHeader { lines.insert(first + 1) }
      case .htmlBlock:
        // Of a block that ends in its first line, only the beginning is known for certain.
        let text = markup(of: index).utf8
        let breaks = text.dropLast().count { $0 == 0x0A }
        lines.formUnion(first...first + breaks)
      case .codeBlock:
        guard !range.isEmpty else { continue }
        lines.formUnion(first...file.line(at: Int(range.upper) - 1))
      default: continue
      }
    }
    return lines
  }

  /// Nil for a line that is no row.
  private func cells(ofLine line: Int) -> [String]? {
    let bytes = file.bytes[file.range(ofLine: line).indices]
    guard bytes.contains(UInt8(ascii: "|")), !Self.isComment(bytes) else { return nil }
    return RowLikeness.cells(of: String(decoding: bytes, as: UTF8.self))
  }

  /// The whole line is one comment, which is meant to be.
  private static func isComment(_ line: ArraySlice<UInt8>) -> Bool {
    let text = WordForm.trim(String(decoding: line, as: UTF8.self))
    return text.hasPrefix("<!--") && text.hasSuffix("-->")
  }

  /// HTML as the file has it: the tree keeps it without its comments.
  package func markup(of node: Int) -> String {
    guard let range = nodes[node].range else { return literal(of: node) }
    let bytes = file.bytes
    var upper = Int(range.upper)
    let rest = bytes[Int(range.lower)...]
    if rest.starts(with: "<!--".utf8) {
      let end = rest.withUnsafeBufferPointer { nextComment(in: $0)?.upperBound }
      if let end { upper = max(upper, Int(range.lower) + end) }
    }
    return String(decoding: bytes[Int(range.lower)..<upper], as: UTF8.self)
  }

  /// The cells of a table's row as its line has them, those beyond the head too, which GFM drops without
  /// a word; nil where the line is no row by its pipes alone.
  package func writtenCells(ofRowAt place: Place) -> [String]? {
    let line = file.line(at: Int(place.range.lower))
    let end = file.range(ofLine: line).indices.upperBound
    let bytes = file.bytes[Int(place.range.lower)..<max(end, Int(place.range.lower))]
    return RowLikeness.cells(ofLine: bytes)
  }

  /// The place of the row that a cell stands in.
  package func rowPlace(of cell: MarkdownTable.Cell) -> Place {
    place(of: Int(nodes[cell.node].parent))
  }
}

extension RowLikeness {
  /// Of a line without what quotes, lists, headings and comments put in front of it.
  package static func cells(of line: String) -> [String]? {
    var rest = Substring(line)
    rest = rest.drop { " \t>#".contains($0) }
    for marker in ["- ", "* ", "+ ", "<!--"] where rest.hasPrefix(marker) {
      rest = rest.dropFirst(marker.count).drop { $0 == " " || $0 == "\t" }
    }
    return cells(ofLine: Array(rest.utf8)[...])
  }
}
