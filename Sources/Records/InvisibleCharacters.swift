/// Characters that cannot be seen, or not be told from an ordinary space.
enum InvisibleCharacters {
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x80: false
    case 0xA0, 0xAD, 0x034F, 0x061C, 0x115F...0x1160, 0x1680, 0x17B4...0x17B5, 0x180B...0x180E,
      0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x2800, 0x3000, 0x3164, 0xFEFF, 0xFFA0:
      true
    default: false
    }
  }

  /// A text without what has no width in it, spaces of other kinds made ordinary ones, and the first
  /// such character; nil where it has none.
  static func removed(from text: String) -> (text: String, first: UInt32)? {
    guard text.utf8.contains(where: { $0 >= 0x80 }),
      let first = text.unicodeScalars.first(where: contains)
    else { return nil }
    var seen = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !contains(scalar) {
        seen.append(scalar)
      } else if scalar.properties.isWhitespace {
        seen.append(" ")
      }
    }
    return (String(seen), first.value)
  }

  /// The scalar that begins at an index of valid UTF-8, and how many bytes it takes.
  static func scalar(in bytes: ArraySlice<UInt8>) -> (scalar: Unicode.Scalar, length: Int)? {
    guard let first = bytes.first else { return nil }
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    let text = String(decoding: bytes.prefix(length), as: UTF8.self)
    return text.unicodeScalars.first.map { ($0, length) }
  }
}
