import Markdown
import SourceText

extension MarkdownDocument {
  /// The lines of a node as they stand in the file, white space around each removed, empty ones
  /// left out. None where the node's place is unknown.
  func sourceLines(of index: Int) -> [SourceRange] {
    guard let range = nodes[index].range else { return [] }
    var lines: [SourceRange] = []
    var start = Int(range.lower)
    let end = Int(range.upper)
    while start < end {
      var stop = start
      while stop < end, file.bytes[stop] != 0x0A, file.bytes[stop] != 0x0D { stop += 1 }
      let line = file.trimmed(start..<stop)
      if !line.isEmpty { lines.append(line) }
      start = stop + 1
    }
    return lines
  }
}

extension SourceFile {
  /// A range without the spaces and tabs at its ends.
  func trimmed(_ range: Range<Int>) -> SourceRange {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, bytes[lower] == 0x20 || bytes[lower] == 0x09 { lower += 1 }
    while upper > lower, bytes[upper - 1] == 0x20 || bytes[upper - 1] == 0x09 { upper -= 1 }
    return SourceRange(lower, upper)
  }
}

/// A line of the form `**Systems affected:** rpc-gateway`, with or without emphasis and bullet.
struct LabelledLine {
  /// Without emphasis.
  let label: String
  /// After the colon, without emphasis around it; may be empty.
  let value: SourceRange

  /// Nil where the line has no colon within its first 60 bytes or where it is part of an address
  /// or a time.
  init?(_ line: SourceRange, in file: SourceFile) {
    let bytes = file.bytes
    let end = Int(line.upper)
    var colon = Int(line.lower)
    while colon < end, bytes[colon] != UInt8(ascii: ":") { colon += 1 }
    guard colon < end, colon > Int(line.lower), colon - Int(line.lower) <= 60 else { return nil }
    var start = colon + 1
    while start < end, isEmphasis(bytes[start]) { start += 1 }
    guard start == end || bytes[start] == 0x20 || bytes[start] == 0x09 else { return nil }
    let label = bytes[Int(line.lower)..<colon].filter { !isEmphasis($0) }
    self.label = String(decoding: label.drop { $0 == 0x20 || $0 == 0x2D }, as: UTF8.self)
    value = file.trimmed(start..<end)
  }
}

/// `*`, `_` and the back quote.
func isEmphasis(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "`")
}
