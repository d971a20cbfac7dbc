import Markdown
import SourceText

extension MarkdownDocument {
  /// Lines `key: value` below a line of `---` in the text, with a key that the front matter may have:
  /// whoever wrote them meant front matter, and nobody reads it there. Nil where there are none.
  func secondFrontMatter(known keys: [String]) -> ReadingProblem? {
    for line in children(of: 0).flatMap(lines) {
      let bytes = file.bytes[line.indices]
      guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let behind = colon + 1
      guard behind == bytes.endIndex || bytes[behind] == 0x20 || bytes[behind] == 0x0A,
        keys.contains(String(decoding: bytes[..<colon], as: UTF8.self)), isBelowDashes(line)
      else { continue }
      return ReadingProblem(
        .yamlConstruct("block below the front matter"), at: Place(file, line))
    }
    return nil
  }

  /// Whether the last line with text above is a rule, the underline of a heading, or ends like one.
  private func isBelowDashes(_ line: SourceRange) -> Bool {
    var end = Int(line.lower)
    while end > 0 {
      let start = file.bytes[..<(end - 1)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let above = file.bytes[start..<(end - 1)].filter { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }
      if !above.isEmpty {
        guard start >= Int(nodes[0].range?.lower ?? 0), above.count > 2, let sign = above.last
        else {
          return false
        }
        // `text---`, where a file without a last line feed stands before another one.
        return "-*_".utf8.contains(sign) && above.allSatisfy { $0 == sign }
          || above.suffix(3).elementsEqual("---".utf8) && !above.contains(UInt8(ascii: "|"))
      }
      end = start
    }
    return false
  }

  /// The lines of a block that is no code.
  private func lines(of node: Int) -> [SourceRange] {
    guard let range = nodes[node].range else { return [] }
    switch nodes[node].kind {
    case .paragraph, .heading: break
    default: return []
    }
    return file.bytes[range.indices].split(separator: 0x0A).map {
      SourceRange($0.startIndex, $0.endIndex)
    }
  }
}
