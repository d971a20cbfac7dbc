/// One tag of a page.
package struct MarkupTag: Sendable {
  package enum Form: Sendable { case opening, closing, void }

  package let form: Form
  /// In lower case.
  package let name: String
  /// In the order of the page; values with their character references resolved.
  package let attributes: [(name: String, value: String)]
  /// Bytes from the start of the page.
  package let offset: Int

  package subscript(_ attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }
}

/// Reads the tags of a page that the project made itself: attribute values are in double quotes,
/// and what a script or style holds is not looked into.
package struct MarkupScanner {
  private static let voids: Set<String> = [
    "area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr",
  ]

  private let bytes: [UInt8]
  private var index = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package static func tags(of bytes: [UInt8]) -> [MarkupTag] {
    var scanner = MarkupScanner(bytes)
    var tags: [MarkupTag] = []
    while let tag = scanner.next() { tags.append(tag) }
    return tags
  }

  private mutating func next() -> MarkupTag? {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else {
        index += 1
        continue
      }
      if bytes[index + 1] == UInt8(ascii: "!") {
        let isComment = bytes[index...].starts(with: "<!--".utf8)
        skip(past: isComment ? "-->" : ">")
        continue
      }
      return readTag()
    }
    return nil
  }

  private mutating func readTag() -> MarkupTag {
    let start = index
    index += 1
    let isClosing = index < bytes.count && bytes[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    let name = readName()
    var attributes: [(String, String)] = []
    var isSelfClosed = false
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if bytes[index] == UInt8(ascii: "/") {
        isSelfClosed = true
        index += 1
      } else if isSpace(bytes[index]) {
        index += 1
      } else {
        let before = index
        attributes.append(readAttribute())
        if index == before { index += 1 }
      }
    }
    index += 1
    let form: MarkupTag.Form =
      isClosing ? .closing : (isSelfClosed || Self.voids.contains(name) ? .void : .opening)
    return MarkupTag(form: form, name: name, attributes: attributes, offset: start)
  }

  private mutating func readAttribute() -> (String, String) {
    let name = readName()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return (name, "") }
    index += 1
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return (name, "") }
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") { index += 1 }
    let value = String(decoding: bytes[start..<min(index, bytes.count)], as: UTF8.self)
    index += 1
    return (name, Self.resolve(value))
  }

  private mutating func readName() -> String {
    let start = index
    while index < bytes.count, !isSpace(bytes[index]),
      !">/=\"".utf8.contains(bytes[index])
    {
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
  }

  private mutating func skip(past text: String) {
    while index < bytes.count, !bytes[index...].starts(with: text.utf8) { index += 1 }
    index += text.utf8.count
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func resolve(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text) {
      $0.split(separator: $1.0, omittingEmptySubsequences: false).joined(separator: $1.1)
    }
  }
}
