import Documents
import SourceText
import Testing

@testable import Site

@Suite struct TemplateCheckTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try scratch.template("built-in {{title}}")
  }

  /// `line:column message (help)` of every problem of the site's own template.
  private func problems(
    _ template: String, partials: [String: String] = [:]
  ) throws -> [String] {
    try scratch.template(template, partials: partials, in: "templates")
    return try scratch.load(own: true).problems.map(\.summary)
  }

  @Test(arguments: [
    ("{{titel}}", "1:1 no value is named `titel` here (did you mean `title`?)"),
    (
      "a\n é {{#people}}{{nam}}{{/people}}",
      "2:15 no value is named `nam` here (did you mean `name`?)"
    ),
    ("{{name}}", "1:1 no value is named `name` here"),
    ("{{^people}}{{name}}{{/people}}", "1:12 no value is named `name` here"),
    ("{{{title}}}", "1:1 `title` is text and must be escaped (write `{{title}}`)"),
    ("{{&title}}", "1:1 `title` is text and must be escaped (write `{{title}}`)"),
    ("{{body}}", "1:1 markup would be escaped twice (write `{{{body}}}`)"),
    ("{{isOpen}}", "1:1 `isOpen` is yes or no, not a text (write `{{#isOpen}}`)"),
    ("{{people}}", "1:1 `people` has values of its own (write `{{#people}}`)"),
    ("{{{people}}}", "1:1 `people` is not markup (write `{{#people}}`)"),
    ("{{.}}", "1:1 `.` stands for no text here"),
    ("{{#people}}{{.}}{{/people}}", "1:12 `.` stands for no text here"),
    ("{{#title}}{{{.}}}{{/title}}", "1:11 `.` is text and must be escaped (write `{{.}}`)"),
    ("{{#body}}{{.}}{{/body}}", "1:10 markup would be escaped twice (write `{{{.}}}`)"),
    ("{{#.}}", "1:1 a section over `.` is not supported"),
    ("{{> nobody}}", "1:1 no partial is named `nobody`"),
    ("{{#isOpen}}", "1:1 the section `isOpen` is not closed"),
    ("{{/isOpen}}", "1:1 `{{/isOpen}}` closes no section"),
    (
      "{{#isOpen}}{{/isOpn}}{{/isOpen}}",
      "1:12 `{{/isOpn}}` closes no section (write `{{/isOpen}}`)"
    ),
    ("{{owner.name}}", "1:1 `owner.name` has a dot: put a section over the value before it"),
    ("{{=<% %>=}}", "1:1 a change of delimiters is not supported"),
    ("{{< layout}}", "1:1 inheritance is not supported"),
    ("{{$ block}}", "1:1 inheritance is not supported"),
    ("{{% CONTENT_TYPE: TEXT}}", "1:1 a pragma is not supported"),
    ("{{> *title}}", "1:1 a partial named by a value is not supported"),
    ("{{uppercased(title)}}", "1:1 a transform is not supported"),
    ("{{title", "1:1 the tag does not end"),
    ("{{{body}}", "1:1 the tag does not end"),
    ("{{}}", "1:1 `` is no name"),
    ("{{a b}}", "1:1 `a b` is no name"),
  ])
  func problemsAreReportedAtTheirTag(template: String, expected: String) throws {
    #expect(try problems(template) == [expected])
  }

  @Test(arguments: [
    "", "plain { text } }}", "{{! anything {{ at\nall }}{{title}}", "{{ title }}", "{{{ body }}}",
    "{{#people}}{{#friends}}{{name}} {{title}} {{lead}}{{/friends}}{{/people}}",
    "{{#lead}}{{.}}{{/lead}}{{#body}}{{{.}}}{{/body}}", "{{^owner}}{{title}}{{/owner}}",
    "é{{title}}é", "{{title}}\u{338}", "\u{600}{{title}}",
  ])
  func whatIsRightIsNotReported(template: String) throws {
    #expect(try problems(template) == [])
  }

  @Test func allProblemsOfAFileAreReportedAtOnce() throws {
    #expect(
      try problems("{{titel}}\n{{#people}}{{nme}}\n{{{body}}\n{{body}}") == [
        "1:1 no value is named `titel` here (did you mean `title`?)",
        "2:1 the section `people` is not closed",
        "2:12 no value is named `nme` here (did you mean `name`?)",
        "3:1 the tag does not end",
        "4:1 markup would be escaped twice (write `{{{body}}}`)",
      ])
  }

  @Test func partialsThatIncludeThemselvesAreRefused() throws {
    #expect(
      try problems("{{> a}}", partials: ["a": "{{title}}{{> a}}"])
        == ["1:10 the partial `a` includes itself, on the page `page`"])
    #expect(
      try problems("{{> a}}", partials: ["a": "{{> b}}", "b": "{{#isOpen}}{{> a}}{{/isOpen}}"])
        == ["1:12 the partial `a` includes itself through `b`, on the page `page`"])
  }

  @Test func partialsAreCheckedWhereTheyAreIncluded() throws {
    #expect(
      try problems(
        "{{#people}}{{> row}}{{/people}}{{> row}}", partials: ["row": "{{name}}"])
        == ["1:1 no value is named `name` here, on the page `page`"])
  }

  @Test func partialsThatNoPageIncludesAreReadTheLess() throws {
    #expect(try problems("", partials: ["odd": "{{/x}}{{unknown}}"]).count == 1)
  }

  @Test func partialsThatDoubleAtEachStepAreRefused() throws {
    var partials = ["p0": "x{{title}}"]
    for level in 1...25 { partials["p\(level)"] = "{{> p\(level - 1)}}{{> p\(level - 1)}}" }
    let found = try problems("{{> p25}}", partials: partials)
    #expect(found.count == 1)
    #expect(found.first?.contains("comes to more than 20000 tags") == true)
  }

  @Test func deepSectionsAreRefused() throws {
    let found = try problems(String(repeating: "{{#isOpen}}", count: 20_000))
    #expect(found == ["1:353 sections nest deeper than 32"])
    let library = try scratch.load(own: true)
    #expect(
      String(decoding: library.page(), as: UTF8.self)
        == "built-in Title")
  }

  @Test func deepPartialsAreRefused() throws {
    var partials = ["p0": "{{title}}"]
    for level in 1...40 { partials["p\(level)"] = "{{> p\(level - 1)}}" }
    #expect(try problems("{{> p40}}", partials: partials).count == 1)
  }

  @Test func aPageWithProblemsFallsBackToTheBuiltInOne() throws {
    try scratch.template("mine {{titel}}", in: "templates")
    let library = try scratch.load(own: true)
    #expect(library.problems.count == 1)
    #expect(
      String(decoding: library.page(), as: UTF8.self)
        == "built-in Title")
  }

  @Test func aBrokenPartialBringsBackTheBuiltInPageAndPartials() throws {
    try scratch.template("{{> head}}|{{> foot}}", partials: ["head": "H", "foot": "F"])
    try scratch.put("mine {{oops}}", at: "templates/partials/head.mustache")
    try scratch.put("mine", at: "templates/partials/foot.mustache")
    let library = try scratch.load(own: true)
    #expect(String(decoding: library.page(), as: UTF8.self) == "H|F")
  }

  @Test func filesOfTheSiteReplaceTheBuiltInOnes() throws {
    try scratch.template("{{> head}} built-in", partials: ["head": "H"])
    try scratch.put("mine {{title}}", at: "templates/partials/head.mustache")
    let library = try scratch.load(own: true)
    #expect(library.problems.isEmpty)
    #expect(
      String(decoding: library.page(), as: UTF8.self)
        == "mine Title built-in")
  }
}

extension ReadingProblem {
  /// `line:column message (help)`
  var summary: String {
    guard case .templateProblem(let message, let help) = kind else { return "\(kind)" }
    let position = place.start
    return "\(position.line):\(position.column) \(message)"
      + (help.map { " (\($0))" } ?? "")
  }
}
