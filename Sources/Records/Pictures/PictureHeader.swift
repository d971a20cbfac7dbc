import Markdown

/// Reads the width and height that a picture's file says; nil where it does not, or says nothing that
/// can be.
enum PictureHeader {
  static func size(_ bytes: [UInt8], _ kind: PictureKind) -> PictureSize? {
    let header = Bytes(bytes)
    let found: (width: Int, height: Int)? =
      switch kind {
      case .png: png(header)
      case .gif: pair(header.little16(6), header.little16(8))
      case .jpeg: jpeg(header)
      case .webp: webp(header)
      case .svg: DrawingSize.read(bytes)
      }
    guard let found, (1...100_000).contains(found.width), (1...100_000).contains(found.height)
    else { return nil }
    return PictureSize(width: found.width, height: found.height)
  }

  private static func png(_ bytes: Bytes) -> (width: Int, height: Int)? {
    guard bytes.says("IHDR", at: 12) else { return nil }
    return pair(bytes.big32(16), bytes.big32(20))
  }

  /// The segments are walked to the first that begins a frame.
  private static func jpeg(_ bytes: Bytes) -> (width: Int, height: Int)? {
    var index = 2
    while let mark = bytes.byte(index), mark == 0xFF, let kind = bytes.byte(index + 1) {
      switch kind {
      case 0xFF: index += 1
      case 0x01, 0xD0...0xD8: index += 2
      // Of a frame; the three between are tables.
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        return pair(bytes.big16(index + 7), bytes.big16(index + 5))
      case 0xD9, 0xDA: return nil
      default:
        guard let length = bytes.big16(index + 2), length >= 2 else { return nil }
        index += 2 + length
      }
    }
    return nil
  }

  private static func webp(_ bytes: Bytes) -> (width: Int, height: Int)? {
    if bytes.says("VP8 ", at: 12), bytes.byte(23) == 0x9D {
      return pair(bytes.little16(26).map { $0 & 0x3FFF }, bytes.little16(28).map { $0 & 0x3FFF })
    }
    if bytes.says("VP8L", at: 12), bytes.byte(20) == 0x2F, let low = bytes.little16(21),
      let high = bytes.little16(23)
    {
      let bits = low | high << 16
      return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    }
    if bytes.says("VP8X", at: 12), let width = bytes.little24(24), let height = bytes.little24(27) {
      return (width + 1, height + 1)
    }
    return nil
  }

  private static func pair(_ width: Int?, _ height: Int?) -> (width: Int, height: Int)? {
    guard let width, let height else { return nil }
    return (width, height)
  }
}

/// Numbers in a file; nil behind its end.
private struct Bytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func byte(_ index: Int) -> Int? {
    bytes.indices.contains(index) ? Int(bytes[index]) : nil
  }

  func says(_ text: StaticString, at index: Int) -> Bool {
    text.withUTF8Buffer { bytes.dropFirst(index).starts(with: $0) }
  }

  func little16(_ index: Int) -> Int? {
    guard let low = byte(index), let high = byte(index + 1) else { return nil }
    return high << 8 | low
  }

  func little24(_ index: Int) -> Int? {
    guard let low = little16(index), let high = byte(index + 2) else { return nil }
    return high << 16 | low
  }

  func big16(_ index: Int) -> Int? {
    guard let high = byte(index), let low = byte(index + 1) else { return nil }
    return high << 8 | low
  }

  func big32(_ index: Int) -> Int? {
    guard let high = big16(index), let low = big16(index + 2) else { return nil }
    return high << 16 | low
  }
}
