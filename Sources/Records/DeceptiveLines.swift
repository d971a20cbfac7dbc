import Markdown
import SourceText

/// Lines of paragraphs that look like headings and are none: an invisible character stands before or
/// behind their marks, or no blank does and what follows is the name of a known section.
func deceptiveLines(of document: MarkdownDocument, names: SectionNames) -> [ReadingProblem] {
  let file = document.file
  guard let body = document.nodes[0].range?.indices, !body.isEmpty else { return [] }
  var problems: [ReadingProblem] = []
  for number in file.line(at: body.lowerBound)...file.lineStarts.count {
    let start = Int(file.lineStarts[number - 1])
    guard start < body.upperBound else { break }
    // Nearly every line of a record is told by its first byte, and nearly every other is a heading.
    guard mayDeceive(file.bytes[start]) else { continue }
    let range = file.range(ofLine: number)
    guard let line = HeadingLine(file.bytes[range.indices]) else { continue }
    if line.scalar == nil, names.meaning(of: line.text) == .unknown { continue }
    guard document.isProse(at: start) else { continue }
    problems.append(
      ReadingProblem(
        .deceptiveHeading(line.text, scalar: line.scalar), at: Place(file, range)))
  }
  return problems
}

private func mayDeceive(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "#") || byte == 0x20 || byte == 0xC2 || byte >= 0xE1
}

/// A line with the marks of a heading that Markdown does not take for one.
private struct HeadingLine {
  /// What the heading would say.
  let text: String
  /// The character that keeps it from being one; nil where a blank is missing.
  let scalar: UInt32?

  /// Nil for a heading, and for a line without such marks.
  init?(_ line: ArraySlice<UInt8>) {
    var rest = line
    var invisible: UInt32?
    func skipInvisible() {
      while let first = rest.first {
        if first == 0x20 {
          rest.removeFirst()
        } else if first >= 0x80, let (scalar, length) = InvisibleCharacters.scalar(in: rest),
          InvisibleCharacters.contains(scalar)
        {
          invisible = invisible ?? scalar.value
          rest = rest.dropFirst(length)
        } else {
          return
        }
      }
    }
    skipInvisible()
    let marks = rest.prefix { $0 == UInt8(ascii: "#") }
    guard (1...6).contains(marks.count) else { return nil }
    rest = rest.dropFirst(marks.count)
    if invisible == nil, let next = rest.first, next == 0x20 || next == 0x09 { return nil }
    skipInvisible()
    guard !rest.isEmpty else { return nil }
    text = String(decoding: rest, as: UTF8.self)
    scalar = invisible
  }
}

extension MarkdownDocument {
  /// Whether a byte of the file belongs to a paragraph.
  fileprivate func isProse(at offset: Int) -> Bool {
    nodes.contains { node in
      guard node.kind == .paragraph, let range = node.range else { return false }
      return range.indices.contains(offset)
        || Int(range.lower) > offset && isLineStart(offset, range)
    }
  }

  /// Whether nothing but blanks stands between the start of a line and a range.
  private func isLineStart(_ offset: Int, _ range: SourceRange) -> Bool {
    Int(range.lower) - offset <= 3
      && file.bytes[offset..<Int(range.lower)].allSatisfy { $0 == 0x20 }
  }
}
