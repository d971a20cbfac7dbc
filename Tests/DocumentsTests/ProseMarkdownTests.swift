import Markdown
import SourceText
import TestSupport
import Testing

@testable import Documents

@Suite struct ProseMarkdownTests {
  private func read(_ text: String) -> MarkdownDocument {
    readMarkdown(SourceFile(path: "a.md", text: text))
  }

  private func written(_ text: String, topHeading: Int = 2) -> String {
    let document = read(text)
    let prose = Prose(
      document, min(1, document.nodes.count)..<document.nodes.count, topHeading: topHeading)
    return String(decoding: ProseMarkdown.text(of: prose), as: UTF8.self)
  }

  /// What is written reads as what was read, whatever it is made of.
  @Test func readsAsItWasWritten() {
    let pieces = [
      "A *plain* paragraph with `code`, **strong** and ~~struck~~ words.",
      "- one\n- two\n  - nested\n  - *more*\n- three", "1. first\n2. second\n\n   with a paragraph",
      "- [ ] open\n- [x] done", "> A quote\n> of two lines\n>\n> - and a list",
      "```yaml\na: `b`\n```", "````\n```\ninner\n\n\nmore\n```\n````",
      "| A | B |\n|---|--:|\n| a `x` | 2 |\n| *b* | c |",
      "## A heading", "A [link](https://example.com/a?b=c) and <https://example.org>.",
      "Signs \\* \\_ \\[x\\] \\# & < that are none; snake_case, 2 * 3 * 4, a|b.",
      "Two lines  \nwith a break", "1\\. no list\n\n\\- none either\n\n\\# nor a heading", "***",
    ]
    var random = SplitMix(seed: 15)
    for _ in 0..<200 {
      let count = 1 + random.below(5)
      let text = (0..<count).map { _ in pieces[random.below(pieces.count)] }.joined(
        separator: "\n\n<!-- part -->\n\n")
      let again = written(text)
      #expect(words(written(again)) == words(again), "\(text)")
      #expect(kinds(again) == kinds(text), "\(text)\n---\n\(again)")
      #expect(!again.contains("part"), "a comment stays hidden")
    }
  }

  @Test func headingsGetTheLevelOfThePage() {
    #expect(written("# A\n\n## B\n", topHeading: 3) == "### A\n\n#### B")
    #expect(written("##### A\n\n###### B\n", topHeading: 2) == "## A\n\n### B")
  }

  @Test func linksIntoTheContentStayWords() {
    #expect(
      written("[a](../b.md) [c](javascript:x) [d](https://e.org)") == "a c [d](<https://e.org>)")
  }

  private func words(_ text: String) -> String {
    let document = read(text)
    return document.nodes.isEmpty ? "" : document.plainText(of: 0)
  }

  /// The kinds of blocks and marks, in order, without comments and breaks of lines.
  private func kinds(_ text: String) -> String {
    read(text).nodes.compactMap { node -> String? in
      switch node.kind {
      case .htmlBlock, .softBreak, .text: nil
      case .heading: "heading"
      case .codeBlock: "code block"
      case .link: "link"
      case .list(let isOrdered, _, _): "list \(isOrdered)"
      default: "\(node.kind)"
      }
    }.joined(separator: "\n")
  }
}
