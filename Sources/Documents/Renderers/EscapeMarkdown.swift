import Findings
import SourceText

/// A text as itself in Markdown: one line, nothing of it markup. A handle is set as code, so that no
/// host takes it for a call to that person.
package func escapeMarkdown(_ text: String) -> String {
  var result: [UInt8] = []
  result.append(markdown: text)
  return String(decoding: result, as: UTF8.self)
}

extension [UInt8] {
  /// A text as itself in Markdown, as `escapeMarkdown` says.
  mutating func append(markdown text: String) {
    VisibleText.line(text).withBytes { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "@"):
          let start = index
          while index < bytes.count, isHandleByte(bytes[index]) { index += 1 }
          if index == start {
            append(byte)
          } else {
            append(contentsOf: [UInt8(ascii: "`"), byte])
            append(contentsOf: bytes[start..<index])
            append(UInt8(ascii: "`"))
          }
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
          UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
          UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "&"), UInt8(ascii: "$"),
          UInt8(ascii: "#"):
          append(UInt8(ascii: "\\"))
          append(byte)
        default: append(byte)
        }
      }
    }
  }

  /// An address in angle brackets, with what would end them encoded.
  mutating func append(markdownDestination address: String) {
    append(UInt8(ascii: "<"))
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "<"): append(contentsOf: "%3C".utf8)
      case UInt8(ascii: ">"): append(contentsOf: "%3E".utf8)
      case UInt8(ascii: "\\"): append(contentsOf: "%5C".utf8)
      case UInt8(ascii: "|"): append(contentsOf: "%7C".utf8)
      case 0...0x20, 0x7F: append(contentsOf: "%20".utf8)
      default: append(byte)
      }
    }
    append(UInt8(ascii: ">"))
  }

  /// Keeps a line that was written from a place on from being another kind of block than a paragraph.
  ///
  /// - Parameter start: At most the count.
  mutating func escapeOpening(from start: Int) {
    guard start < count else { return }
    switch self[start] {
    case UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="),
      UInt8(ascii: ">"):
      insert(UInt8(ascii: "\\"), at: start)
    case 0x30...0x39:
      // A number with a full stop or a bracket begins a list.
      let after = self[start...].firstIndex { !(0x30...0x39).contains($0) }
      guard let after, self[after] == UInt8(ascii: ".") || self[after] == UInt8(ascii: ")") else {
        return
      }
      insert(UInt8(ascii: "\\"), at: after)
    default: break
    }
  }
}

private func isHandleByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "/"):
    true
  default: false
  }
}
