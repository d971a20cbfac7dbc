import Markdown
import SourceText
import Testing

@Suite struct GFMTests {
  @Test func readsBlocksAndInlinesInDocumentOrder() {
    let document = markdown(
      """
      # Rotate *certificates*

      One `two` **three**\\
      ~~four~~

      > quoted

      1) first
      2) second

      ***
      """)
    #expect(
      document.outline == """
        heading 1
          text [Rotate ]
          emphasis
            text [certificates]
        paragraph
          text [One ]
          code [two]
          text [ ]
          strong
            text [three]
          lineBreak
          strikethrough
            text [four]
        blockQuote
          paragraph
            text [quoted]
        list 1
          item
            paragraph
              text [first]
          item
            paragraph
              text [second]
        thematicBreak

        """)
  }

  @Test func readsTablesWithAlignment() {
    let document = markdown("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3\n")
    #expect(
      document.outline == """
        table
          header
            cell
              text [a]
            cell left
              text [b]
            cell center
              text [c]
            cell right
              text [d]
          row
            cell
              text [1]
            cell left
              text [2]
            cell center
              text [3]
            cell right

        """)
  }

  @Test func makesTasksOfListItemsOnly() {
    let document = markdown("- [x] done\n- [ ] open\n- none\n\n[ ] Standard  [x] Normal\n")
    #expect(
      document.outline == """
        list -
          task x
            paragraph
              text [done]
          task
            paragraph
              text [open]
          item
            paragraph
              text [none]
        paragraph
          text [[ ] Standard  [x] Normal]

        """)
    #expect(document.written("paragraph").last == "[ ] Standard  [x] Normal")
  }

  @Test func linksBareAddresses() {
    let document = markdown("See https://example.org/a?b=c, www.example.org or ops@example.org.\n")
    #expect(
      document.indices("link").map(document.name) == [
        "link https://example.org/a?b=c", "link http://www.example.org",
        "link mailto:ops@example.org",
      ])
  }

  @Test func keepsRawHTMLApart() {
    let document = markdown("<div>\n<b>\n</div>\n\na <i>b</i>\n")
    #expect(
      document.outline == """
        htmlBlock [<div>
        <b>
        </div>
        ]
        paragraph
          text [a ]
          htmlInline [<i>]
          text [b]
          htmlInline [</i>]

        """)
  }

  @Test func takesNoFootnoteForAReference() {
    let document = markdown("a[^1] b[^2]\n\n[^1]: /one\n")
    #expect(document.indices("link").isEmpty)
    #expect(document.plainText(of: 0) == "a[^1] b[^2] [^1]: /one")
  }

  @Test func resolvesReferencesEntitiesAndEscapes() {
    let document = markdown("[a][ref] &amp; \\*b\\*\n\n[ref]: /changes \"All\"\n")
    #expect(document.indices("link").map(document.name) == ["link /changes — All"])
    #expect(document.plainText(of: 1) == "a & *b*")
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func takesEveryLineEnding(ending: String) {
    let lines = [
      "# Title", "", "| a | b |", "|---|---|", "| 1 | 2 |", "", "- [x] one", "  two", "",
    ]
    let document = markdown(lines.joined(separator: ending))
    #expect(document.indices("heading").count == 1)
    #expect(document.tables.map { $0.rows.map { $0.map(\.text) } } == [[["1", "2"]]])
    #expect(document.written("task") == ["- [x] one\(ending)  two"])
    #expect(document.plainText(of: document.indices("task")[0]) == "one two")
  }

  @Test func readsTheBodyAlone() {
    let file = SourceFile(path: "a.md", text: "---\n# no\n---\n## Títle\n\n| a |\n|---|\n| b |\n")
    let start = 13
    let document = readMarkdown(file, body: SourceRange(start, file.bytes.count))
    #expect(document.headings.map(\.text) == ["Títle"])
    #expect(document.headings.map(\.place.text) == ["## Títle"])
    #expect(document.headings.map(\.place.start.line) == [4])
    #expect(document.tables.map { $0.rows.map { $0.map(\.place.start.line) } } == [[[8]]])
  }

  @Test(arguments: ["", "\n", " ", "\r", "\u{FEFF}", "a"])
  func readsNextToNothing(text: String) {
    let document = markdown(text)
    #expect(document.problems.isEmpty)
    #expect(document.nodes[0].kind == .document)
    #expect(Int(document.nodes[0].end) == document.nodes.count)
  }
}
