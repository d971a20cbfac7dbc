import SourceText

/// Reads comma-separated values (RFC 4180): a row may go over several lines where a field is quoted.
struct CSVReader {
  struct Row {
    let fields: [String]
    let range: Range<Int>
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ file: SourceFile) { bytes = file.bytes }

  /// The next row that is not empty, or why it cannot be read: then the line is passed over; nil at the
  /// end.
  mutating func next() -> Result<Row, JSONFault>? {
    while index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 }
    guard index < bytes.count else { return nil }
    let start = index
    var fields: [String] = []
    while true {
      guard let field = field() else {
        index = start
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        return .failure(JSONFault(offset: start, reason: "a quoted field that is not closed"))
      }
      fields.append(field)
      guard index < bytes.count, bytes[index] == UInt8(ascii: ",") else { break }
      index += 1
    }
    return .success(Row(fields: fields, range: start..<index))
  }

  /// Nil for a quoted field that nothing closes, or behind whose quotes something stands.
  private mutating func field() -> String? {
    guard index < bytes.count, bytes[index] == 0x22 else {
      let start = index
      while index < bytes.count, ![0x2C, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }
    index += 1
    var text: [UInt8] = []
    while index < bytes.count {
      guard bytes[index] == 0x22 else {
        text.append(bytes[index])
        index += 1
        continue
      }
      index += 1
      if index < bytes.count, bytes[index] == 0x22 {
        text.append(0x22)
        index += 1
        continue
      }
      let isClosed = index == bytes.count || [0x2C, 0x0A, 0x0D].contains(bytes[index])
      return isClosed ? String(decoding: text, as: UTF8.self) : nil
    }
    return nil
  }
}
