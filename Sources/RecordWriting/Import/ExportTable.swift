/// The rows of another system's export, each with the line that it begins on.
package struct ExportTable: Sendable {
  package struct Row: Sendable {
    /// From 1; a cell may go over several.
    package let line: Int
    package let cells: [String]
    /// Why it cannot be taken; nil where it has a cell for each head.
    package let fault: String?
  }

  /// The names of the columns; the second of one name is `Name (2)`.
  package let heads: [String]
  package let rows: [Row]

  /// Bytes of one cell; no record holds more.
  package static let largestCell = 48 << 10

  /// Values parted by commas, semicolons, tabs or bars, whichever the first line has most of. Cells in quotation
  /// marks may hold separators, line ends, and quotation marks that are doubled. Nil where there is no head.
  package init?(_ text: ExportText, separator: UInt8? = nil) {
    let bytes = text.bytes
    var scanner = Scanner(bytes: bytes, separator: separator ?? Self.separator(of: bytes))
    guard let head = scanner.next(), head.cells.contains(where: { !$0.isEmpty }) else { return nil }
    heads = Self.numbered(head.cells)
    var rows: [Row] = []
    while let row = scanner.next() {
      if row.cells.count == 1, row.cells[0].isEmpty, row.fault == nil { continue }
      var fault = row.fault
      if fault == nil, row.cells.count != heads.count {
        fault = "it has \(row.cells.count) cells, and the head has \(heads.count)"
      }
      rows.append(Row(line: row.line, cells: row.cells, fault: fault))
    }
    self.rows = rows
  }

  private static func numbered(_ names: [String]) -> [String] {
    var counts: [String: Int] = [:]
    return names.map { name in
      let plain = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      counts[plain, default: 0] += 1
      let count = counts[plain] ?? 1
      return count == 1 ? plain : "\(plain) (\(count))"
    }
  }

  /// That which stands most often in the first line outside quotation marks.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    var isQuoted = false
    var counts: [UInt8: Int] = [:]
    for byte in bytes {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      counts[byte, default: 0] += 1
    }
    let known: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
    return known.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? 0x2C
  }

  private struct Scanner {
    let bytes: [UInt8]
    let separator: UInt8
    var index = 0
    var line = 1

    /// The next line of cells; nil at the end.
    mutating func next() -> (line: Int, cells: [String], fault: String?)? {
      guard index < bytes.count else { return nil }
      let first = line
      var cells: [String] = []
      var fault: String?
      while true {
        let (cell, problem) = cell()
        cells.append(cell)
        fault = fault ?? problem
        guard index < bytes.count, bytes[index] == separator else { break }
        index += 1
        if index == bytes.count { cells.append("") }
        if index == bytes.count { break }
      }
      endLine()
      return (first, cells, fault)
    }

    private mutating func endLine() {
      guard index < bytes.count else { return }
      if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
      index += 1
      line += 1
    }

    private mutating func cell() -> (String, fault: String?) {
      guard index < bytes.count, bytes[index] == 0x22 else { return plain() }
      let (start, startLine) = (index, line)
      index += 1
      var text: [UInt8] = []
      var from = index
      while index < bytes.count {
        switch bytes[index] {
        case 0x22:
          text += bytes[from..<index]
          index += 1
          if index < bytes.count, bytes[index] == 0x22 {
            from = index
            index += 1
            continue
          }
          let isEnd =
            index == bytes.count || [separator, 0x0A, 0x0D].contains(bytes[index])
          if isEnd {
            return text.count <= largestCell ? (string(text[...]), nil) : tooLarge(text.count)
          }
          // Text goes on behind the closing mark: taken as it stands.
          let (rest, _) = plain()
          return (string(text[...]) + rest, "text stands behind a closing quotation mark")
        case 0x0A: line += 1
        case 0x0D where !(index + 1 < bytes.count && bytes[index + 1] == 0x0A): line += 1
        default: break
        }
        index += 1
      }
      // Nothing closes the mark: the line ends the cell, so that the rows below are read.
      (index, line) = (start + 1, startLine)
      return (plain().0, "a quotation mark is not closed")
    }

    private mutating func plain() -> (String, fault: String?) {
      let start = index
      while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0A,
        bytes[index] != 0x0D
      { index += 1 }
      let count = index - start
      return count <= largestCell ? (string(bytes[start..<index]), nil) : tooLarge(count)
    }

    private func string(_ bytes: ArraySlice<UInt8>) -> String {
      String(decoding: bytes.prefix(largestCell), as: UTF8.self)
    }

    private func tooLarge(_ count: Int) -> (String, fault: String?) {
      ("", "a cell has \(count) bytes, and a record holds \(largestCell)")
    }
  }
}
