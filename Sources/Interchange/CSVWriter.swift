/// Writes comma-separated values (RFC 4180): lines end with CRLF, quotes stand only where needed.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe before it: one that starts
/// with `=`, `+`, `-`, `@`, their full-width forms, a tab, CR or LF.
package struct CSVWriter {
  package private(set) var bytes: [UInt8] = []
  private var rowStart = 0
  private var fields = 0

  /// - Parameter header: the names of the columns; no first row where it is empty.
  package init(header: [String] = []) {
    guard !header.isEmpty else { return }
    for name in header { text(name) }
    endRow()
  }

  /// A text field; nil leaves it empty.
  package mutating func text(_ text: String?) {
    startField()
    guard var text, !text.isEmpty else { return }
    text.withUTF8 { append($0) }
  }

  /// One field of many texts, with blanks between them.
  package mutating func texts(_ texts: [String]) {
    startField()
    var joined: [UInt8] = []
    joined.reserveCapacity(texts.reduce(0) { $0 + $1.utf8.count + 1 })
    for (index, text) in texts.enumerated() {
      if index > 0 { joined.append(0x20) }
      var text = text
      text.withUTF8 { joined.append(contentsOf: $0) }
    }
    joined.withUnsafeBufferPointer { append($0) }
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    let needsQuotes = text.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0D || $0 == 0x0A }
    if needsQuotes { bytes.append(0x22) }
    if startsFormula(text) { bytes.append(0x27) }
    guard needsQuotes else { return bytes.append(contentsOf: text) }
    for byte in text {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// A number as it is, also where it is negative; nil leaves the field empty.
  package mutating func number(_ number: Int?) {
    startField()
    if let number { bytes += number.description.utf8 }
  }

  package mutating func number(_ number: Int64?) {
    startField()
    if let number { bytes += number.description.utf8 }
  }

  /// The shortest decimal that reads back as the same number; empty where it is not finite.
  package mutating func number(_ number: Double?) {
    startField()
    if let number, number.isFinite { bytes += shortestDecimal(number).utf8 }
  }

  package mutating func endRow() {
    // One empty field would be an empty line, which readers pass over.
    if fields == 1, bytes.count == rowStart { bytes += [0x22, 0x22] }
    bytes += [0x0D, 0x0A]
    rowStart = bytes.count
    fields = 0
  }

  private mutating func startField() {
    if fields > 0 { bytes.append(0x2C) }
    fields += 1
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
