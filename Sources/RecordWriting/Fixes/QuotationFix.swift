import Findings
import FrontMatter
import SourceText

/// Puts values of front matter that does not parse into quotation marks: texts that begin with `@` or a
/// backquote, or hold a colon and a space.
enum QuotationFix {
  /// Nil where the front matter does not parse then either.
  static func fix(in file: SourceFile) -> TextFix? {
    var current = file
    // One value a turn; a front matter has at most so many lines that somebody wrote.
    for _ in 0..<64 {
      guard let yaml = splitFrontMatter(current).yaml else { return nil }
      let syntax = readYAML(current, range: yaml).problems.first(where: \.isOfSyntax)
      guard let syntax else { return difference(from: file, to: current) }
      guard let edit = quoting(at: syntax.place.range.indices.lowerBound, in: current, yaml.indices)
      else { return nil }
      let next = SourceFile(path: file.path, bytes: edit.applied(to: current.bytes))
      guard next.bytes != current.bytes else { return nil }
      current = next
    }
    return nil
  }

  /// The edit of the value in which the parser stopped.
  private static func quoting(at offset: Int, in file: SourceFile, _ yaml: Range<Int>) -> ByteEdit?
  {
    guard yaml.contains(offset) else { return nil }
    let line = file.range(ofLine: file.line(at: offset)).indices
    let bytes = file.bytes
    if [UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%")].contains(bytes[offset]) {
      let before = bytes[line.lowerBound..<offset]
      let opened = before.count { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }
      let closed = before.count { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }
      var end = offset
      while end < line.upperBound {
        if opened > closed, [0x2C, 0x7D, 0x5D].contains(bytes[end]) { break }
        if bytes[end] == UInt8(ascii: "#"), bytes[end - 1] == 0x20 { break }
        end += 1
      }
      return quoted(offset..<end, in: file)
    }
    guard let colon = bytes[line].firstIndex(of: UInt8(ascii: ":")), colon < offset else {
      return nil
    }
    let isKey = bytes[line.lowerBound..<colon].allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"), 0x20: true
      default: false
      }
    }
    var start = colon + 1
    while start < line.upperBound, bytes[start] == 0x20 { start += 1 }
    guard isKey, start > colon + 1, start < line.upperBound,
      !"\"'[{|>&*!#".utf8.contains(bytes[start])
    else { return nil }
    return quoted(start..<line.upperBound, in: file)
  }

  private static func quoted(_ range: Range<Int>, in file: SourceFile) -> ByteEdit? {
    var end = range.upperBound
    while end > range.lowerBound, file.bytes[end - 1] == 0x20 || file.bytes[end - 1] == 0x09 {
      end -= 1
    }
    guard end > range.lowerBound else { return nil }
    let text = String(decoding: file.bytes[range.lowerBound..<end], as: UTF8.self)
    guard !text.utf8.contains(UInt8(ascii: "\"")) else { return nil }
    return ByteEdit(
      range: range.lowerBound..<end, text: YAMLScalarText.quoted(text, .double))
  }

  /// All that differs, as one edit of whole lines' insides.
  private static func difference(from old: SourceFile, to new: SourceFile) -> TextFix? {
    let (a, b) = (old.bytes, new.bytes)
    var prefix = zip(a, b).prefix { $0 == $1 }.count
    guard prefix < b.count else { return nil }
    var suffix = zip(a.dropFirst(prefix).reversed(), b.dropFirst(prefix).reversed())
      .prefix { $0 == $1 }.count
    // Edits begin and end between characters.
    while prefix > 0, prefix < a.count, a[prefix] & 0xC0 == 0x80 { prefix -= 1 }
    while suffix > 0, a[a.count - suffix] & 0xC0 == 0x80 { suffix -= 1 }
    let range = SourceRange(prefix, a.count - suffix)
    let text = String(decoding: b[prefix..<(b.count - suffix)], as: UTF8.self)
    return TextFix(
      words: "put values that YAML cannot read as they stand into quotation marks",
      edits: [TextEdit(Place(old, range), text)])
  }
}
