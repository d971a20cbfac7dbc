import Markdown
import Site
import Testing

/// Pages of one template that share an outline, and pages that must not.
@Suite struct PageOutlineTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// The pages that one library makes of the models, in their order.
  private func render(_ template: String, _ pages: [TestPage]) throws -> [String] {
    try scratch.template(template)
    let library = try scratch.load()
    return pages.map { String(decoding: library.render($0, with: "page"), as: UTF8.self) }
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
    let odd = "\u{E000}0\u{E001} {{title}} \u{E000}"
    #expect(try render("{{lead}}|{{title}}", [TestPage(title: odd, lead: "x")]) == ["x|\(odd)"])
  }

  @Test func marksInATemplateShowNothingThatIsNotEscaped() throws {
    let template = "\u{E000}0\u{E001}\u{E000}9\u{E001}\u{E000}|{{title}}"
    #expect(
      try render(template, [TestPage(title: "<")]) == ["&lt;\u{E000}9\u{E001}\u{E000}|&lt;"])
  }
}
