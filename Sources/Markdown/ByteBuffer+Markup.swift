import Interchange
import SourceText

extension ByteBuffer {
  /// A text in which nothing can be taken for markup, inside quotes too. Control characters have no
  /// spelling in HTML; the replacement character stands for them.
  mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
    // Texts are copied in the stretches between what needs another spelling.
    var (start, index) = (0, 0)
    while index < text.count {
      if let block = ByteBlock(text, at: index), block.isPlainText {
        index += 8
        continue
      }
      let end = min(index + 8, text.count)
      while index < end {
        if let spelling = markupSpelling(of: text[index]) {
          append(UnsafeBufferPointer(rebasing: text[start..<index]))
          append(spelling)
          start = index + 1
        }
        index += 1
      }
    }
    append(UnsafeBufferPointer(rebasing: text[start...]))
  }
}

extension ByteBlock {
  /// None of its bytes needs another spelling. White space but the blank is not counted as plain,
  /// since it stands among the control characters.
  fileprivate var isPlainText: Bool {
    Self.isNone(
      controls | places(of: UInt8(ascii: "\"")) | places(of: UInt8(ascii: "&"))
        | places(of: UInt8(ascii: "'")) | places(of: UInt8(ascii: "<"))
        | places(of: UInt8(ascii: ">")) | places(of: 0x7F))
  }
}

/// How a character is written in markup that cannot stand for itself there, inside quotes too; nil
/// where it can. Control characters have no spelling: the replacement character stands for them.
package func markupSpelling(of byte: UInt8) -> StaticString? {
  guard byte <= UInt8(ascii: ">") || byte == 0x7F else { return nil }
  switch byte {
  case UInt8(ascii: "<"): return "&lt;"
  case UInt8(ascii: ">"): return "&gt;"
  case UInt8(ascii: "&"): return "&amp;"
  case UInt8(ascii: "\""): return "&quot;"
  case UInt8(ascii: "'"): return "&#39;"
  case 0x09, 0x0A, 0x0D, 0x20...0x7E: return nil
  default: return "\u{FFFD}"
  }
}
