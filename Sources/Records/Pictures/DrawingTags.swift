/// The opening tags of a drawing in XML, read without mercy: what is not plain XML is a fault.
struct DrawingTags: Sequence, IteratorProtocol {
  struct Tag {
    /// With its prefix.
    let name: String
    let attributes: [(name: String, value: String)]
  }

  private let bytes: [UInt8]
  private var index = 0
  /// What is no plain XML, once it is met; nothing is read behind it.
  private(set) var fault: String?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Tag? {
    while fault == nil, let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start
      if starts(with: "<!--") {
        skip(past: "-->")
      } else if starts(with: "<![CDATA[") {
        skip(past: "]]>")
      } else if starts(with: "<!") {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
        // Entities could spell anything.
        if bytes[index..<end].contains(UInt8(ascii: "[")) { fault = "entities" }
        index = Swift.min(end + 1, bytes.endIndex)
      } else if starts(with: "<?") {
        if !starts(with: "<?xml ") { fault = "an instruction to programs" }
        skip(past: "?>")
      } else if starts(with: "</") {
        skip(past: ">")
      } else {
        return tag()
      }
    }
    return nil
  }

  private func starts(with text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[index...].starts(with: $0) }
  }

  private mutating func skip(past text: StaticString) {
    let end = text.withUTF8Buffer { text -> Int? in
      var from = index
      while let found = bytes[from...].firstIndex(of: text[0]) {
        if bytes[found...].starts(with: text) { return found + text.count }
        from = found + 1
      }
      return nil
    }
    if end == nil { fault = "an open mark" }
    index = end ?? bytes.endIndex
  }

  private mutating func tag() -> Tag? {
    index += 1
    let name = word()
    var attributes: [(String, String)] = []
    while true {
      skipBlanks()
      guard index < bytes.endIndex else { break }
      if bytes[index] == UInt8(ascii: ">") {
        index += 1
        return Tag(name: name, attributes: attributes)
      }
      if bytes[index] == UInt8(ascii: "/") {
        index += 1
        continue
      }
      let attribute = word()
      skipBlanks()
      guard !attribute.isEmpty, index < bytes.endIndex, bytes[index] == UInt8(ascii: "=") else {
        break
      }
      index += 1
      skipBlanks()
      guard index < bytes.endIndex, "\"'".utf8.contains(bytes[index]),
        let end = bytes[(index + 1)...].firstIndex(of: bytes[index])
      else { break }
      attributes.append((attribute, String(decoding: bytes[index + 1..<end], as: UTF8.self)))
      index = end + 1
    }
    fault = "a tag that is not plain"
    return nil
  }

  private mutating func word() -> String {
    let start = index
    while index < bytes.endIndex, bytes[index] > 0x20, !"=/>\"'<".utf8.contains(bytes[index]) {
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func skipBlanks() {
    while index < bytes.endIndex, bytes[index] <= 0x20 { index += 1 }
  }
}
