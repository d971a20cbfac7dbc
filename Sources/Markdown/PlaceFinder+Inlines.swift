import Glibc
extension PlaceFinder {
  /// Where a reported line and column stand in the file, if that is inside the leaf.
  private mutating func offset(line: Int, column: Int) -> Int? {
    guard let range = leaf.range else { return nil }
    let line = leaf.line + line - leaf.reportedLine
    let start = line == leaf.line ? leaf.start : contentStart(ofLine: line)
    guard let start else { return nil }
    let offset = start + column - leaf.reportedColumn
    return offset >= range.lowerBound && offset < range.upperBound ? offset : nil
  }

  /// The range of a text, which the file must say there; else of the same text right after the
  /// inline before it.
  mutating func text(_ place: ReportedPlace, literal: ArraySlice<UInt8>) -> Range<Int>? {
    if let start = offset(line: place.startLine, column: place.startColumn),
      let end = endOfText(literal, at: start)
    {
      cursor = end
      return start..<end
    }
    guard let start = cursor, let end = endOfText(literal, at: start) else { return nil }
    cursor = end
    return start..<end
  }

  /// The range of a code span's text, without its backticks.
  mutating func code(_ place: ReportedPlace, literal: ArraySlice<UInt8>) -> Range<Int>? {
    guard let upper = leaf.range?.upperBound,
      let start = offset(line: place.startLine, column: place.startColumn),
      start + literal.count <= upper, bytes[start..<start + literal.count] == literal
    else {
      cursor = nil
      return nil
    }
    let end = start + literal.count
    var after = end
    while after < upper, bytes[after] == UInt8(ascii: "`") { after += 1 }
    cursor = after
    return start..<end
  }

  /// A break has no range of its own; the next text begins with the next line's content.
  mutating func lineBreak() -> Range<Int>? {
    guard let upper = leaf.range?.upperBound, var offset = cursor else { return nil }
    while offset < upper, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
    if offset < upper, bytes[offset] == 0x0D { offset += 1 }
    if offset < upper, bytes[offset] == 0x0A { offset += 1 }
    cursor = contentStart(from: offset, to: upper)
    return nil
  }

  /// The range of a link without markup, whose place cmark does not know.
  func bareLink(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard let start = cursor, let upper = leaf.range?.upperBound, !text.isEmpty,
      start + text.count <= upper, bytes[start..<start + text.count].elementsEqual(text)
    else { return nil }
    return start..<start + text.count
  }

  /// The range of an inline with marks at both ends, where the file has such marks there.
  mutating func inline(_ place: ReportedPlace) -> Range<Int>? {
    guard let start = offset(line: place.startLine, column: place.startColumn),
      let last = offset(line: place.endLine, column: place.endColumn), start < last,
      Self.opening.contains(bytes[start]), Self.closing.contains(bytes[last])
    else { return nil }
    cursor = start + 1
    while let next = cursor, next < last, bytes[next] == bytes[start] || bytes[next] == 0x5B {
      cursor = next + 1
    }
    return start..<last + 1
  }

  private static let opening = Array("*_~[!<".utf8)
  private static let closing = Array("*_~])>".utf8)

  /// Where a text ends that begins at an offset, nil where the file says something else there.
  /// Escapes and entities of the file count as the character that they stand for.
  @inline(__always)  // A call would copy all of `self`.
  private func endOfText(_ literal: ArraySlice<UInt8>, at start: Int) -> Int? {
    guard let upper = leaf.range?.upperBound, !literal.isEmpty else { return nil }
    if start + literal.count <= upper, Self.says(literal, at: start, in: bytes) {
      return start + literal.count
    }
    return endOfEscapedText(literal, at: start, before: upper)
  }

  private func endOfEscapedText(
    _ literal: ArraySlice<UInt8>, at start: Int, before upper: Int
  ) -> Int? {
    var offset = start
    var index = literal.startIndex
    while index < literal.endIndex {
      guard offset < upper else { return nil }
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\\"), offset + 1 < upper, bytes[offset + 1] == literal[index],
        isPunctuation(literal[index])
      {
        offset += 2
        index += 1
      } else if byte == UInt8(ascii: "&"), let end = endOfEntity(at: offset, before: upper),
        !literal[index...].starts(with: bytes[offset..<end])
      {
        offset = end
        index += 1
        while index < literal.endIndex, literal[index] & 0xC0 == 0x80 { index += 1 }
      } else if byte == literal[index] {
        offset += 1
        index += 1
      } else {
        return nil
      }
    }
    return offset
  }

  /// Whether the file has these very bytes there, none of them a backslash: nearly all texts.
  private static func says(
    _ literal: ArraySlice<UInt8>, at start: Int, in bytes: [UInt8]
  ) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      literal.withUnsafeBufferPointer { literal in
        guard let said = bytes.baseAddress, let text = literal.baseAddress else { return false }
        return memcmp(said + start, text, literal.count) == 0
          && memchr(text, Int32(UInt8(ascii: "\\")), literal.count) == nil
      }
    }
  }

  /// The offset after `&…;`, if the bytes there have that form.
  private func endOfEntity(at start: Int, before upper: Int) -> Int? {
    var offset = start + 1
    while offset < min(upper, start + 34) {
      switch bytes[offset] {
      case UInt8(ascii: ";"): return offset + 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "#"):
        offset += 1
      default: return nil
      }
    }
    return nil
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
