import Markdown
import SourceText
import Testing

@Suite struct PlaceTests {
  @Test func findsInlinesOnIndentedAndQuotedLines() {
    let document = markdown("> one *two*\n>   three *four*\n\n- five\n    six **seven**\n")
    #expect(document.written("emphasis") == ["*two*", "*four*"])
    #expect(document.written("strong") == ["**seven**"])
    #expect(document.written("text") == ["one ", "two", "three ", "four", "five", "six ", "seven"])
  }

  @Test func findsParagraphAndTableThatTouch() {
    let document = markdown("above\n*more*\n| a | b |\n|---|---|\n| 1 | 2 |\nbelow\n")
    #expect(document.written("paragraph") == ["above\n*more*"])
    #expect(document.written("table") == ["| a | b |\n|---|---|\n| 1 | 2 |\nbelow"])
    #expect(document.written("header") == ["| a | b |"])
    #expect(document.written("cell") == ["a", "b", "1", "2", "below", "?"])
  }

  @Test func findsCellsWhereverTheRowBegins() {
    let document = markdown(
      "- | a \\| b | `c` |\n  |---|---|\n     | **1** |\n  2 | 3 | 4\n\n> x | y\n> - | -\n")
    #expect(
      document.written("cell") == ["a \\| b", "`c`", "**1**", "?", "2", "3"])
    #expect(document.written("code") == ["c"])
    #expect(document.written("strong") == ["**1**"])
  }

  @Test func placesAnAbsentCellAtItsRow() {
    let document = markdown("| a | b |\n|---|---|\n| 1 |\n")
    #expect(document.tables[0].rows[0].map(\.place.text) == ["1", "| 1 |"])
  }

  @Test func placesAnEmptyCellBetweenItsPipes() {
    let document = markdown("| a | b |\n|---|---|\n|   | 1 |\n")
    let place = document.tables[0].rows[0][0].place
    #expect(place.text == "")
    #expect(place.start.line == 3)
    #expect((2...5).contains(place.start.column))
  }

  @Test func findsTextsBehindEntitiesAndEscapes() {
    let document = markdown("a &amp; b \\* c *d* `e f` &nbsp;g\n")
    #expect(document.written("text") == ["a &amp; b \\* c ", "d", " ", " &nbsp;g"])
    #expect(document.written("emphasis") == ["*d*"])
    #expect(document.written("code") == ["e f"])
  }

  @Test func findsBareAndMarkedLinks() {
    let document = markdown(
      "see https://a.example/b and [c *d*](/e 'f') <https://g.example>\nhttps://h.example\n")
    #expect(
      document.written("link") == [
        "https://a.example/b", "[c *d*](/e 'f')", "<https://g.example>", "https://h.example",
      ])
  }

  @Test func countsScalarsInColumns() {
    let document = markdown("Größe *über* 𝄞 **x**\n")
    let place = document.place(of: document.indices("strong")[0])
    #expect(place.start == Position(line: 1, column: 16))
    #expect(place.text == "**x**")
  }

  @Test func leavesOutWhatItCannotFind() {
    // cmark counts the lines of the paragraph without the definition it took out of it.
    let document = markdown("[a]: /u\n*text* after\n")
    let emphasis = document.indices("emphasis")[0]
    #expect(document.nodes[emphasis].range == nil)
    #expect(document.place(of: emphasis).text == "[a]: /u\n*text* after")
  }

  @Test func endsBlocksBeforeTheirLineEnding() {
    let document = markdown("# a\r\n\r\nb\r\n\r\n- c\r\n\r\n\r\n```\r\nd\r\n```\r\n")
    #expect(document.written("heading") == ["# a"])
    #expect(document.written("paragraph") == ["b", "c"])
    #expect(document.written("codeBlock") == ["```\r\nd\r\n```"])
  }
}
