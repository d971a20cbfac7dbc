import Markdown
import SourceText
import Testing

@Suite struct SoupTests {
  private static let pieces: [String] = [
    "a", "b c", " ", "  ", "    ", "\t", "\n", "\n\n", "\r", "\r\n", "# ", "## ", "> ", ">", "- ",
    "* ", "+", "1. ", "2) ", "[ ] ", "[x] ", "*", "**", "_", "~~", "`", "```", "~~~", "|", "|-|",
    "-|-", ":-:", "---", "===", "[", "]", "(", ")", "![", "](/u)", "[a]: /u", "[a]", "<", ">",
    "<b>",
    "<!--", "-->", "<?", "?>", "<div>", "</div>", "<script>", "</script>", "&amp;", "&#10;", "\\",
    "http://a.b", "www.a.b", "a@b.c", "\u{FEFF}", "é", "𝄞", "\u{202E}", "\u{0}", "\u{85}", "\"",
    "'", ":", "- [ ] ", "a|b\n-|-\n", "\\|",
  ]

  private func soup(_ generator: inout SeededGenerator, pieces: [String], atMost count: Int)
    -> String
  {
    let count = Int.random(in: 0...count, using: &generator)
    return (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }
      .joined()
  }

  private func written(_ document: MarkdownDocument) -> String {
    String(reflecting: document.file.text(document.file.wholeRange))
  }

  /// What must hold of every tree.
  private func check(_ document: MarkdownDocument, _ body: Range<Int>? = nil) {
    let nodes = document.nodes
    let bytes = document.file.bytes
    let body = body ?? 0..<bytes.count
    #expect(nodes[0].kind == .document)
    #expect(Int(nodes[0].end) == nodes.count)
    for (index, node) in nodes.enumerated().dropFirst() {
      let parent = Int(node.parent)
      guard parent < index, index < Int(node.end), node.end <= nodes[parent].end else {
        Issue.record("node \(index) is not inside its parent: \(written(document))")
        return
      }
      guard let range = node.range?.indices else { continue }
      let around = nodes[parent].range?.indices ?? body
      let begins = range.lowerBound == bytes.count || bytes[range.lowerBound] & 0xC0 != 0x80
      let ends = range.upperBound == bytes.count || bytes[range.upperBound] & 0xC0 != 0x80
      guard around.lowerBound <= range.lowerBound, range.upperBound <= around.upperBound,
        begins, ends
      else {
        Issue.record("range of node \(index): \(written(document))")
        return
      }
    }
    for table in document.tables {
      #expect(table.rows.allSatisfy { $0.count == table.header.count })
    }
    #expect(Set(document.headings.map(\.anchor)).count == document.headings.count)
    _ = document.sections
  }

  @Test func givesAWellFormedTreeOfAnyPieces() {
    var generator = SeededGenerator(state: 1)
    for _ in 0..<4_000 {
      let document = markdown(soup(&generator, pieces: Self.pieces, atMost: 60))
      check(document)
      checkTags(renderHTML(document, options: HTMLOptions()).html.text)
    }
  }

  @Test func givesATreeFromEveryOffset() {
    var generator = SeededGenerator(state: 2)
    for _ in 0..<20 {
      let file = SourceFile(
        path: "a.md", text: soup(&generator, pieces: Self.pieces, atMost: 80))
      for offset in 0...file.bytes.count
      where offset == file.bytes.count || file.bytes[offset] & 0xC0 != 0x80 {
        let body = offset..<file.bytes.count
        check(readMarkdown(file, body: SourceRange(body)), body)
      }
    }
  }

  @Test func givesATreeOfRandomBytes() {
    var generator = SeededGenerator(state: 3)
    for _ in 0..<1_000 {
      let bytes = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
        UInt8.random(in: 0...127, using: &generator)
      }
      check(markdown(String(decoding: bytes, as: UTF8.self)))
    }
  }

  /// The scan never takes less for one block than cmark does, nor less nesting.
  @Test func measuresNoBlockShorterThanItIs() {
    // A paragraph's range holds the definitions above it too, and a table's rows are blocks.
    let pieces = Self.pieces.filter { piece in
      piece != "[a]: /u" && piece != "---" && !piece.hasPrefix(":") && !piece.contains("|")
    }
    var generator = SeededGenerator(state: 4)
    var limits = MarkdownLimits.record
    limits.leafSize = 40
    limits.depth = 4
    var read = 0
    for _ in 0..<12_000 {
      let document = markdown(soup(&generator, pieces: pieces, atMost: 40), limits: limits)
      guard document.problems.isEmpty else { continue }
      read += 1
      for (index, node) in document.nodes.enumerated() {
        if node.kind == .paragraph, let range = node.range, range.indices.count > 40 {
          Issue.record(
            "a block of \(range.indices.count): \(written(document))")
        }
        guard node.kind == .item || node.kind == .blockQuote else { continue }
        var depth = 1
        var above = Int(node.parent)
        while above > 0 {
          switch document.nodes[above].kind {
          case .item, .taskItem, .blockQuote: depth += 1
          default: break
          }
          above = Int(document.nodes[above].parent)
        }
        if depth > 4 {
          Issue.record("\(index) is \(depth) deep: \(written(document))")
        }
      }
    }
    #expect(read > 2_000)
  }

  @Test func readsInParallelWhatItReadsAlone() {
    var generator = SeededGenerator(state: 5)
    let pieces = [
      "~~a~~ ", "http://a.b/c ", "www.d.e ", "f@g.h ", "*i* ", "~j~ ", "- [x] k\n", "\n",
    ]
    let texts = (0..<600).map { _ in soup(&generator, pieces: pieces, atMost: 60) }
    let alone = texts.map { markdown($0).outline }
    let together = Jobs(8).map(texts) { markdown($0).outline }
    #expect(alone == together)
  }
}
