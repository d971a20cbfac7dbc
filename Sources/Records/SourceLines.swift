import Glibc
import Markdown
import SourceText

extension MarkdownDocument {
  /// The lines of a node as they stand in the file, white space around each removed, empty ones
  /// left out. None where the node's place is unknown. Comments are no part of a line: one in its
  /// middle makes two lines of it.
  func sourceLines(of index: Int) -> SourceLines {
    var range = nodes[index].range ?? SourceRange(0, 0)
    // A block of nothing but comments.
    if nodes[index].kind == .htmlBlock, nodes[index].literal.isEmpty { range = SourceRange(0, 0) }
    return SourceLines(range, without: comments(in: range, of: index), of: file)
  }

  /// The comments of HTML in a node, in their order. What looks like one in code is none.
  private func comments(in range: SourceRange, of index: Int) -> [Range<Int>] {
    guard holdsOpeningMark(range) else { return [] }
    if case .codeBlock = nodes[index].kind { return [] }
    var comments: [Range<Int>] = []
    file.bytes.withUnsafeBufferPointer { bytes in
      // cmark ends a block of HTML before the line that closes its comment.
      let end = nodes[index].kind == .htmlBlock ? bytes.count : Int(range.upper)
      let text = UnsafeBufferPointer(rebasing: bytes[Int(range.lower)..<end])
      let codes = (index..<Int(nodes[index].end)).compactMap { node -> Range<Int>? in
        nodes[node].kind == .code ? nodes[node].range?.indices : nil
      }
      var start = 0
      while let comment = nextComment(in: text, from: start) {
        let found = comment.lowerBound + Int(range.lower)..<comment.upperBound + Int(range.lower)
        if let code = codes.first(where: { $0.contains(found.lowerBound) }) {
          start = code.upperBound - Int(range.lower)
        } else {
          comments.append(found)
          start = comment.upperBound
        }
      }
    }
    return comments
  }

  /// Whether a range holds `<`: hardly any does.
  private func holdsOpeningMark(_ range: SourceRange) -> Bool {
    file.bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress, !range.isEmpty else { return false }
      return memchr(start + Int(range.lower), Int32(UInt8(ascii: "<")), range.indices.count) != nil
    }
  }
}

/// Lines of a file, see `MarkdownDocument.sourceLines(of:)`.
struct SourceLines: Sequence, IteratorProtocol {
  private let file: SourceFile
  /// What is left out, in order.
  private let omitted: [Range<Int>]
  private var rest: Range<Int>
  /// Index in `lineStarts` of the line below the one that `rest` begins in.
  private var below: Int

  fileprivate init(_ range: SourceRange, without omitted: [Range<Int>], of file: SourceFile) {
    self.file = file
    self.omitted = omitted
    rest = range.indices
    below = range.isEmpty ? 0 : file.line(at: rest.lowerBound)
  }

  mutating func next() -> SourceRange? {
    while !rest.isEmpty {
      var end = rest.upperBound
      if below < file.lineStarts.count { end = Swift.min(end, Int(file.lineStarts[below])) }
      if let comment = omitted.first(where: { $0.upperBound > rest.lowerBound }),
        comment.lowerBound < end
      {
        let part = file.trimmed(rest.lowerBound..<Swift.max(rest.lowerBound, comment.lowerBound))
        rest = Swift.min(comment.upperBound, rest.upperBound)..<rest.upperBound
        if !rest.isEmpty { below = file.line(at: rest.lowerBound) }
        if !part.isEmpty { return part }
        continue
      }
      below += 1
      let line = file.trimmed(rest.lowerBound..<file.withoutLineEnd(rest.lowerBound..<end))
      rest = end..<rest.upperBound
      if !line.isEmpty { return line }
    }
    return nil
  }
}

extension SourceFile {
  /// The upper bound of a line without LF and CR.
  fileprivate func withoutLineEnd(_ line: Range<Int>) -> Int {
    var end = line.upperBound
    while end > line.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

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
    guard let colon = Self.colon(in: bytes[lower..<min(end, lower + 61)]), colon > lower else {
      return nil
    }
    var start = colon + 1
    while start < end, isEmphasis(bytes[start]) { start += 1 }
    guard start == end || bytes[start] == 0x20 || bytes[start] == 0x09 else { return nil }
    self.file = file
    beforeColon = lower..<colon
    value = file.trimmed(start..<end)
  }

  private static func colon(in text: ArraySlice<UInt8>) -> Int? {
    text.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress,
        let found = memchr(start, Int32(UInt8(ascii: ":")), bytes.count)
      else { return nil }
      return text.startIndex + (UnsafeRawPointer(found) - UnsafeRawPointer(start))
    }
  }

  /// Without emphasis.
  var label: String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: beforeColon.count) { label in
      var count = 0
      for byte in file.bytes[beforeColon] where !isEmphasis(byte) {
        if count == 0, byte == 0x20 || byte == 0x2D { continue }
        label[count] = byte
        count += 1
      }
      return String(decoding: UnsafeBufferPointer(rebasing: label[..<count]), as: UTF8.self)
    }
  }
}

/// `*`, `_` and the back quote.
func isEmphasis(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "`")
}
