import Documents
import Site
import Testing

/// The cases of the public Mustache specification for what is supported, in words of our own fields. A
/// partial alone on its line is not indented as the line is: the spaces would show in preformatted text.
@Suite struct MustacheSpecificationTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func render(_ template: String, partials: [String: String] = [:]) throws -> String {
    try scratch.template(template, partials: partials)
    return try scratch.render(
      TestPage(
        title: "--- & \"<", isOpen: true, owner: TestPerson(name: "Ada"),
        people: [TestPerson(name: "1"), TestPerson(name: "2"), TestPerson(name: "3")]))
  }

  private static let escaped = "--- &amp; &quot;&lt;"

  @Test(arguments: [
    ("Hello from {Mustache}!\n", "Hello from {Mustache}!\n"),
    ("{{title}}\n", "\(escaped)\n"),
    ("| {{title}} |", "| \(escaped) |"),
    ("  {{title}}\n", "  \(escaped)\n"),
    ("|{{ title }}|", "|\(escaped)|"),
  ])
  func interpolation(template: String, expected: String) throws {
    #expect(try render(template) == expected)
  }

  @Test(arguments: [
    ("\"{{#isOpen}}This is shown.{{/isOpen}}\"", "\"This is shown.\""),
    ("\"{{#lead}}This is not shown.{{/lead}}\"", "\"\""),
    ("\"{{#owner}}Hi {{name}}.{{/owner}}\"", "\"Hi Ada.\""),
    ("\"{{#people}}{{name}}{{/people}}\"", "\"123\""),
    (
      "{{#isOpen}}\n* first\n{{/isOpen}}\n* second\n{{#isOpen}}\n* third\n{{/isOpen}}\n",
      "* first\n* second\n* third\n"
    ),
    ("| A {{#isOpen}}B {{#isOpen}}C{{/isOpen}} D{{/isOpen}} E |", "| A B C D E |"),
    ("| A {{#lead}}B {{#lead}}C{{/lead}} D{{/lead}} E |", "| A  E |"),
    (" | {{#isOpen}}\t|\t{{/isOpen}} | \n", " | \t|\t | \n"),
    (" | {{#isOpen}} {{! Important Whitespace }}\n {{/isOpen}} | \n", " |  \n  | \n"),
    (" {{#isOpen}}YES{{/isOpen}}\n {{#isOpen}}GOOD{{/isOpen}}\n", " YES\n GOOD\n"),
    ("| This Is\n{{#isOpen}}\n|\n{{/isOpen}}\n| A Line\n", "| This Is\n|\n| A Line\n"),
    ("| This Is\n  {{#isOpen}}\n|\n  {{/isOpen}}\n| A Line\n", "| This Is\n|\n| A Line\n"),
    ("|\r\n{{#isOpen}}\r\n{{/isOpen}}\r\n|", "|\r\n|"),
    ("  {{#isOpen}}\n#{{/isOpen}}\n/", "#\n/"),
    ("#{{#isOpen}}\n/\n  {{/isOpen}}", "#\n/\n"),
    ("|{{# isOpen }}={{/ isOpen }}|", "|=|"),
  ])
  func sections(template: String, expected: String) throws {
    #expect(try render(template) == expected)
  }

  @Test(arguments: [
    ("\"{{^lead}}This is shown.{{/lead}}\"", "\"This is shown.\""),
    ("\"{{^isOpen}}This is not shown.{{/isOpen}}\"", "\"\""),
    ("\"{{^people}}This is not shown.{{/people}}\"", "\"\""),
    ("| A {{^lead}}B {{^lead}}C{{/lead}} D{{/lead}} E |", "| A B C D E |"),
    ("| This Is\n{{^lead}}\n|\n{{/lead}}\n| A Line\n", "| This Is\n|\n| A Line\n"),
    ("  {{^lead}}\n^{{/lead}}\n/", "^\n/"),
    ("|{{^ lead }}={{/ lead }}|", "|=|"),
  ])
  func invertedSections(template: String, expected: String) throws {
    #expect(try render(template) == expected)
  }

  @Test(arguments: [
    ("12345{{! Comment Block! }}67890\n", "1234567890\n"),
    ("12345{{!\n  Of two\n  lines.\n}}67890\n", "1234567890\n"),
    ("Begin.\n{{! Comment Block! }}\nEnd.\n", "Begin.\nEnd.\n"),
    ("Begin.\n  {{! Indented Comment Block! }}\nEnd.\n", "Begin.\nEnd.\n"),
    ("|\r\n{{! Standalone Comment }}\r\n|", "|\r\n|"),
    ("  {{! Still alone }}\n!", "!"),
    ("!\n  {{! Still alone }}", "!\n"),
    ("Begin.\n{{!\nSomething’s going on here...\n}}\nEnd.\n", "Begin.\nEnd.\n"),
    ("  12 {{! 34 }}\n", "  12 \n"),
    ("12345 {{! Comment Block! }} 67890", "12345  67890"),
  ])
  func comments(template: String, expected: String) throws {
    #expect(try render(template) == expected)
  }

  @Test(arguments: [
    ("\"{{>part}}\"", "from partial", "\"from partial\""),
    ("\"{{>part}}\"", "*{{title}}*", "\"*\(escaped)*\""),
    ("| {{>part}} |", "\t|\t", "| \t|\t |"),
    ("|\r\n{{>part}}\r\n|", ">", "|\r\n>|"),
    ("|{{> part }}|", "[]", "|[]|"),
    ("{{#people}}{{>part}}{{/people}}", "<{{name}}>", "<1><2><3>"),
  ])
  func partials(template: String, partial: String, expected: String) throws {
    #expect(try render(template, partials: ["part": partial]) == expected)
  }
}
