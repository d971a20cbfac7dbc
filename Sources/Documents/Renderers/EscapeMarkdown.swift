import Findings

/// A text as itself in Markdown: one line, nothing of it markup. A handle is set as code, so that no
/// host takes it for a call to that person.
package func escapeMarkdown(_ text: String) -> String {
  var result = ""
  var rest = VisibleText.line(text).unicodeScalars[...]
  while let scalar = rest.popFirst() {
    switch scalar {
    case "@":
      let name = rest.prefix(while: isHandleScalar)
      if name.isEmpty {
        result.unicodeScalars.append(scalar)
      } else {
        result += "`@\(String(String.UnicodeScalarView(name)))`"
        rest = rest.dropFirst(name.count)
      }
    case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "$", "#":
      result.unicodeScalars.append("\\")
      result.unicodeScalars.append(scalar)
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private func isHandleScalar(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "a"..."z", "A"..."Z", "0"..."9", "-", "/": true
  default: false
  }
}

/// What begins a block must not make it another kind of block.
func openingMarkdown(_ text: String) -> String {
  guard let first = text.utf8.first else { return text }
  let isOpening =
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="),
      UInt8(ascii: ">"):
      true
    default: false
    }
  if isOpening { return "\\" + text }
  let digits = text.utf8.prefix { (0x30...0x39).contains($0) }.count
  let after = text.utf8.dropFirst(digits).first
  guard digits > 0, after == UInt8(ascii: ".") || after == UInt8(ascii: ")") else { return text }
  return "\(text.prefix(digits))\\\(text.dropFirst(digits))"
}

/// In angle brackets, with what would end them encoded.
func markdownDestination(_ address: String) -> String {
  var bytes: [UInt8] = []
  for byte in address.utf8 {
    switch byte {
    case UInt8(ascii: "<"): bytes += "%3C".utf8
    case UInt8(ascii: ">"): bytes += "%3E".utf8
    case UInt8(ascii: "\\"): bytes += "%5C".utf8
    case UInt8(ascii: "|"): bytes += "%7C".utf8
    case 0...0x20, 0x7F: bytes += "%20".utf8
    default: bytes.append(byte)
    }
  }
  return "<" + String(decoding: bytes, as: UTF8.self) + ">"
}
