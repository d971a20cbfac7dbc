import Markdown
import SourceText
import Testing

private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

/// Shapes known to cost a Markdown reader the square of their size, or its stack.
@Suite struct HostileTests {
  static let shapes: [(name: String, head: String, unit: String)] = [
    ("wide table, short rows", times(64, "a|") + "\n" + times(64, "-|") + "\n", "a\n"),
    ("wider table", times(4_000, "a|") + "\n" + times(4_000, "-|") + "\n", "a\n"),
    ("reference blow-up", "[a]: /" + times(2_000, "u") + "\n\n", "[a]\n"),
    ("title blow-up", "[a]: /u '" + times(120, times(99, "t") + "\n") + "'\n\n", "[a]\n"),
    ("nested lists", times(4_000, " -") + " x", "\n"),
    ("nested lists, allowed", times(30, " -") + " x", "\n"),
    ("quoted emphasis", "", ">>>>>>>>" + times(60, "a*") + "\n"),
    ("deep quotes", times(3_000, ">"), "a*"),
    ("footnotes", "", "[^1]:"),
    ("footnote lines", "", "[^1]: \n"),
    ("tables above one another", "", "a|b\n-|-\n"),
    ("headers without a table", "", "a\n-|-\n"),
    ("autolink and parentheses", "http://a.com/", ")"),
    ("autolinks and parentheses", "", "http://a.com/" + times(100, ")") + "\n"),
    ("processing instructions", "", "<?"),
    ("declarations", "", "<!A "),
    ("images and empty links", "", "![[]()"),
    ("images and empty links by line", "", "![[]()\n"),
    ("brackets", "", "["),
    ("emphasis", "", "*a_ "),
    ("backticks", "", "` `` "),
    ("addresses", "", "a@"),
    ("nested quotes", "", "> "),
    ("nested brackets", times(30_000, "["), "]"),
    ("headings of one name", "", "# a\n"),
    ("quotation marks", "", "\"'<>&\n"),
    ("zeroes", "", "&#0;\n"),
  ]

  @Test(arguments: shapes, [65_536, 262_144])
  func givesATreeOrSaysWhyNot(shape: (name: String, head: String, unit: String), size: Int) {
    let count = max(0, size - shape.head.utf8.count) / shape.unit.utf8.count
    let document = markdown(shape.head + times(count, shape.unit), limits: .page)
    #expect(document.problems.isEmpty || document.nodes.count == 1)
    let rendered = renderHTML(document, options: HTMLOptions())
    #expect(rendered.html.text.utf8.count < 4 * 1024 * 1024 + 64 * 1024)
  }

  @Test(arguments: ["> ", "- ", "*a_", "[", "**a __b ", "![", "<b>"])
  func survivesDeepNestingWithoutLimits(unit: String) {
    var limits = MarkdownLimits.record
    limits.fileSize = .max
    limits.lineLength = .max
    limits.leafSize = .max
    limits.depth = .max
    limits.brackets = .max
    let document = markdown(times(100_000, unit) + "a", limits: limits)
    #expect(document.nodes.count > 1)
    #expect(document.headings.isEmpty)
    #expect(document.tables.isEmpty)
    #expect(!document.plainText(of: 0).isEmpty)
    #expect(!renderHTML(document, options: HTMLOptions()).html.isEmpty)
  }

  @Test func stopsWritingAtTheLimit() throws {
    var options = HTMLOptions()
    options.outputLimit = 1_000
    let rendered = renderHTML(markdown(times(200, "- > *a*\n")), options: options)
    #expect(rendered.html.text.utf8.count < 1_200)
    #expect(rendered.html.text.hasSuffix("</ul>\n"))
    let problem = try #require(rendered.problems.first)
    #expect(rendered.problems.count == 1)
    guard case .overLimit(_, let found, 1_000) = problem.kind else {
      Issue.record("\(problem.kind)")
      return
    }
    #expect(found > 1_000)
    #expect(problem.place.start.line > 1)
  }
}
