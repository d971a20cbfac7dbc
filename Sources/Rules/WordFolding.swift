/// Names compared as people mean them.
enum WordFolding {
  /// Letters and digits in lower case (of ASCII), everything between them as one space:
  /// `Runtime-Upgrade` and `runtime  upgrade` are one name.
  static func fold(_ name: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    var needsSpace = false
    for byte in name.utf8 {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x80...:
        if needsSpace, !bytes.isEmpty { bytes.append(0x20) }
        needsSpace = false
        bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      default:
        needsSpace = true
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The words of a folded text.
  static func words(of text: String) -> [Substring] {
    fold(text).split(separator: " ")
  }

  /// A word without the ending of its plural: `dependencies` and `dependency` become one.
  static func singular(_ word: Substring) -> Substring {
    if word.utf8.count > 4, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    if word.utf8.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") { return word.dropLast() }
    return word
  }
}
