import Markdown
import SourceText

extension MarkdownDocument {
  /// The lines of a node as they stand in the file, white space around each removed, empty ones
  /// left out. None where the node's place is unknown.
  func sourceLines(of index: Int) -> SourceLines {
    SourceLines(file: file, rest: nodes[index].range?.indices ?? 0..<0)
  }
}

/// Lines of a file, see `MarkdownDocument.sourceLines(of:)`.
struct SourceLines: Sequence, IteratorProtocol {
  let file: SourceFile
  fileprivate(set) var rest: Range<Int>

  mutating func next() -> SourceRange? {
    let bytes = file.bytes
    while !rest.isEmpty {
      var stop = rest.lowerBound
      while stop < rest.upperBound, bytes[stop] != 0x0A, bytes[stop] != 0x0D { stop += 1 }
      let line = file.trimmed(rest.lowerBound..<stop)
      rest = Swift.min(stop + 1, rest.upperBound)..<rest.upperBound
      if !line.isEmpty { return line }
    }
    return nil
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
  private let file: SourceFile
  private let beforeColon: Range<Int>
  /// After the colon, without emphasis around it; may be empty.
  let value: SourceRange

  /// Nil where the line has no colon within its first 60 bytes or where it is part of an address
  /// or a time.
  init?(_ line: SourceRange, in file: SourceFile) {
    let bytes = file.bytes
    let (lower, end) = (Int(line.lower), Int(line.upper))
    let limit = min(end, lower + 61)
    var colon = lower
    while colon < limit, bytes[colon] != UInt8(ascii: ":") { colon += 1 }
    guard colon < limit, colon > lower else { return nil }
    var start = colon + 1
    while start < end, isEmphasis(bytes[start]) { start += 1 }
    guard start == end || bytes[start] == 0x20 || bytes[start] == 0x09 else { return nil }
    self.file = file
    beforeColon = lower..<colon
    value = file.trimmed(start..<end)
  }

  /// Without emphasis.
  var label: String {
    let label = file.bytes[beforeColon].filter { !isEmphasis($0) }
    return String(decoding: label.drop { $0 == 0x20 || $0 == 0x2D }, as: UTF8.self)
  }
}

/// `*`, `_` and the back quote.
func isEmphasis(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "`")
}
