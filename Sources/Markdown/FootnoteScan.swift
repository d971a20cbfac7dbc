import Glibc
import SourceText

/// A note's lines in a file, before they are parsed.
struct WrittenFootnote {
  /// In small letters.
  let label: String
  /// `[^label]:`.
  let mark: Range<Int>
  /// Its lines, whole.
  let lines: Range<Int>
  /// What the lines say, without the mark and the indentation; each with its end.
  let contents: [Range<Int>]
}

/// Finds the notes of a text by its lines.
struct FootnoteScan {
  private let file: SourceFile
  private let body: Range<Int>

  /// More are text: each note is parsed by itself.
  private static let most = 500
  private static let longestLabel = 100
  /// Columns that the lines of a note stand in, below its first.
  private static let indent = 4

  init(_ file: SourceFile, body: Range<Int>) {
    self.file = file
    self.body = body
  }

  /// Whether there can be any; hardly a text has one.
  static func mayHoldAny(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress else { return false }
    var index = 1
    while index < bytes.count,
      let found = memchr(start + index, Int32(UInt8(ascii: "^")), bytes.count - index)
    {
      index = UnsafeRawPointer(found) - UnsafeRawPointer(start)
      if bytes[index - 1] == UInt8(ascii: "[") { return true }
      index += 1
    }
    return false
  }

  /// The notes whose marks stand where `isText` holds, in order.
  func footnotes(where isText: (Int) -> Bool) -> [WrittenFootnote] {
    file.bytes.withUnsafeBufferPointer { bytes in
      var notes: [WrittenFootnote] = []
      var line = file.line(at: body.lowerBound) - 1
      while line < file.lineStarts.count, Int(file.lineStarts[line]) < body.upperBound,
        notes.count < Self.most
      {
        let range = self.range(ofLine: line)
        line += 1
        guard let mark = mark(in: range, bytes), isText(mark.lowerBound) else { continue }
        let first = afterBlanks(mark.upperBound..<range.upperBound, bytes)
        var contents = [first..<range.upperBound]
        var end = range.upperBound
        line = takeLines(from: line, isParagraph: !isBlank(contents[0], bytes), bytes) {
          content, last in
          contents.append(content)
          end = last
        }
        notes.append(
          WrittenFootnote(
            label: String(decoding: bytes[mark.lowerBound + 2..<mark.upperBound - 2], as: UTF8.self)
              .lowercased(),
            mark: mark, lines: range.lowerBound..<end, contents: contents))
      }
      return notes
    }
  }

  /// Gives what belongs to a note whose first line is above, and the line after it. Blank lines
  /// belong to it where an indented one follows.
  private func takeLines(
    from first: Int, isParagraph: Bool, _ bytes: UnsafeBufferPointer<UInt8>,
    _ take: (Range<Int>, Int) -> Void
  ) -> Int {
    var line = first
    var next = first
    var blank: [Range<Int>] = []
    // Whether a line that is not indented goes on with the paragraph above it.
    var goesOn = isParagraph
    while next < file.lineStarts.count, Int(file.lineStarts[next]) < body.upperBound {
      let range = self.range(ofLine: next)
      next += 1
      if isBlank(range, bytes) {
        blank.append(range)
        goesOn = false
        continue
      }
      let content = withoutIndent(range, bytes)
      guard content != nil || goesOn && isRunningText(range, bytes) else { break }
      for range in blank { take(range, range.upperBound) }
      blank = []
      take(content ?? range, range.upperBound)
      goesOn = true
      line = next
    }
    return line
  }

  private func range(ofLine line: Int) -> Range<Int> {
    let end = line + 1 < file.lineStarts.count ? Int(file.lineStarts[line + 1]) : file.bytes.count
    return Int(file.lineStarts[line])..<min(end, body.upperBound)
  }

  private func isBlank(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }

  private func afterBlanks(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    range.first { bytes[$0] != 0x20 && bytes[$0] != 0x09 } ?? range.upperBound
  }

  /// `[^label]:` after at most three blanks.
  private func mark(
    in line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int>? {
    var start = line.lowerBound
    while start < line.upperBound, start < line.lowerBound + 3, bytes[start] == 0x20 { start += 1 }
    guard start + 1 < line.upperBound, bytes[start] == UInt8(ascii: "["),
      bytes[start + 1] == UInt8(ascii: "^")
    else { return nil }
    var end = start + 2
    while end < line.upperBound, end - start <= Self.longestLabel + 2,
      isFootnoteLabel(bytes[end])
    {
      end += 1
    }
    guard end > start + 2, end + 1 < line.upperBound, bytes[end] == UInt8(ascii: "]"),
      bytes[end + 1] == UInt8(ascii: ":")
    else { return nil }
    return start..<end + 2
  }

  /// The rest of a line that stands four columns in; nil for any other.
  private func withoutIndent(
    _ line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int>? {
    var index = line.lowerBound
    while index < line.upperBound, index < line.lowerBound + Self.indent {
      if bytes[index] == 0x09 { return index + 1..<line.upperBound }
      guard bytes[index] == 0x20 else { return nil }
      index += 1
    }
    return index - line.lowerBound == Self.indent ? index..<line.upperBound : nil
  }

  /// Whether a line may go on with the paragraph above it: it begins neither a block nor a note.
  private func isRunningText(_ line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = line.upperBound
    while end > line.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    let prefix = MarkdownPrefix(bytes, line.lowerBound..<end)
    guard prefix.items == 0, prefix.quotes == 0, !prefix.isHeading, prefix.content < end else {
      return false
    }
    let text = bytes[prefix.content..<end]
    // What may be a fence, a rule, a table, HTML or another note is taken for one.
    return !["```", "~~~", "***", "---", "___", "===", "<", "|", "[^"].contains {
      text.starts(with: $0.utf8)
    }
  }
}

/// A byte that may stand in the label of a note.
func isFootnoteLabel(_ byte: UInt8) -> Bool {
  switch byte {
  case 0...0x20, 0x7F, UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "^"),
    UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: "|"):
    false
  default: true
  }
}
