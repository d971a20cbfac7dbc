/// One pass over the bytes of a file: where its lines begin, and what is no plain text.
struct TextScan {
  /// See `SourceFile.lineStarts`.
  private(set) var lineStarts: [Int32] = [0]
  /// In the order of their offsets; at most `limit` are kept.
  private(set) var faults: [Fault] = []
  /// Some bytes are not UTF-8.
  private(set) var isBroken = false
  /// There are control characters that no text has.
  private(set) var hasControls = false

  /// Enough to see what is wrong with a file that is wrong everywhere.
  static let limit = 20

  struct Fault {
    let kind: ReadingProblem.Kind
    let range: Range<Int>
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    lineStarts.reserveCapacity(bytes.count / 32 + 1)
    scan(bytes)
  }

  /// Eight bytes at a time, from one that is no printable ASCII to the next.
  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    let count = bytes.count
    var index = 0
    while index < count {
      while index + 8 <= count {
        let printable = Self.printableASCII(
          UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
        index += printable
        if printable < 8 { break }
      }
      guard index < count else { return }
      let byte = bytes[index]
      if byte >= 0x20, byte < 0x7F {
        index += 1
      } else if byte == 0x0A {
        index += 1
        lineStarts.append(Int32(truncatingIfNeeded: index))
      } else {
        index += scanUncommon(bytes, at: index)
      }
    }
  }

  /// How many of eight bytes, the first one lowest, lie in 0x20 to 0x7E before one that does not.
  private static func printableASCII(_ word: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs = ones << 7
    // A byte below 0x20 borrows into its high bit; 0x7F carries into it when 1 is added. Both reach
    // the bytes above as well, but never those below the first.
    let others = (word | (word &- ones &* 0x20) | (word &+ ones)) & highs
    return others.trailingZeroBitCount / 8
  }

  /// How many bytes the character at `index` takes.
  private mutating func scanUncommon(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    switch byte {
    case 0x09:
      return 1
    case 0x0D:
      let length = index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
      lineStarts.append(Int32(truncatingIfNeeded: index + length))
      return length
    case 0..<0x80:
      hasControls = true
      add(.controlCharacter(byte), index..<index + 1)
      return 1
    default:
      let sequence = UTF8Sequence(bytes, at: index)
      guard sequence.isValid else {
        isBroken = true
        add(.notUTF8(byte: byte), index..<index + sequence.length)
        return sequence.length
      }
      // The second set of control characters, U+0080 to U+009F.
      if byte == 0xC2, bytes[index + 1] < 0xA0 {
        hasControls = true
        add(.controlCharacter(bytes[index + 1]), index..<index + 2)
      }
      // U+202A to U+202E and U+2066 to U+2069, which override the order of what is read.
      if byte == 0xE2, bytes[index + 1] & 0xFE == 0x80 {
        let scalar = 0x2000 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
        if (0x202A...0x202E).contains(scalar) || (0x2066...0x2069).contains(scalar) {
          add(.bidirectionalOverride(scalar: scalar), index..<index + 3)
        }
      }
      return sequence.length
    }
  }

  private mutating func add(_ kind: ReadingProblem.Kind, _ range: Range<Int>) {
    if faults.count < Self.limit { faults.append(Fault(kind: kind, range: range)) }
  }
}

/// A sequence of bytes that begins with one above 0x7F.
struct UTF8Sequence {
  let isValid: Bool
  /// Of an invalid one: the bytes that one replacement character stands for.
  let length: Int

  /// By table 3-7 of the Unicode standard, "Well-Formed UTF-8 Byte Sequences".
  init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    let needed: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[index] {
    case 0xC2...0xDF: needed = 2
    case 0xE0: (needed, second) = (3, 0xA0...0xBF)
    case 0xED: (needed, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: needed = 3
    case 0xF0: (needed, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: needed = 4
    case 0xF4: (needed, second) = (4, 0x80...0x8F)
    default: needed = 1
    }
    var length = 1
    while length < needed, index + length < bytes.count,
      (length == 1 ? second : 0x80...0xBF).contains(bytes[index + length])
    { length += 1 }
    isValid = needed > 1 && length == needed
    self.length = length
  }
}
