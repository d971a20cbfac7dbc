/// A ZIP archive (APPNOTE 6.3.10) of files that are stored and not compressed, all of one fixed time, so
/// that the same files give the same bytes.
struct StoredArchive {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// What a file of such an archive, and all of it, may have in bytes.
  private static let largest = Int(UInt32.max)

  /// - Parameter name: Plain ASCII, with `/` between its parts.
  mutating func add(_ name: String, _ content: [UInt8]) throws(WorkbookFault) {
    guard bytes.count + directory.count + content.count + 1024 <= Self.largest else {
      throw WorkbookFault(description: "the table is larger than 4 GB")
    }
    let checksum = CRC32.of(content)
    let offset = UInt32(bytes.count)
    // Version 2.0, names in UTF-8, stored, 1 January 1980 at midnight.
    let shared =
      le16(20) + le16(0x0800) + le16(0) + le16(0) + le16(0x21) + le32(checksum)
      + le32(UInt32(content.count)) + le32(UInt32(content.count)) + le16(UInt16(name.utf8.count))
      + le16(0)
    bytes += le32(0x0403_4B50) + shared + Array(name.utf8) + content
    directory +=
      le32(0x0201_4B50) + le16(20) + shared + le16(0) + le16(0) + le16(0) + le32(0) + le32(offset)
      + Array(name.utf8)
    count += 1
  }

  func finished() -> [UInt8] {
    let end =
      le32(0x0605_4B50) + le16(0) + le16(0) + le16(count) + le16(count)
      + le32(UInt32(directory.count)) + le32(UInt32(bytes.count)) + le16(0)
    return bytes + directory + end
  }

  private func le16(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

  private func le32(_ value: UInt32) -> [UInt8] {
    le16(UInt16(value & 0xFFFF)) + le16(UInt16(value >> 16))
  }
}

/// The checksum of ZIP (ISO 3309).
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }

  static func of(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes { value = table[Int((value ^ UInt32(byte)) & 0xFF)] ^ value >> 8 }
    return ~value
  }
}
