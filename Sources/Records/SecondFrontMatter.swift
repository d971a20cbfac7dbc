import Markdown
import SourceText

extension MarkdownDocument {
  /// Lines `key: value` below a line of `---` in the text, with a key that the front matter may have:
  /// whoever wrote them meant front matter, and nobody reads it there. Nil where there are none.
  func secondFrontMatter(known keys: [String]) -> ReadingProblem? {
    for index in children(of: 0) where nodes[index].kind == .thematicBreak {
      let next = Int(nodes[index].end)
      guard next < nodes.count, let line = firstLine(of: next)
      else { continue }
      let bytes = file.bytes[line.indices]
      guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let behind = colon + 1
      guard behind == bytes.endIndex || bytes[behind] == 0x20 || bytes[behind] == 0x0A,
        keys.contains(String(decoding: bytes[..<colon], as: UTF8.self))
      else { continue }
      return ReadingProblem(
        .yamlConstruct("block below the front matter"), at: Place(file, line))
    }
    return nil
  }

  private func firstLine(of node: Int) -> SourceRange? {
    guard let range = nodes[node].range else { return nil }
    let end = file.bytes[range.indices].firstIndex(of: 0x0A) ?? Int(range.upper)
    return SourceRange(Int(range.lower), end)
  }
}
