import Markdown
import SourceText
import Testing

private func html(_ text: String, _ options: HTMLOptions = HTMLOptions()) -> String {
  let rendered = renderHTML(markdown(text), options: options)
  #expect(rendered.problems.isEmpty)
  checkTags(rendered.html.text)
  return rendered.html.text
}

@Suite struct RenderHTMLTests {
  @Test func writesBlocksAndInlines() {
    #expect(
      html("One *two* **three** ~~four~~ `<five>`\\\nsix\nseven\n\n> eight\n\n---\n") == """
        <p>One <em>two</em> <strong>three</strong> <del>four</del> <code>&lt;five&gt;</code><br>
        six
        seven</p>
        <blockquote>
        <p>eight</p>
        </blockquote>
        <hr>

        """)
  }

  @Test func writesTightAndLooseLists() {
    #expect(html("- a\n- b\n") == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n")
    #expect(
      html("3. a\n\n4. b\n")
        == "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n")
    #expect(
      html("- a\n  1. b\n")
        == "<ul>\n<li>a<ol>\n<li>b</li>\n</ol>\n</li>\n</ul>\n")
  }

  @Test func marksTasks() {
    #expect(
      html("- [x] a\n- [ ] b\n") == """
        <ul class="tasks">
        <li class="task"><input type="checkbox" disabled checked aria-label="done"> a</li>
        <li class="task"><input type="checkbox" disabled aria-label="not done"> b</li>
        </ul>

        """)
  }

  @Test func framesTablesUnderTheirHeading() {
    #expect(
      html("# T\n\n| a | b |\n|:-:|---|\n| 1 |\n") == """
        <h1 id="t">T</h1>
        <div class="table-scroll" tabindex="0" role="group" aria-label="Table: T"><table>
        <thead><tr><th scope="col" class="align-center">a</th><th scope="col">b</th></tr></thead>
        <tbody>
        <tr><td class="align-center">1</td><td></td></tr>
        </tbody></table></div>

        """)
  }

  @Test func writesATableWithoutRows() {
    #expect(!html("| a |\n|---|\n").contains("tbody"))
  }

  @Test func shiftsHeadingsAndPrefixesTheirIds() {
    #expect(
      html("# A\n\n## A\n\n##### B\n\n> # C\n", HTMLOptions(headingOffset: 2, idPrefix: "r-"))
        == """
        <h3 id="r-a">A</h3>
        <h4 id="r-a-1">A</h4>
        <h6 id="r-b">B</h6>
        <blockquote>
        <h3>C</h3>
        </blockquote>

        """)
  }

  @Test func namesTheLanguageOfCodeWhereItIsAName() {
    #expect(
      html("```sh -x\na && b\n```\n")
        == "<pre tabindex=\"0\"><code class=\"language-sh\">a &amp;&amp; b\n</code></pre>\n")
    #expect(html("```c++\n```\n").contains("language-c++"))
    for info in ["a\"b", "a<b", "{.x}", "é"] {
      #expect(!html("```\(info)\nx\n```\n").contains("class"))
    }
  }

  @Test func showsRawHTMLAsText() {
    #expect(
      html("<div onclick=\"x\">\n\na <b>c</b>\n") == """
        <pre class="raw-html" tabindex="0">&lt;div onclick=&quot;x&quot;&gt;
        </pre>
        <p>a &lt;b&gt;c&lt;/b&gt;</p>

        """)
  }

  @Test func writesWholeNodesOfARange() {
    let document = markdown("# A\n\none\n\n## B\n\n- two\n\n# C\n")
    let sections = document.sections
    let parts = sections.map {
      renderHTML(document, nodes: $0.content, options: HTMLOptions()).html.text
    }
    #expect(
      parts == [
        "<p>one</p>\n<h2 id=\"b\">B</h2>\n<ul>\n<li>two</li>\n</ul>\n",
        "<ul>\n<li>two</li>\n</ul>\n", "",
      ])
  }

  @Test func marksLinksThatLeaveTheSite() {
    #expect(
      html("[a](https://b.example/c?d=e&f 'g') [h](i.md) [j](#k) <l@m.n>\n") == """
        <p><a href="https://b.example/c?d=e&amp;f" title="g" rel="external noopener noreferrer">a</a> \
        <a href="i.md">h</a> <a href="#k">j</a> <a href="mailto:l@m.n">l@m.n</a></p>

        """)
  }

  @Test func rewritesLinksAsItIsTold() {
    let options = HTMLOptions { destination in
      switch destination {
      case "CHG-2026-0042.md": .keep("../chg-2026-0042/")
      case "CHG-2026-0043.md": .dead(suggestion: "CHG-2026-0042.md")
      case "rewritten.md": .keep("javascript:x")
      default: .unsafe
      }
    }
    let document = markdown(
      "[a](CHG-2026-0042.md) [*b*](CHG-2026-0043.md) [c](rewritten.md) [d](other.md)\n")
    let rendered = renderHTML(document, options: options)
    #expect(
      rendered.html.text == """
        <p><a href="../chg-2026-0042/">a</a> <span class="dead-link"><em>b</em></span> c d</p>

        """)
    #expect(
      rendered.problems.map(\.kind) == [
        .deadLink("CHG-2026-0043.md", suggestion: "CHG-2026-0042.md"), .unsafeLink("rewritten.md"),
        .unsafeLink("other.md"),
      ])
    #expect(
      rendered.problems.map(\.place.text) == [
        "[*b*](CHG-2026-0043.md)", "[c](rewritten.md)", "[d](other.md)",
      ])
  }

  @Test func loadsNoImageFromElsewhere() {
    #expect(
      html("![a *b*](c.png \"d\") ![e](https://f.example/g.png) ![](https://h.example/)\n") == """
        <p><img src="c.png" alt="a b" title="d" loading="lazy"> \
        <a href="https://f.example/g.png" rel="external noopener noreferrer">e</a> \
        <a href="https://h.example/" rel="external noopener noreferrer">https://h.example/</a></p>

        """)
  }

  @Test func nestsNoLinks() {
    #expect(
      html("[![a](https://b.example/c)](https://d.example)\n") == """
        <p><a href="https://d.example" rel="external noopener noreferrer">a</a></p>

        """)
  }

  @Test func dropsTheLinkOfAnEmptyDestination() {
    #expect(html("[a]() ![b](<>)\n") == "<p>a b</p>\n")
  }

  @Test func writesNoControlCharacters() {
    #expect(html("a&#1;b&#27;c&#127;d\n") == "<p>a\u{FFFD}b\u{FFFD}c\u{FFFD}d</p>\n")
  }

  @Test func leavesOutComments() {
    #expect(html("a <!-- b --> c\n") == "<p>a  c</p>\n")
    #expect(html("<!-- a -->\n") == "")
    #expect(html("<!--\na\n\nb\n-->\n\nc\n") == "<p>c</p>\n")
    #expect(html("<!-- a --> b & <!-- c -->\n") == "<p> b &amp; \n</p>\n")
    #expect(html("# <!-- a --> b\n").contains("> b</h1>"))
    #expect(!html("<div>\n<!-- a -->\nb\n</div>\n").contains("a --"))
    // One that nothing closes hides nothing; one in code is code.
    #expect(html("<!-- a\n\nb\n").contains("b"))
    #expect(html("`<!-- a -->`\n") == "<p><code>&lt;!-- a --&gt;</code></p>\n")
    #expect(markdown("a <!-- b --> c\n\n<!-- d --> e\n").plainText(of: 0) == "a  c  e")
  }

  @Test func leavesOutTheNodeThatIsNotWanted() {
    let document = markdown("a\n\n# b\n\nc\n")
    var options = HTMLOptions()
    options.omitted = document.titleHeading?.node
    #expect(
      renderHTML(document, nodes: 1..<document.nodes.count, options: options).html.text
        == "<p>a</p>\n<p>c</p>\n")
  }

  @Test func reportsControlCharactersThatEntitiesStandFor() {
    let document = markdown("# a &#7; b\n\n`c`&#x9b;\n")
    #expect(document.problems.map(\.kind) == [.controlCharacter(7), .controlCharacter(0x9B)])
    #expect(document.problems.map(\.place.start.line) == [1, 3])
    #expect(document.headings.map(\.text) == ["a \u{FFFD} b"])
  }
}
