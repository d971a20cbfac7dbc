import Documents
import Markdown
import Site
import Testing

/// Pages of one template, each with its own values.
@Suite struct ManyPagesTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// The pages that one library makes of the models, in their order.
  private func render(_ template: String, _ pages: [TestPage]) throws -> [String] {
    try scratch.template(template)
    let library = try scratch.load()
    return pages.map { String(decoding: library.page($0), as: UTF8.self) }
  }

  @Test func pagesWithTheSameFieldsShowTheirOwnValues() throws {
    let pages = [
      TestPage(title: "a", body: .bold("b"), owner: TestPerson(name: "c")),
      TestPage(title: "<d>", body: .bold("<e>"), owner: TestPerson(name: "&f")),
    ]
    #expect(
      try render("{{title}}|{{{body}}}|{{#owner}}{{name}}{{/owner}}|{{title}}", pages) == [
        "a|<b>b</b>|c|a", "&lt;d&gt;|<b>&lt;e&gt;</b>|&amp;f|&lt;d&gt;",
      ])
  }

  @Test func aFieldThatIsAbsentOnOnePageIsThereOnTheNext() throws {
    let template = "{{#lead}}{{.}}{{/lead}}{{^lead}}no lead{{/lead}} {{#isOpen}}open{{/isOpen}}"
    let pages = [
      TestPage(), TestPage(lead: "x"), TestPage(lead: "y", isOpen: true), TestPage(lead: ""),
    ]
    #expect(try render(template, pages) == ["no lead ", "x ", "y open", "no lead "])
  }

  @Test func listsOfAnyLengthAreWrittenOut() throws {
    let pages = [1, 2, 0].map { count in
      TestPage(
        title: "\(count)", people: (0..<count).map { TestPerson(name: "p\($0)") })
    }
    #expect(
      try render("{{title}}:{{#people}} {{name}}{{/people}}{{^people}} none{{/people}}", pages)
        == ["1: p0", "2: p0 p1", "0: none"])
  }

  @Test func whatAValueSaysIsNeverReadAgain() throws {
    let odd = "{{title}} {{{body}}} {{> x}}"
    #expect(
      try render("{{lead}}|{{title}}", [TestPage(title: odd, lead: "x")]) == [
        "x|{{title}} {{{body}}} {{&gt; x}}"
      ])
  }

  @Test func runningTextAndBlocksAreWrittenByTheirTemplates() throws {
    let note: RichText = "a < \(Inline.strong("b"))"
    let page = TestPage(note: note, blocks: [Paragraph(note), Paragraph("")])
    #expect(
      try render("{{{note}}}|{{{blocks}}}|{{#blocks}}some{{/blocks}}", [page, TestPage()])
        == ["a &lt; [b]|<p>a &lt; [b]</p>|some", "||"])
  }
}
