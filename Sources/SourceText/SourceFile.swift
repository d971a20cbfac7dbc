/// One file of the content folder, as it was read.
///
/// A class, so that the many values that remember their place share one copy of the bytes.
package final class SourceFile: Sendable {
  /// Relative to the root, with `/` between its parts.
  package let path: String
  /// The content without a byte order mark. Always valid UTF-8.
  package let bytes: [UInt8]
  /// Offset of the first byte of every line. A line ends with LF, CRLF or CR.
  package let lineStarts: [Int32]

  /// - Precondition: `bytes` is valid UTF-8 of less than 2 GB.
  package convenience init(path: String, bytes: [UInt8]) {
    self.init(
      path: path, bytes: bytes,
      lineStarts: bytes.withUnsafeBufferPointer { TextScan($0).lineStarts })
  }

  /// - Precondition: `lineStarts` are those of `bytes`.
  init(path: String, bytes: [UInt8], lineStarts: [Int32]) {
    precondition(bytes.count < Int(Int32.max), "offsets fit 32 bits")
    self.path = path
    self.bytes = bytes
    self.lineStarts = lineStarts
  }

  /// For tests and generated text.
  package convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// Everything from the first byte to the last.
  package var wholeRange: SourceRange { SourceRange(0, bytes.count) }

  /// The text of a range, exactly as written.
  package func text(_ range: SourceRange) -> String {
    String(decoding: bytes[range.indices], as: UTF8.self)
  }

  /// The line (from 1) that holds a byte offset.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  package func position(at offset: Int) -> Position {
    let line = line(at: offset)
    let start = Int(lineStarts[line - 1])
    var column = 1
    for byte in bytes[start..<min(max(offset, start), bytes.count)] where byte & 0xC0 != 0x80 {
      column += 1
    }
    return Position(line: line, column: column)
  }

  /// The bytes of a line (from 1) without its ending.
  package func range(ofLine line: Int) -> SourceRange {
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return SourceRange(start, end)
  }

  /// The offset of a column counted in bytes from 1, held inside its line.
  package func offset(line: Int, byteColumn: Int) -> Int? {
    guard line >= 1, line <= lineStarts.count, byteColumn >= 1 else { return nil }
    let range = range(ofLine: line).indices
    return min(range.lowerBound + byteColumn - 1, range.upperBound)
  }

  /// The offset of a column counted in Unicode scalars from 1, held inside its line.
  package func offset(line: Int, scalarColumn: Int) -> Int? {
    guard line >= 1, line <= lineStarts.count, scalarColumn >= 1 else { return nil }
    let range = range(ofLine: line).indices
    var offset = range.lowerBound
    var remaining = scalarColumn - 1
    while remaining > 0, offset < range.upperBound {
      offset += 1
      while offset < range.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      remaining -= 1
    }
    return offset
  }
}
