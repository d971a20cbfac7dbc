import SourceText

/// One line of a record's Markdown, parted into its marker, its label and its value.
///
/// Works on bytes: every line of every record is compared with the template.
struct TemplateLine {
  private(set) var isHeading = false
  private(set) var isTask = false
  /// Without marker, box and emphasis; white space inside is single spaces.
  let content: [UInt8]
  /// Index in `content` of the colon after the label; nil where the line has no label.
  let colon: Int?

  init(_ line: UnsafeBufferPointer<UInt8>) {
    var rest = line[...]
    Self.trim(&rest)
    while Self.drop(">", from: &rest) { Self.trim(&rest) }
    let hashes = rest.prefix { $0 == UInt8(ascii: "#") }.count
    if (1...6).contains(hashes), rest.dropFirst(hashes).first == 0x20 {
      isHeading = true
      rest = rest.dropFirst(hashes)
    } else {
      Self.dropListMarker(&rest)
    }
    Self.trim(&rest)
    for box in ["[ ] ", "[x] ", "[X] "] as [StaticString] where Self.drop(box, from: &rest) {
      isTask = true
      break
    }
    let content = Self.withoutEmphasis(UnsafeBufferPointer(rebasing: rest))
    self.content = content
    colon = content.firstIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "[") }
      .flatMap { content[$0] == UInt8(ascii: ":") ? $0 : nil }
  }

  init(_ line: String) {
    self = line.withBytes { TemplateLine($0) }
  }

  /// What follows the label; nil where there is no label, empty where nothing follows it.
  var value: ArraySlice<UInt8>? {
    guard let colon else { return nil }
    var value = content[(colon + 1)...]
    Self.trim(&value)
    return value
  }

  var text: String { String(decoding: content, as: UTF8.self) }

  /// `[ ] Standard  [ ] Normal`: boxes to tick, not text to replace.
  var holdsBoxes: Bool {
    content.indices.contains { index in
      content[index...].starts(with: [0x5B, 0x20, 0x5D])
        || content[index...].starts(with: [0x5B, 0x78, 0x5D])
    }
  }

  /// A thematic break.
  var isRule: Bool { content.allSatisfy { $0 == UInt8(ascii: "-") || $0 == 0x20 } }

  var isTableRow: Bool { content.first == UInt8(ascii: "|") }

  /// The square brackets with what stands in them, `[Title]`; not boxes and not links.
  var brackets: [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var start: Int?
    for index in content.indices {
      let byte = content[index]
      guard byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") else { continue }
      if byte == UInt8(ascii: "[") {
        start = index
      } else if let from = start {
        let next = index + 1 < content.count ? content[index + 1] : 0
        let isLink = next == UInt8(ascii: "(") || next == UInt8(ascii: "[")
        if index - from > 2, !isLink { found.append(content[from...index]) }
        start = nil
      }
    }
    return found
  }

  /// The lines that hold any text.
  static func all(in text: String) -> [TemplateLine] {
    text.withBytes { text in
      text.split { $0 == 0x0A || $0 == 0x0D }
        .map { TemplateLine(UnsafeBufferPointer(rebasing: $0)) }
        .filter { !$0.content.isEmpty }
    }
  }

  private static func trim<Bytes: BidirectionalCollection<UInt8>>(_ text: inout Bytes)
  where Bytes.SubSequence == Bytes {
    while let first = text.first, isBlank(first) { text.removeFirst() }
    while let last = text.last, isBlank(last) { text.removeLast() }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func drop(
    _ prefix: StaticString, from text: inout Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    let matches = prefix.withUTF8Buffer { text.starts(with: $0) }
    if matches { text = text.dropFirst(prefix.utf8CodeUnitCount) }
    return matches
  }

  /// `- `, `* `, `+ `, `1. ` or `1) `.
  private static func dropListMarker(_ text: inout Slice<UnsafeBufferPointer<UInt8>>) {
    for bullet in ["- ", "* ", "+ "] as [StaticString] where drop(bullet, from: &text) { return }
    let digits = text.prefix { (0x30...0x39).contains($0) }.count
    guard (1...9).contains(digits) else { return }
    let after = text.dropFirst(digits)
    guard after.first == UInt8(ascii: ".") || after.first == UInt8(ascii: ")"),
      after.dropFirst().first == 0x20
    else { return }
    text = after.dropFirst(2)
  }

  /// Asterisks, backquotes and pairs of underscores are gone; single underscores are letters of
  /// names such as `spec_version`.
  private static func withoutEmphasis(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: text.count) { result, count in
      var index = 0
      while index < text.count {
        let byte = text[index]
        index += 1
        if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "`") { continue }
        if byte == UInt8(ascii: "_"), index < text.count, text[index] == byte {
          index += 1
          continue
        }
        if isBlank(byte) {
          guard count > 0, result[count - 1] != 0x20 else { continue }
        }
        result[count] = isBlank(byte) ? 0x20 : byte
        count += 1
      }
      if count > 0, result[count - 1] == 0x20 { count -= 1 }
    }
  }
}
