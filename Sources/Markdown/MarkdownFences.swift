/// Knows which lines are fenced code for certain: their length and marks cost cmark nothing.
///
/// Only a fence at the very start of a line is one in every case: it closes all lists and quotes
/// around it and interrupts a paragraph. An indented fence may be one, or inside a list, and an HTML
/// block takes a fence as its text; once such a line is met, no later one is taken for certain and
/// the limits hold for every line.
struct MarkdownFences {
  enum Line {
    /// Opens or closes fenced code.
    case edge
    case inside, outside
  }

  private var fence: (mark: UInt8, count: Int)?
  private var isUncertain = false
  /// An HTML block may be open, up to a blank line.
  private var html = false
  /// One may be open that goes on beyond blank lines, up to one of these.
  private var htmlEnd: [StaticString] = []

  mutating func take(
    _ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ prefix: borrowing MarkdownPrefix
  ) -> Line {
    if let open = fence {
      guard closes(open, bytes, line) else { return .inside }
      fence = nil
      return .edge
    }
    if prefix.isBlank {
      html = false
      return .outside
    }
    let content = prefix.content..<line.upperBound
    guard !content.isEmpty else { return .outside }
    if bytes[prefix.content] == UInt8(ascii: "<") { openHTML(bytes, content) }
    if let found = Self.fence(bytes, content) {
      if html || !htmlEnd.isEmpty || (prefix.content > line.lowerBound && isAtEdge(prefix)) {
        isUncertain = true
      } else if !isUncertain, prefix.content == line.lowerBound, found.opens {
        fence = (found.mark, found.count)
        return .edge
      }
    }
    if htmlEnd.contains(where: { Self.contains($0, bytes, content) }) { htmlEnd = [] }
    return .outside
  }

  private func isAtEdge(_ prefix: borrowing MarkdownPrefix) -> Bool {
    prefix.indent <= 3 && prefix.quotes == 0 && prefix.firstContent == nil
  }

  /// At most three spaces, no fewer marks than the opening fence, white space.
  private func closes(
    _ open: (mark: UInt8, count: Int), _ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>
  ) -> Bool {
    var offset = line.lowerBound
    while offset < line.upperBound, offset < line.lowerBound + 3, bytes[offset] == 0x20 {
      offset += 1
    }
    let marks = offset
    while offset < line.upperBound, bytes[offset] == open.mark { offset += 1 }
    guard offset - marks >= open.count else { return false }
    while offset < line.upperBound, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    return offset == line.upperBound
  }

  /// The fence that a text begins with. It opens nothing where the rest has a backtick too.
  private static func fence(
    _ bytes: UnsafeBufferPointer<UInt8>, _ text: Range<Int>
  ) -> (mark: UInt8, count: Int, opens: Bool)? {
    let mark = bytes[text.lowerBound]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    var offset = text.lowerBound
    while offset < text.upperBound, bytes[offset] == mark { offset += 1 }
    let count = offset - text.lowerBound
    guard count >= 3 else { return nil }
    let opens =
      mark == UInt8(ascii: "~") || !(offset..<text.upperBound).contains { bytes[$0] == mark }
    return (mark, count, opens)
  }

  private mutating func openHTML(_ bytes: UnsafeBufferPointer<UInt8>, _ text: Range<Int>) {
    html = true
    guard let end = Self.htmlEnd(bytes, text) else { return }
    // Two at once: which of them is open cannot be told.
    if !htmlEnd.isEmpty || end.isEmpty { isUncertain = true }
    htmlEnd = end
  }

  /// What ends the HTML block that begins here, nil where a blank line does. Empty for an element
  /// that not every version of cmark takes for such a one.
  private static func htmlEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, _ text: Range<Int>
  ) -> [StaticString]? {
    let begins = { (name: StaticString) in
      contains(name, bytes, text.prefix(name.utf8CodeUnitCount))
    }
    guard !begins("<!--") else { return ["-->"] }
    guard !begins("<![cdata[") else { return ["]]>"] }
    guard !begins("<!") else { return [">"] }
    guard !begins("<?") else { return ["?>"] }
    guard !begins("<textarea") else { return [] }
    guard begins("<script") || begins("<pre") || begins("<style") else { return nil }
    return ["</script>", "</pre>", "</style>"]
  }

  /// Without regard to the case of ASCII letters; `needle` is in lower case.
  private static func contains(
    _ needle: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ text: Range<Int>
  ) -> Bool {
    needle.withUTF8Buffer { needle in
      guard text.count >= needle.count else { return false }
      return (text.lowerBound...text.upperBound - needle.count).contains { start in
        needle.indices.allSatisfy { index in
          let byte = bytes[start + index]
          return (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) == needle[index]
        }
      }
    }
  }
}
