import SourceText

/// Writes comma-separated values (RFC 4180): lines end with CRLF, quotes stand only where needed.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe before it: one that starts
/// with `=`, `+`, `-`, `@`, their full-width forms, a tab, CR or LF. The replacement character stands
/// for control characters, which a terminal would obey.
package struct CSVWriter: ~Copyable {
  private var buffer = ByteBuffer()
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

  /// What was written.
  package var bytes: [UInt8] { buffer.bytes }

  /// Makes room for so many bytes.
  package mutating func reserve(_ count: Int) { buffer.reserve(count) }

  // MARK: Fields

  /// A text field; nil leaves it empty.
  package mutating func text(_ text: String?) {
    startField()
    guard let text else { return }
    text.withBytes { append($0) }
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
    if let number { buffer.append(decimal: number) }
  }

  /// The shortest decimal that reads back as the same number; empty where it is not finite.
  package mutating func number(_ number: Double?) {
    startField()
    if let number, number.isFinite { buffer.append(decimal: number) }
  }

  // MARK: Fields of many texts

  /// Begins one field of many texts.
  package mutating func beginTexts() {
    startField()
    textsStart = buffer.count
    texts = 0
  }

  /// The next text of the field, after a separator where it is not the first.
  package mutating func add(_ text: String, after separator: StaticString = " ") {
    if texts > 0 { separator.withUTF8Buffer { for byte in $0 { buffer.append(byte) } } }
    texts += 1
    buffer.append(text: text)
  }

  package mutating func endTexts() { guardField(from: textsStart) }

  // MARK: Rows

  package mutating func endRow() {
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
    let isPlain = buffer.withBytes(from: start) {
      !needsQuotes($0) && !startsFormula($0) && ControlCharacters.first(in: $0) == nil
    }
    if isPlain { return }
    let field = buffer.withBytes(from: start) { Array($0) }
    buffer.cut(to: start)
    field.withUnsafeBufferPointer { append($0) }
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    if let replaced = ControlCharacters.replacing(in: text) {
      return replaced.bytes.withUnsafeBufferPointer { append($0) }
    }
    let isQuoted = needsQuotes(text)
    if isQuoted { buffer.append(0x22) }
    if startsFormula(text) { buffer.append(0x27) }
    guard isQuoted else { return buffer.append(text) }
    for byte in text {
      if byte == 0x22 { buffer.append(0x22) }
      buffer.append(byte)
    }
    buffer.append(0x22)
  }
}

private func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  var index = 0
  while index < text.count {
    if let block = ByteBlock(text, at: index), block.isPlainField {
      index += 8
      continue
    }
    switch text[index] {
    case 0x2C, 0x22, 0x0D, 0x0A: return true
    default: index += 1
    }
  }
  return false
}

extension ByteBlock {
  /// None of its bytes asks for quotes.
  fileprivate var isPlainField: Bool {
    Self.isNone(controls | places(of: 0x22) | places(of: 0x2C))
  }
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
