import SourceText

/// Reads the front matter that most records have: lines of `key: value` of which the values are plain
/// words, or a list of such in brackets. libyaml makes the same tree of them in five times the time.
///
/// Of a range that holds anything else there is none, and libyaml reads it: quotes, comments, empty
/// lines and values, lines that are indented, keys that are there twice, letters outside ASCII.
struct PlainMapping {
  private let file: SourceFile
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index: Int
  private let end: Int

  /// A mapping with more is libyaml's: each key is compared with all before it.
  private static let most = 32

  static func read(_ file: SourceFile, range: SourceRange) -> YAMLNode? {
    file.bytes.withUnsafeBufferPointer { bytes in
      var mapping = PlainMapping(
        file: file, bytes: bytes, index: Int(range.lower), end: Int(range.upper))
      return mapping.read()
    }
  }

  private mutating func read() -> YAMLNode? {
    let start = index
    var entries: [YAMLEntry] = []
    entries.reserveCapacity(8)
    while index < end {
      guard entries.count < Self.most, let entry = entry(),
        !entries.contains(where: { $0.key.text == entry.key.text })
      else { return nil }
      entries.append(entry)
    }
    guard let last = entries.last else { return nil }
    return .mapping(entries, place(start, Int(last.value.place.range.upper)))
  }

  /// A whole line.
  private mutating func entry() -> YAMLEntry? {
    guard let key = key(), take(":"), take(" ") else { return nil }
    skipBlanks()
    guard let value = take("[") ? list(from: index - 1) : words() else { return nil }
    skipBlanks()
    guard index == end || take("\n") else { return nil }
    return YAMLEntry(key: key, value: value)
  }

  private mutating func key() -> YAMLScalar? {
    let start = index
    guard index < end, Self.isLetter(bytes[index]) else { return nil }
    // libyaml knows no key of more than a thousand letters.
    while index < end, index - start < 128, Self.isOfName(bytes[index]) { index += 1 }
    return scalar(start, index)
  }

  /// Plain words to the end of the line.
  private mutating func words() -> YAMLNode? {
    let start = index
    guard index < end, Self.isLetterOrDigit(bytes[index]) else { return nil }
    var last = index
    while index < end, bytes[index] != 0x0A {
      let byte = bytes[index]
      guard (0x20...0x7E).contains(byte), byte != UInt8(ascii: "#") else { return nil }
      index += 1
      if byte == UInt8(ascii: ":") {
        guard index < end, bytes[index] > 0x20 else { return nil }
      }
      if byte != 0x20 { last = index }
    }
    return .scalar(scalar(start, last))
  }

  /// `a, b]`, whose bracket stands at `start`.
  private mutating func list(from start: Int) -> YAMLNode? {
    var items: [YAMLNode] = []
    skipBlanks()
    while items.isEmpty ? !take("]") : true {
      guard let item = item() else { return nil }
      items.append(item)
      if take("]") { break }
      guard take(",") else { return nil }
      skipBlanks()
    }
    return .sequence(items, place(start, index))
  }

  private mutating func item() -> YAMLNode? {
    let start = index
    guard index < end, Self.isLetterOrDigit(bytes[index]) else { return nil }
    var last = index
    while index < end, Self.isOfItem(bytes[index]) {
      index += 1
      if bytes[index - 1] != 0x20 { last = index }
    }
    return .scalar(scalar(start, last))
  }

  // MARK: Bytes

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard index < end, bytes[index] == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }

  private mutating func skipBlanks() {
    while index < end, bytes[index] == 0x20 { index += 1 }
  }

  private func place(_ start: Int, _ end: Int) -> Place { Place(file, SourceRange(start, end)) }

  private func scalar(_ start: Int, _ end: Int) -> YAMLScalar {
    YAMLScalar(
      text: String(decoding: bytes[start..<end], as: UTF8.self), isPlain: true,
      place: place(start, end))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private static func isOfItem(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "@"),
      UInt8(ascii: "("), UInt8(ascii: ")"):
      true
    default: isOfName(byte)
    }
  }
}
