import SourceText

/// What a line has of the characters that tables and links are made of.
struct MarkdownLineMarks {
  /// Pipes, those behind a backslash left out.
  private(set) var pipes = 0
  private(set) var openingBrackets = 0
  private(set) var closingBrackets = 0
  /// Cells that the line has as a row of a table.
  private(set) var columns = 1
  /// Whether it can stand between the header and the rows of a table: `|---|:-:|`.
  private(set) var isDelimiterRow = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ text: Range<Int>) {
    var end = text.upperBound
    while end > text.lowerBound, isBlank(bytes[end - 1]) { end -= 1 }
    guard end > text.lowerBound else { return }
    let isPlain = count(in: bytes, text.lowerBound..<end)
    if isPlain, pipes > 0 || bytes[text.lowerBound..<end].contains(UInt8(ascii: ":")) {
      isDelimiterRow = bytes[text.lowerBound..<end].contains(UInt8(ascii: "-"))
    }
    guard pipes > 0 else { return }
    columns = pipes + 1
    if bytes[text.lowerBound] == UInt8(ascii: "|") { columns -= 1 }
    if end - text.lowerBound > 1, bytes[end - 1] == UInt8(ascii: "|"),
      bytes[end - 2] != UInt8(ascii: "\\")
    {
      columns -= 1
    }
  }

  /// Counts pipes and brackets. True where nothing but pipes, dashes, colons and blanks stands
  /// there, so that no pipe is behind a backslash.
  private mutating func count(in bytes: UnsafeBufferPointer<UInt8>, _ text: Range<Int>) -> Bool {
    var isPlain = true
    var offset = text.lowerBound
    while offset < text.upperBound {
      // Eight bytes at a time where none counts, which is nearly everywhere.
      if !isPlain {
        while offset + 8 <= text.upperBound, let block = ByteBlock(bytes, at: offset),
          block.holdsNoMark
        { offset += 8 }
      }
      let stop = min(offset + 8, text.upperBound)
      while offset < stop {
        switch bytes[offset] {
        case UInt8(ascii: "|"):
          if offset == text.lowerBound || bytes[offset - 1] != UInt8(ascii: "\\") { pipes += 1 }
        case UInt8(ascii: "["):
          isPlain = false
          openingBrackets += 1
        case UInt8(ascii: "]"):
          isPlain = false
          closingBrackets += 1
        case UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20, 0x09: break
        default: isPlain = false
        }
        offset += 1
      }
    }
    return isPlain
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

extension ByteBlock {
  /// None of its bytes is a pipe or a square bracket.
  fileprivate var holdsNoMark: Bool {
    Self.isNone(
      places(of: UInt8(ascii: "|")) | places(of: UInt8(ascii: "["))
        | places(of: UInt8(ascii: "]")))
  }
}

/// Whether a line begins a reference definition, `[label]: destination`.
enum MarkdownDefinition {
  case none
  /// It may begin one that goes on below.
  case possible
  /// It is one, without a title.
  case whole

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ text: Range<Int>) {
    self = .none
    guard let first = text.first, bytes[first] == UInt8(ascii: "[") else { return }
    var offset = first + 1
    while offset < text.upperBound, bytes[offset] != UInt8(ascii: "]") {
      offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    offset += 1
    guard offset < text.upperBound else {
      // A label may go on below the line, and a destination stand there.
      if offset > text.upperBound { self = .possible }
      return
    }
    guard bytes[offset] == UInt8(ascii: ":") else { return }
    self = .possible
    offset += 1
    while offset < text.upperBound, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    guard offset < text.upperBound, bytes[offset] != UInt8(ascii: "<") else { return }
    while offset < text.upperBound, bytes[offset] != 0x20, bytes[offset] != 0x09 { offset += 1 }
    while offset < text.upperBound, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    if offset == text.upperBound { self = .whole }
  }
}
