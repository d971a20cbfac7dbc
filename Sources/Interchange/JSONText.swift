import SourceText

extension ByteBuffer {
  /// A JSON string with its quotes.
  ///
  /// Besides what RFC 8259 demands, U+2028 and U+2029 are escaped, which end a line in older
  /// JavaScript, and `</` and `<!`, which mean something inside a script element.
  mutating func append(json text: String) {
    text.withBytes { append(json: $0) }
  }

  /// The same of the bytes of a text.
  mutating func append(json text: UnsafeBufferPointer<UInt8>) {
    append(0x22)
    var start = 0
    var index = 0
    while index < text.count {
      if let block = ByteBlock(text, at: index), block.isPlainJSON {
        index += 8
      } else if mayNeedEscape(text[index]), let (escape, length) = jsonEscape(text, at: index) {
        append(UnsafeBufferPointer(rebasing: text[start..<index]))
        append(text: escape)
        index += length
        start = index
      } else {
        index += 1
      }
    }
    append(UnsafeBufferPointer(rebasing: text[start...]))
    append(0x22)
  }
}

/// Whether `jsonEscape` has to look at a byte.
private func mayNeedEscape(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == 0x22 || byte == 0x3C || byte == 0x5C || byte == 0xE2
}

extension ByteBlock {
  /// `jsonEscape` has to look at none of its bytes.
  fileprivate var isPlainJSON: Bool {
    Self.isNone(
      controls | places(of: 0x22) | places(of: 0x5C) | places(of: 0x3C) | places(of: 0xE2))
  }
}

/// What is written instead of the bytes at `index`, and how many bytes it stands for; nil for a
/// byte that stays.
private func jsonEscape(
  _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
) -> (escape: String, length: Int)? {
  let byte = bytes[index]
  switch byte {
  case 0x22: return ("\\\"", 1)
  case 0x5C: return ("\\\\", 1)
  case 0x0A: return ("\\n", 1)
  case 0x0D: return ("\\r", 1)
  case 0x09: return ("\\t", 1)
  case 0x00..<0x20:
    let digits = Array("0123456789abcdef".unicodeScalars)
    return ("\\u00\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])", 1)
  case 0x3C where index + 1 < bytes.count && bytes[index + 1] == 0x2F: return ("<\\/", 2)
  case 0x3C where index + 1 < bytes.count && bytes[index + 1] == 0x21: return ("\\u003c!", 2)
  case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
    if bytes[index + 2] == 0xA8 { return ("\\u2028", 3) }
    if bytes[index + 2] == 0xA9 { return ("\\u2029", 3) }
    return nil
  default: return nil
  }
}
