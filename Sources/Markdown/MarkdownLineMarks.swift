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
    var isPlain = true
    var hasDash = false
    var hasMark = false
    var before: UInt8 = 0
    var end = text.upperBound
    while end > text.lowerBound, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    for offset in text.lowerBound..<end {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "|"):
        hasMark = true
        if before != UInt8(ascii: "\\") { pipes += 1 }
      case UInt8(ascii: "["):
        isPlain = false
        openingBrackets += 1
      case UInt8(ascii: "]"):
        isPlain = false
        closingBrackets += 1
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: ":"): hasMark = true
      case 0x20, 0x09: break
      default: isPlain = false
      }
      before = byte
    }
    isDelimiterRow = isPlain && hasDash && hasMark
    guard pipes > 0 else { return }
    columns = pipes + 1
    if bytes[text.lowerBound] == UInt8(ascii: "|") { columns -= 1 }
    if end - text.lowerBound > 1, before == UInt8(ascii: "|"),
      bytes[end - 2] != UInt8(ascii: "\\")
    {
      columns -= 1
    }
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
