/// The text of another system's export, in whatever encoding it is.
package struct ExportText: Sendable {
  package enum Encoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case utf16 = "utf-16"
    case windows1252 = "windows-1252"
  }

  /// In UTF-8, without a byte order mark.
  package let bytes: [UInt8]
  package let encoding: Encoding

  /// A byte order mark says which encoding it is; without one valid UTF-8 is that, text with a zero in every
  /// other place is UTF-16, and all else is Windows-1252. Nil where the bytes are none of the one that is told.
  package init?(_ bytes: [UInt8], told: Encoding? = nil) {
    let found = told ?? Self.encoding(of: bytes)
    encoding = found
    switch found {
    case .utf8:
      let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
      guard Self.isUTF8(text) else { return nil }
      self.bytes = text
    case .utf16:
      guard let text = Self.fromUTF16(bytes) else { return nil }
      self.bytes = text
    case .windows1252:
      guard let text = Self.fromWindows(bytes) else { return nil }
      self.bytes = text
    }
  }

  private static func encoding(of bytes: [UInt8]) -> Encoding {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
    let start = bytes.prefix(1024)
    let zeros = start.count { $0 == 0 }
    if start.count >= 4, zeros * 3 > start.count { return .utf16 }
    return isUTF8(bytes) ? .utf8 : .windows1252
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) != nil }
  }

  private static func fromUTF16(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count % 2 == 0 else { return nil }
    let isBig =
      bytes.starts(with: [0xFE, 0xFF])
      || !bytes.starts(with: [0xFF, 0xFE]) && bytes.first == 0
    let isMarked = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = isMarked ? 2 : 0
    while index + 1 < bytes.count {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      let unit: UInt16 = isBig ? first << 8 | second : second << 8 | first
      units.append(unit)
      index += 2
    }
    return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
  }

  /// The letters of 0x80 to 0x9F; nil for the five that stand for none.
  private static let upper: [UInt16?] = [
    0x20AC, nil, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, nil, 0x017D, nil, nil, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, nil, 0x017E, 0x0178,
  ]

  private static func fromWindows(_ bytes: [UInt8]) -> [UInt8]? {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      guard byte >= 0x80 else {
        text.append(byte)
        continue
      }
      let unit = byte < 0xA0 ? upper[Int(byte) - 0x80] : UInt16(byte)
      guard let unit, let scalar = Unicode.Scalar(unit) else { return nil }
      text += Array(String(Character(scalar)).utf8)
    }
    return text
  }
}
