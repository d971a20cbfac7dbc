import PolicyReading
import SourceText

/// A text as a reader of the page sees it, each byte with where it stands in the source.
///
/// Comments, tags, emphasis, back quotes and the addresses of links are gone, and so are characters
/// without a form; white space is blanks and line feeds. What is struck out is kept and marked.
/// Square brackets that are no link and underscores stay: they may be part of what is written.
struct ReadableText {
  private(set) var bytes: [UInt8] = []
  /// Where each byte, or the character that it is part of, begins in the source.
  private(set) var offsets: [Int] = []
  /// How many bytes of the source stand for each.
  private var lengths: [Int] = []
  private(set) var struck: [Bool] = []
  /// A star of it stands for a part of a name, as in `rpc-*`, and marks no emphasis.
  private(set) var holdsGlob = false

  init(_ text: String) { self = text.withBytes { ReadableText($0) } }

  init(_ source: UnsafeBufferPointer<UInt8>) {
    bytes.reserveCapacity(source.count)
    offsets.reserveCapacity(source.count)
    lengths.reserveCapacity(source.count)
    struck.reserveCapacity(source.count)
    var reading = Reading(source)
    while let step = reading.next() {
      for byte in step.bytes {
        bytes.append(byte)
        offsets.append(step.offset)
        lengths.append(step.length)
        struck.append(step.isStruck)
      }
    }
    holdsGlob = !Self.areEmphasis(reading.stars, source)
  }

  /// Whether stars come in pairs of runs around words.
  private static func areEmphasis(_ stars: [Int], _ source: UnsafeBufferPointer<UInt8>) -> Bool {
    func isOfName(_ index: Int) -> Bool {
      guard source.indices.contains(index) else { return false }
      switch source[index] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "/"):
        return true
      default: return false
      }
    }
    var open = 0
    var index = 0
    while index < stars.count {
      let first = stars[index]
      var length = 1
      while index + length < stars.count, stars[index + length] == first + length { length += 1 }
      let (isBehind, isBefore) = (isOfName(first - 1), isOfName(first + length))
      if open == 0 {
        // A sign of a name after it, and the name goes on.
        guard !isBehind, isBefore, !"-./".utf8.contains(source[first + length]) else {
          return false
        }
        open = length
      } else {
        guard open == length, isBehind, !isBefore, !"-/".utf8.contains(source[first - 1]) else {
          return false
        }
        open = 0
      }
      index += length
    }
    return open == 0
  }

  /// Whether nothing in the source has to be taken away, as in most texts.
  static func isPlain(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
    !source.contains { byte in
      switch byte {
      case 0x80..., 0x09, 0x0D, UInt8(ascii: "<"), UInt8(ascii: "*"), UInt8(ascii: "`"),
        UInt8(ascii: "~"), UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "&"):
        true
      default: false
      }
    }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Without the blanks and line feeds at both ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
    while upper > lower, bytes[upper - 1] <= 0x20 { upper -= 1 }
    return lower..<upper
  }

  /// Where a range of it stands in the source.
  func source(_ range: Range<Int>) -> Range<Int> {
    guard let last = range.last else {
      let offset = range.lowerBound < offsets.count ? offsets[range.lowerBound] : 0
      return offset..<offset
    }
    return offsets[range.lowerBound]..<offsets[last] + lengths[last]
  }

  /// Whether something of a range is struck out.
  func isStruck(_ range: Range<Int>) -> Bool { range.contains { struck[$0] } }
}
