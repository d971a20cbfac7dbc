/// Writes comma-separated values (RFC 4180): lines end with CRLF, quotes stand only where needed.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe before it: one that starts
/// with `=`, `+`, `-`, `@`, their full-width forms, a tab, CR or LF.
package struct CSVWriter {
  package private(set) var bytes: [UInt8] = []
  private var rowStart = 0
  private var fields = 0
  /// Where the field of many texts begins that is being written.
  private var textsStart = 0
  /// How many texts it has so far.
  private var texts = 0

  /// - Parameter header: the names of the columns; no first row where it is empty.
  package init(header: [String] = []) {
    guard !header.isEmpty else { return }
    for name in header { text(name) }
    endRow()
  }

  /// Makes room for so many bytes.
  package mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  // MARK: Fields

  /// A text field; nil leaves it empty.
  package mutating func text(_ text: String?) {
    startField()
    guard var text else { return }
    text.withUTF8 { append($0) }
  }

  /// A text as bytes of UTF-8.
  package mutating func text(utf8 text: UnsafeBufferPointer<UInt8>) {
    startField()
    append(text)
  }

  /// A number as it is, also where it is negative; nil leaves the field empty.
  package mutating func number(_ number: Int?) { self.number(number.map(Int64.init)) }

  package mutating func number(_ number: Int64?) {
    startField()
    if let number { bytes.append(decimal: number) }
  }

  /// The shortest decimal that reads back as the same number; empty where it is not finite.
  package mutating func number(_ number: Double?) {
    startField()
    if let number, number.isFinite { bytes.append(decimal: number) }
  }

  // MARK: Fields of many texts

  /// Begins one field of many texts.
  package mutating func beginTexts() {
    startField()
    textsStart = bytes.count
    texts = 0
  }

  /// The next text of the field, after a separator where it is not the first.
  package mutating func add(_ text: String, after separator: StaticString = " ") {
    if texts > 0 { separator.withUTF8Buffer { bytes.append(contentsOf: $0) } }
    texts += 1
    bytes.append(text: text)
  }

  package mutating func endTexts() { guardField(from: textsStart) }

  // MARK: Rows

  package mutating func endRow() {
    // One empty field would be an empty line, which readers pass over.
    if fields == 1, bytes.count == rowStart { bytes.append(contentsOf: [0x22, 0x22]) }
    bytes.append(0x0D)
    bytes.append(0x0A)
    rowStart = bytes.count
    fields = 0
  }

  private mutating func startField() {
    if fields > 0 { bytes.append(0x2C) }
    fields += 1
  }

  /// Writes a field again that stands there as it was given, where that is not how it may stand.
  private mutating func guardField(from start: Int) {
    guard bytes[start...].withUnsafeBufferPointer({ needsQuotes($0) || startsFormula($0) }) else {
      return
    }
    let field = Array(bytes[start...])
    bytes.removeLast(field.count)
    field.withUnsafeBufferPointer { append($0) }
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    let isQuoted = needsQuotes(text)
    if isQuoted { bytes.append(0x22) }
    if startsFormula(text) { bytes.append(0x27) }
    guard isQuoted else { return bytes.append(contentsOf: text) }
    for byte in text {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}

private func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  for byte in text where byte <= 0x2C {
    if byte == 0x2C || byte == 0x22 || byte == 0x0D || byte == 0x0A { return true }
  }
  return false
}

private func startsFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  switch text.first {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
    0x09, 0x0D, 0x0A:
    return true
  case 0xEF:
    // U+FF1D, U+FF0B, U+FF0D and U+FF20.
    return text.count > 2 && text[1] == 0xBC && [0x9D, 0x8B, 0x8D, 0xA0].contains(text[2])
  default: return false
  }
}
