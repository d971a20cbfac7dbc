import Chronology
import SourceText

/// Writes comma-separated values (RFC 4180): lines end with CRLF, quotes stand only where needed. Or it keeps
/// the fields as the cells of a workbook, which know numbers and instants from texts.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe before it, see
/// `startsFormula`. Control characters other than tabs and line ends become U+FFFD.
package struct CSVWriter: ~Copyable {
  private var buffer = ByteBuffer()
  private var rowStart = 0
  private var fields = 0
  /// Where the field of many texts begins that is being written.
  private var textsStart = 0
  /// How many texts it has so far.
  private var texts = 0
  /// What is kept in the place of text; nil where text is written.
  private var cells: [[TableCell]]?
  private var row: [TableCell] = []

  /// - Parameters:
  ///   - header: The names of the columns; no first row where it is empty.
  ///   - isMarked: Whether the text begins with U+FEFF, by which Excel knows that it is UTF-8.
  package init(header: [String] = [], isMarked: Bool = false) {
    if isMarked { buffer.append("\u{FEFF}") }
    rowStart = buffer.count
    guard !header.isEmpty else { return }
    for name in header { text(name) }
    endRow()
  }

  /// Keeps cells, and writes no text; the first row is the head.
  package init(cellsUnder header: [String]) {
    cells = [header.map(TableCell.text)]
  }

  /// The rows that were kept, each as long as it was written; empty where text is written.
  package var rows: [[TableCell]] { cells ?? [] }

  /// What was written.
  package var bytes: [UInt8] { buffer.bytes }

  /// Makes room for so many bytes.
  package mutating func reserve(_ count: Int) { buffer.reserve(count) }

  // MARK: Fields

  /// A text field; nil leaves it empty.
  package mutating func text(_ text: String?) {
    if cells != nil { return row.append(text.map(TableCell.text) ?? .empty) }
    startField()
    guard let text else { return }
    text.withBytes { append($0) }
  }

  /// A text as bytes of UTF-8.
  package mutating func text(utf8 text: UnsafeBufferPointer<UInt8>) {
    if cells != nil { return row.append(.text(String(decoding: text, as: UTF8.self))) }
    startField()
    append(text)
  }

  /// A number as it is, also where it is negative; nil leaves the field empty.
  package mutating func number(_ number: Int?) { self.number(number.map(Int64.init)) }

  package mutating func number(_ number: Int64?) {
    if cells != nil { return row.append(number.map(TableCell.whole) ?? .empty) }
    startField()
    if let number { buffer.append(decimal: number) }
  }

  /// The shortest decimal that reads back as the same number; empty where it is not finite.
  package mutating func number(_ number: Double?) {
    let number = number.flatMap { $0.isFinite ? $0 : nil }
    if cells != nil { return row.append(number.map(TableCell.number) ?? .empty) }
    startField()
    if let number { buffer.append(decimal: number) }
  }

  /// RFC 3339 in UTC.
  package mutating func instant(_ instant: Instant) {
    if cells != nil { return row.append(.instant(instant)) }
    startField()
    instant.withRFC3339 { append($0) }
  }

  // MARK: Fields of many texts

  /// Begins one field of many texts.
  package mutating func beginTexts() {
    if cells != nil { return row.append(.text("")) }
    startField()
    textsStart = buffer.count
    texts = 0
  }

  /// The next text of the field, after a separator where it is not the first.
  package mutating func add(_ text: String, after separator: StaticString = " ") {
    if cells != nil {
      guard case .text(let before)? = row.popLast() else { return }
      return row.append(.text(before.isEmpty ? text : before + "\(separator)" + text))
    }
    if texts > 0 { separator.withUTF8Buffer { for byte in $0 { buffer.append(byte) } } }
    texts += 1
    buffer.append(text: text)
  }

  package mutating func endTexts() {
    if cells == nil { guardField(from: textsStart) }
  }

  // MARK: Rows

  package mutating func endRow() {
    if cells != nil {
      cells?.append(row)
      row = []
      return
    }
    // One empty field would be an empty line, which readers pass over.
    if fields == 1, buffer.count == rowStart { buffer.append("\"\"") }
    buffer.append(0x0D)
    buffer.append(0x0A)
    rowStart = buffer.count
    fields = 0
  }

  private mutating func startField() {
    if fields > 0 { buffer.append(0x2C) }
    fields += 1
  }

  /// Writes a field again that stands there as it was given, where that is not how it may stand.
  private mutating func guardField(from start: Int) {
    let isPlain = buffer.withBytes(from: start) { field in
      !CSVFieldTraits(field).areAny && !startsFormula(field)
    }
    guard !isPlain else { return }
    let field = buffer.withBytes(from: start) { Array($0) }
    buffer.cut(to: start)
    field.withUnsafeBufferPointer { append($0) }
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    let traits = CSVFieldTraits(text)
    if traits.needsQuotes { buffer.append(0x22) }
    if startsFormula(text) { buffer.append(0x27) }
    guard traits.areAny else { return buffer.append(text) }
    var index = 0
    while index < text.count {
      if let control = ControlCharacters.character(in: text, at: index) {
        buffer.append("\u{FFFD}")
        index += control.length
        continue
      }
      if text[index] == 0x22 { buffer.append(0x22) }
      buffer.append(text[index])
      index += 1
    }
    if traits.needsQuotes { buffer.append(0x22) }
  }
}
