/// Brackets that a template leaves for its author: `[Describe rollback]`, `{{rollback}}`,
/// `<placeholder>`.
enum PlaceholderBrackets {
  /// What an ASCII text is that holds such brackets and nothing else but marks; nil for any other
  /// text, also for links, boxes, references and tags of HTML.
  static func read(_ text: UnsafeBufferPointer<UInt8>) -> NonAnswer? {
    var index = 0
    var found: NonAnswer?
    while index < text.count {
      let byte = text[index]
      guard let closing = closing(of: byte) else {
        if isASCIILetter(byte) || isDigit(byte) { return nil }
        index += 1
        continue
      }
      var depth = 0
      var end = index
      while end < text.count {
        if text[end] == byte { depth += 1 }
        if text[end] == closing { depth -= 1 }
        if depth == 0 { break }
        end += 1
      }
      guard end < text.count else { return nil }
      let inner = UnsafeBufferPointer(rebasing: text[index + 1..<end])
      guard let state = state(of: inner, in: byte) else { return nil }
      index = end + 1
      // A link, or the definition of one.
      if byte == UInt8(ascii: "["), index < text.count,
        [UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: ":")].contains(text[index])
      {
        return nil
      }
      found = state
    }
    return found
  }

  private static func closing(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "["): UInt8(ascii: "]")
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    case UInt8(ascii: "<"): UInt8(ascii: ">")
    default: nil
    }
  }

  /// What stands in a pair of brackets; nil where it is no placeholder.
  private static func state(
    of inner: UnsafeBufferPointer<UInt8>, in bracket: UInt8
  ) -> NonAnswer? {
    guard inner.contains(where: isASCIILetter) else { return nil }
    if bracket != UInt8(ascii: "["), NonAnswer(utf8: inner) != nil { return .unfinished }
    switch bracket {
    case UInt8(ascii: "["):
      // A ticked box, a footnote.
      if inner.count == 1 || inner.first == UInt8(ascii: "^") { return nil }
      return NonAnswer(utf8: inner) == .nothing ? .nothing : .unfinished
    case UInt8(ascii: "{"):
      let isDoubled = inner.first == UInt8(ascii: "{")
      return isDoubled || isWords(inner) ? .unfinished : nil
    default:
      let isDoubled = inner.first == UInt8(ascii: "<")
      return isDoubled || isWords(inner) && !HTMLTags.names.contains(firstWord(of: inner))
        ? .unfinished : nil
    }
  }

  /// Words as a person writes them: no code, no address, no attribute.
  private static func isWords(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, isASCIILetter(first) else { return false }
    return text.allSatisfy { byte in
      switch byte {
      case 0x20, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ","), UInt8(ascii: "."),
        UInt8(ascii: "'"), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "/"):
        true
      default: isASCIILetter(byte) || isDigit(byte)
      }
    }
  }

  private static func firstWord(of text: UnsafeBufferPointer<UInt8>) -> String {
    String(
      decoding: text.prefix { isASCIILetter($0) || isDigit($0) }.map { $0 | 0x20 }, as: UTF8.self)
  }
}

/// Elements of HTML that people write into Markdown.
private enum HTMLTags {
  static let names: Set<String> = [
    "a", "abbr", "b", "blockquote", "br", "center", "code", "dd", "del", "details", "div", "dl",
    "dt", "em", "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins",
    "kbd", "li", "mark", "ol", "p", "picture", "pre", "q", "s", "samp", "small", "source", "span",
    "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "tt", "u", "ul", "var", "video",
  ]
}
