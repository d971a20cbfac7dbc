import Markdown
import SourceText
import Testing

/// What a limit said: its name and where.
private func refusals(_ document: MarkdownDocument) -> [String] {
  document.problems.map { problem in
    guard case .overLimit(let what, _, _) = problem.kind else { return "\(problem.kind)" }
    return "\(what) \(problem.place.start.line):\(problem.place.start.column)"
  }
}

private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

@Suite struct LimitTests {
  /// A text and the first limit that it is over, with its place.
  static let over: [(String, String)] = [
    (times(65_537, "a\n"), "bytes in a file 1:1"),
    ("a\n" + times(8_193, "b"), "bytes in a line 2:8193"),
    ("a\n\nb\n" + times(2_000, "c d e f g\n"), "bytes in a block 3:1"),
    ("x\n\n" + times(33, "> ") + "y\n", "lists and quotes inside one another 3:1"),
    ("x\n\n" + times(33, "- ") + "y\n", "lists and quotes inside one another 3:1"),
    ("a\n" + times(65, "|"), "pipes in a line 2:1"),
    (
      times(64, "a|") + "\n" + times(64, "-|") + times(1_563, "\nb"),
      "pipes × lines in tables 1565:1"
    ),
    (times(250, "a|a\n") + times(90, "-|-|-\n"), "lines above tables 321:1"),
    ("x\n\n" + times(700, "![[]()![[]()![[]()\n"), "brackets in a block 3:1"),
    ("[a]: /" + times(2_100, "u") + "\n\n[a]\n", "bytes in a link 3:1"),
    ("[a](/" + times(2_100, "u") + ")\n", "bytes in a link 1:1"),
    (
      "x\n\n[a]: /u\n'" + times(80, times(99, "t") + "\n") + "'\n\n"
        + times(9, times(1_000, "[a]") + "\n\n"),
      "bytes of a reference × uses 4:1"
    ),
    (
      "[a]: /" + times(2_000, "u") + "\n\n" + times(3, times(900, "[a] ") + "\n\n"),
      "bytes in all links 7:"
    ),
  ]

  @Test(arguments: over)
  func refusesAtThePlace(text: String, refusal: String) throws {
    let document = markdown(text)
    let first = try #require(refusals(document).first)
    #expect(first.hasPrefix(refusal))
    #expect(document.nodes.count == 1)
    #expect(document.headings.isEmpty && document.tables.isEmpty)
  }

  @Test func namesEveryLimitOfAFileOnce() {
    let text = times(40, "> ") + "x\n\n" + times(70, "|") + "\n\n" + times(70, "|") + "\n"
    #expect(
      refusals(markdown(text)) == [
        "lists and quotes inside one another 1:1", "pipes in a line 3:1",
      ])
  }

  @Test func allowsMoreForPoliciesAndPages() {
    let text = times(10_000, "- item\n")
    #expect(refusals(markdown(text)) == ["bytes in a file 1:1"])
    #expect(markdown(text, limits: .policy).problems.isEmpty)
    #expect(markdown(text, limits: .page).indices("item").count == 10_000)
  }

  /// Long but ordinary.
  static let ordinary: [String] = [
    times(500, "a word or two and then some more\n\n"),
    "```text\n" + times(900, "[ERROR] a | b | c [[ ]] > - * +\n") + "```\n\nafter\n",
    "~~~\n```\n" + times(4_000, "[ERROR]\n") + "~~~\n",
    times(600, "- [ ] a task with [a link](/to/somewhere) and `code` and more words\n"),
    times(600, "12. a step with [a link](/to/somewhere) and `code` and more words\n"),
    "| a | b |\n|---|---|\n" + times(1_000, "| one cell | [another](/cell) with a link |\n"),
    times(900, "[label]: https://example.org/some/where/else\n") + "\n[label]\n",
    times(60, "- ") + "\n\n" + times(60, "* ") + "\n\n" + times(60, "-") + "\n",
    times(900, "# heading\ntext below the heading\n"),
    times(30, "> ") + "deep\n",
    "<!-- a hint -->\n\n```\n" + times(900, "[ERROR] a | b | c [[ ]] > - * +\n") + "```\n",
  ]

  @Test(arguments: ordinary)
  func readsLongOrdinaryText(text: String) {
    let document = markdown(text)
    #expect(refusals(document).isEmpty)
    #expect(document.nodes.count > 1)
  }

  /// Texts that would hide a costly paragraph from the scan behind something that looks harmless.
  static let hiding: [String] = [
    " ```\n```\n", "<!--\n\n```\n-->\n\n```\n", "<div>\n```\n\n```\n", "- ```\n  a\n```\n```\n",
    "~~~\n ~~~~ \n```\n``` ``` \n   ```\t\n", "```\n    ```\n```\n", "<?\n\n```\n?>\n```\n",
    "<script>\n\n```\n</SCRIPT>\n```\n", "``` a`b\n", "# a|b\n-|-\n", "> ```\n```\n```\n",
    "<!--\n\n<?\n-->\n\n```\n?>\n\n```\n", "[a]: b\n[c]: d\n",
    "\u{FEFF}</div>\n```\n\n",
  ]

  @Test(arguments: hiding)
  func isNotMisledAboutFences(prefix: String) {
    let costly = times(900, "![[]()![[]()![[]()\n")
    #expect(!markdown(prefix + costly).problems.isEmpty)
  }

  @Test(arguments: ["a\n", "a\n2. b\n", "a\n* \n", "a\n\t>\n"])
  func takesLinesThatContinueAParagraphForPartOfIt(lines: String) {
    #expect(!markdown(times(17_000 / lines.utf8.count, lines)).problems.isEmpty)
  }
}
