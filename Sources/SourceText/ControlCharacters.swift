/// Characters that no text has a use for: C0 other than tab and line ends, DEL, and C1. A terminal
/// obeys them, so that they stand in no output.
package enum ControlCharacters {
  /// U+FFFD, which stands for each of them.
  package static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// The control character at an index of UTF-8, by its number, and how many bytes it takes; nil for
  /// any other character.
  package static func character(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (byte: UInt8, length: Int)? {
    let byte = bytes[index]
    switch byte {
    case 0x09, 0x0A, 0x0D, 0x20..<0x7F: return nil
    case 0..<0x20, 0x7F: return (byte, 1)
    case 0xC2 where index + 1 < bytes.count && (0x80..<0xA0).contains(bytes[index + 1]):
      return (bytes[index + 1], 2)
    default: return nil
    }
  }

  /// The first control character at or after an index, with its place; nil where there is none.
  package static func first(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0
  ) -> (byte: UInt8, range: Range<Int>)? {
    var index = start
    while index < bytes.count {
      if let block = ByteBlock(bytes, at: index), block.holdsNoControls {
        index += 8
      } else if let found = character(in: bytes, at: index) {
        return (found.byte, index..<index + found.length)
      } else {
        index += 1
      }
    }
    return nil
  }

  /// The bytes with the replacement character for every control character, and the first of these;
  /// nil where there is none.
  package static func replacing(
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> (bytes: [UInt8], first: UInt8)? {
    guard let found = first(in: bytes) else { return nil }
    var replaced = Array(bytes[..<found.range.lowerBound])
    var index = found.range.lowerBound
    while index < bytes.count {
      if let control = character(in: bytes, at: index) {
        replaced += replacement
        index += control.length
      } else {
        replaced.append(bytes[index])
        index += 1
      }
    }
    return (replaced, found.byte)
  }
}

extension ByteBlock {
  /// None of its bytes is a control character or begins one.
  fileprivate var holdsNoControls: Bool {
    Self.isNone(controls | places(of: 0x7F) | places(of: 0xC2))
  }
}
