import Documents
import Markdown
import Site
import Testing

/// What the engine makes of every shape of field.
@Suite struct RenderingTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func render(
    _ template: String, _ page: TestPage, partials: [String: String] = [:]
  ) throws -> String {
    try scratch.template(template, partials: partials)
    return try scratch.render(page)
  }

  @Test func textIsEscaped() throws {
    let page = TestPage(title: #"<a href="x">'&'"#)
    #expect(
      try render("{{title}}", page) == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;")
  }

  @Test func quotesWithCombiningMarksAreEscaped() throws {
    let page = TestPage(title: "\"\u{338} onclick=x <\u{338}")
    #expect(
      try render("<a title=\"{{title}}\">", page)
        == "<a title=\"&quot;\u{338} onclick=x &lt;\u{338}\">")
  }

  @Test func textIsEscapedInsidePartialsAndSectionsOfPartials() throws {
    let page = TestPage(title: "<\u{338}", people: [TestPerson(name: "<\u{338}")])
    #expect(
      try render(
        "{{> a}}", page,
        partials: ["a": "{{title}}{{#people}}{{name}}{{> b}}{{/people}}", "b": "{{name}}"])
        == "&lt;\u{338}&lt;\u{338}&lt;\u{338}")
  }

  @Test func markupIsShownAsItIs() throws {
    #expect(try render("{{{body}}}{{&body}}", TestPage(body: .bold("x"))) == "<b>x</b><b>x</b>")
  }

  @Test(arguments: [(nil, "none"), ("", "none"), ("lead", "lead lead")])
  func textsThatAreNotThereMakeNoSection(lead: String?, expected: String) throws {
    let template = "{{#lead}}{{lead}} {{.}}{{/lead}}{{^lead}}none{{/lead}}"
    #expect(try render(template, TestPage(lead: lead)) == expected)
  }

  @Test func anEmptyTextOfAnyKindMakesNoSection() throws {
    #expect(try render("{{#title}}a{{/title}}{{^title}}b{{/title}}", TestPage(title: "")) == "b")
    #expect(
      try render("{{{body}}}{{#body}}a{{/body}}{{^body}}b{{/body}}", TestPage(body: .empty)) == "b")
  }

  @Test(arguments: [(true, "open"), (false, "closed")])
  func flagsChooseASection(isOpen: Bool, expected: String) throws {
    let template = "{{#isOpen}}open{{/isOpen}}{{^isOpen}}closed{{/isOpen}}"
    #expect(try render(template, TestPage(isOpen: isOpen)) == expected)
  }

  @Test func aModelThatIsNotThereMakesNoSection() throws {
    let template = "{{#owner}}{{name}}{{/owner}}{{^owner}}nobody{{/owner}}"
    #expect(try render(template, TestPage()) == "nobody")
    #expect(try render(template, TestPage(owner: TestPerson(name: "Ada"))) == "Ada")
  }

  @Test func listsRepeatTheirSectionInOrder() throws {
    let template =
      "{{#people}}{{name}}({{#friends}}{{name}}{{/friends}}){{/people}}{{^people}}-{{/people}}"
    let people = [
      TestPerson(name: "a", friends: [TestPerson(name: "x"), TestPerson(name: "y")]),
      TestPerson(name: "b"),
    ]
    #expect(try render(template, TestPage(people: people)) == "a(xy)b()")
    #expect(try render(template, TestPage()) == "-")
  }

  @Test func namesAreLookedUpInTheModelsAround() throws {
    let page = TestPage(lead: "lead", people: [TestPerson(name: "a")])
    #expect(try render("{{#people}}{{lead}}{{/people}}", page) == "lead")
    #expect(try render("{{#people}}{{#name}}{{lead}}{{/name}}{{/people}}", page) == "lead")
  }

  @Test func aValueThatIsNotThereHidesThatOfTheModelAround() throws {
    let page = TestPage(title: "page", people: [TestPerson(name: "a")])
    #expect(try render("{{#people}}[{{title}}{{#title}}!{{/title}}]{{/people}}", page) == "[]")
  }

  @Test func linesOfTagsAloneLeaveNoEmptyLine() throws {
    let template = "<ul>\n{{#people}}\n<li>{{name}}\n{{/people}}\n{{! note }}\n</ul>\n"
    let people = [TestPerson(name: "a"), TestPerson(name: "b")]
    #expect(try render(template, TestPage(people: people)) == "<ul>\n<li>a\n<li>b\n</ul>\n")
  }

  @Test func partialsAreNotIndented() throws {
    let template = "<div>\n    {{> code}}\n</div>\n"
    #expect(
      try render(template, TestPage(), partials: ["code": "<pre>a\nb</pre>\n"])
        == "<div>\n<pre>a\nb</pre>\n</div>\n")
  }

  @Test func theFirstLineMayBeASection() throws {
    #expect(
      try render("{{#title}}\n<!doctype html>\n{{/title}}\n", TestPage()) == "<!doctype html>\n")
  }
}
