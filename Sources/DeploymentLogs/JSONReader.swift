import SourceText

/// Reads values of JSON (RFC 8259) that stand one after the other. Stricter than most: a name stands
/// once in an object, and what is too deep, too long or no Unicode is refused.
struct JSONReader {
  /// Lists and objects inside one another.
  static let deepest = 32
  /// Bytes of one text.
  static let longestText = 16 << 10

  private let bytes: ArraySlice<UInt8>
  private var index: Int

  /// - Parameter range: Of the bytes of a file, whose offsets are kept.
  init(_ file: SourceFile, _ range: Range<Int>) {
    bytes = file.bytes[range]
    index = range.lowerBound
  }

  /// Whether nothing but blanks is left.
  mutating func isAtEnd() -> Bool {
    skipBlanks()
    return index >= bytes.endIndex
  }

  mutating func next() throws(JSONFault) -> JSONNode { try node(0) }

  private mutating func node(_ depth: Int) throws(JSONFault) -> JSONNode {
    guard depth < Self.deepest else { throw fault("more than \(Self.deepest) values deep") }
    skipBlanks()
    let start = index
    let value = try value(depth)
    return JSONNode(value: value, range: start..<index)
  }

  private mutating func value(_ depth: Int) throws(JSONFault) -> JSONNode.Value {
    switch peek {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try list(depth)
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .truth(true))
    case UInt8(ascii: "f"): return try word("false", .truth(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case nil: throw fault("it ends where a value is expected")
    case let byte? where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte):
      return .number(try number())
    default: throw fault("a value is expected")
    }
  }

  private mutating func object(_ depth: Int) throws(JSONFault) -> JSONNode.Value {
    index += 1
    var members: [(name: String, value: JSONNode)] = []
    var names: Set<String> = []
    skipBlanks()
    if take("}") { return .object([]) }
    while true {
      skipBlanks()
      guard peek == UInt8(ascii: "\"") else { throw fault("a name in quotes is expected") }
      let start = index
      let name = try text()
      guard names.insert(name).inserted else {
        throw JSONFault(offset: start, reason: "a name stands twice in one object")
      }
      skipBlanks()
      guard take(":") else { throw fault("a colon is expected") }
      members.append((name, try node(depth + 1)))
      skipBlanks()
      if take(",") { continue }
      guard take("}") else { throw fault("a comma or `}` is expected") }
      return .object(members)
    }
  }

  private mutating func list(_ depth: Int) throws(JSONFault) -> JSONNode.Value {
    index += 1
    var elements: [JSONNode] = []
    skipBlanks()
    if take("]") { return .list([]) }
    while true {
      elements.append(try node(depth + 1))
      skipBlanks()
      if take(",") { continue }
      guard take("]") else { throw fault("a comma or `]` is expected") }
      return .list(elements)
    }
  }

  private mutating func text() throws(JSONFault) -> String {
    let start = index
    index += 1
    var text: [UInt8] = []
    while let byte = peek {
      guard index - start <= Self.longestText else {
        throw JSONFault(offset: start, reason: "a text of more than \(Self.longestText) bytes")
      }
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw JSONFault(offset: index - 1, reason: "a text that is not closed")
      default: text.append(byte)
      }
    }
    throw JSONFault(offset: start, reason: "a text that is not closed")
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
    guard let byte = peek else { throw fault("a text that is not closed") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if (0xD800..<0xDC00).contains(code), take("\\"), take("u") {
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low) else { throw fault("half a character") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw fault("half a character") }
      text += Array(String(Character(scalar)).utf8)
    default: throw fault("an escape that JSON does not have")
    }
  }

  private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault("four hexadecimal digits are expected")
      }
      code = code << 4 | UInt32(digit)
      index += 1
    }
    return code
  }

  private mutating func number() throws(JSONFault) -> String {
    let start = index
    while let byte = peek,
      (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
    {
      index += 1
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard text.utf8.count <= 64, Double(text) != nil else {
      throw JSONFault(offset: start, reason: "a number that cannot be read")
    }
    return text
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONNode.Value
  ) throws(JSONFault) -> JSONNode.Value {
    let end = index + word.utf8CodeUnitCount
    let isThere =
      end <= bytes.endIndex
      && word.withUTF8Buffer { bytes[index..<end].elementsEqual($0) }
    guard isThere else { throw fault("a value is expected") }
    index = end
    return value
  }

  private var peek: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }

  private func fault(_ reason: String) -> JSONFault { JSONFault(offset: index, reason: reason) }
}
