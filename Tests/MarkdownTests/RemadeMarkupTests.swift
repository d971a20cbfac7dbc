import Markdown
import SourceText
import Testing

private func html(_ text: String) -> String {
  let html = renderHTML(markdown(text), options: HTMLOptions(idPrefix: "t-")).html.text
  checkTags(html)
  checkIDs(html)
  return html
}

/// Every id of a page is there once, and every link into it leads to one.
func checkIDs(_ html: String, sourceLocation: SourceLocation = #_sourceLocation) {
  func values(_ attribute: String) -> [Substring] {
    html.split(separator: " \(attribute)=\"", omittingEmptySubsequences: false).dropFirst()
      .compactMap { $0.split(separator: "\"", omittingEmptySubsequences: false).first }
  }
  let ids = values("id")
  #expect(Set(ids).count == ids.count, "an id twice: \(html)", sourceLocation: sourceLocation)
  for link in values("href") where link.hasPrefix("#t-") {
    #expect(
      ids.contains(link.dropFirst()), "\(link) leads nowhere: \(html)",
      sourceLocation: sourceLocation)
  }
}

@Suite struct RemadeMarkupTests {
  @Test func makesLineBreaksInTextAndCells() {
    for written in ["<br>", "<br/>", "<BR />", "<br class=\"x\" onclick=\"y()\">"] {
      #expect(html("a\(written)b\n") == "<p>a<br>b</p>\n")
      #expect(html("| a\(written)b |\n|---|\n").contains("<th scope=\"col\">a<br>b</th>"))
    }
  }

  @Test func makesTheElementsThatPeopleWrite() {
    #expect(
      html("H<sub>2</sub>O, x<SUP class=a>*2*</SUP>, <kbd style='x'>Ctrl</kbd>\n")
        == "<p>H<sub>2</sub>O, x<sup><em>2</em></sup>, <kbd>Ctrl</kbd></p>\n")
    #expect(
      html("<a name=\"Plan.b\"></a>A <a id='c'/>b\n")
        == "<p><span id=\"t-Plan.b\"></span>A <span id=\"t-c\"></span>b</p>\n")
  }

  @Test func foldsWhatStandsBetweenDetails() {
    #expect(
      html("<details open>\n<summary>More & <b></summary>\n\n*Hidden.*\n\n</details>\n\nAfter.\n")
        == """
        <details>
        <summary>More &amp; &lt;b&gt;</summary>
        <p><em>Hidden.</em></p>
        </details>
        <p>After.</p>

        """)
    #expect(
      html("<details><summary>A</summary>b<br>c</details>\n")
        == "<details>\n<summary>A</summary>\n<p>b<br>c</p>\n</details>\n<p>\n</p>\n"
        || html("<details><summary>A</summary>b<br>c</details>\n")
          == "<details>\n<summary>A</summary>\n<p>b<br>c</p>\n</details>\n"
    )
    #expect(
      html("- <details>\n\n  a\n\n  </details>\n- b\n").contains(
        "<li><details>\n<p>a</p>\n</details>\n</li>"))
  }

  @Test func leavesWhatIsNotBalancedAsText() {
    for text in [
      "a <sub>b\n", "a</sub> b\n", "*a <sub>b* c</sub>\n", "<details>\n\na\n", "a\n\n</details>\n",
      "> <details>\n\n</details>\n", "<kbd>a</sub>\n", "- <details>\n\n</details>\n",
    ] {
      #expect(html(text).contains("&lt;"), "\(text)")
    }
    #expect(
      html("<sub>a <kbd>b</sub> c</kbd>\n") == "<p><sub>a &lt;kbd&gt;b</sub> c&lt;/kbd&gt;</p>\n")
  }

  @Test func foldsPartByPartWhereAPageShowsATextSo() {
    let document = markdown("# A\n\n<details>\n\na\n\n# B\n\nb\n\n</details>\n\nc\n")
    let parts = document.sections.map { section in
      renderHTML(document, nodes: section.content, options: HTMLOptions()).html.text
    }
    #expect(parts == ["<details>\n<p>a</p>\n</details>\n", "<p>b</p>\n<p>c</p>\n"])
  }

  @Test func keepsAllOtherHTMLAsText() {
    for text in [
      "<div>\n<br>\n</div>\n", "<a href=\"https://a.example\">b</a>\n", "<b>a</b>\n",
      "<a name=\"x\" href=\"javascript:y\">b</a>\n", "<brx>\n", "<sub-x>a</sub-x>\n",
    ] {
      let made = html(text)
      #expect(made.contains("&lt;") && !made.contains("<a ") && !made.contains("<br"), "\(text)")
    }
  }

  @Test func givesEachNameOnce() {
    let text = "# Plan\n\n<a name=\"plan\"></a>a <a name=\"b\"></a>b <kbd id=\"b\">c</kbd>\n"
    #expect(
      html(text)
        == "<h1 id=\"t-plan\">Plan</h1>\n<p><span></span>a <span id=\"t-b\"></span>b <kbd>c</kbd></p>\n"
    )
    let document = markdown(text)
    #expect(document.anchors["PLAN"]?.name == "plan")
    #expect(document.anchors["B"]?.name == "b")
    #expect(document.anchors["c"] == nil)
    for name in ["a b", "a\"b", "a<b", "", "\u{202E}", "a~1"] {
      #expect(!html("<a id='\(name)'></a>x\n").contains("id="), "\(name)")
    }
  }

  /// Pieces that open and close things, in any order.
  private static let pieces = [
    "<sub>", "</sub>", "<sup>", "</sup>", "<kbd id=\"k\">", "</kbd>", "<br>", "<a name=\"n\">",
    "<a id=\"i\"/>", "</a>", "<details>", "<details id=\"d\">", "</details>", "<summary>",
    "</summary>", "\n\n", "\n", "- ", "> ", "> [!NOTE]\n> ", "*", "**", "~~", "`", "[", "](u)",
    "![",
    "| ", "|-|-|\n", "a ", "b|c\n", "# ", "<div>", "</div>", "<!--", "-->", "<b>", "[^1]", "[^1]: ",
    "[^x]", "\n[^x]: ", "    ", "```\n", "<details><summary>s</summary>", "<sub", ">", "\"", "=",
    "CHG-2026-0001", "&lt;", "\\",
  ]

  @Test(arguments: 0..<8)
  func keepsEveryPageBalanced(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    for _ in 0..<400 {
      let text = (0..<random.below(40)).map { _ in Self.pieces[random.below(Self.pieces.count)] }
        .joined()
      let document = markdown(text)
      for node in document.nodes.indices.dropFirst() {
        let parent = Int(document.nodes[node].parent)
        #expect(parent < node && document.nodes[node].end <= document.nodes[parent].end)
      }
      var options = HTMLOptions(idPrefix: "t-")
      options.record = { $0.hasPrefix("CHG-") ? "../\($0).html" : nil }
      let whole = renderHTML(document, options: options).html.text
      checkTags(whole)
      checkIDs(whole)
      // The same part by part, as records and policies show their texts.
      var writer = HTMLWriter()
      let notes = WrittenFootnotes()
      for block in document.children(of: 0) {
        _ = writer.append(
          document, nodes: block..<Int(document.nodes[block].end), options: options,
          written: notes)
      }
      let parts = writer.finish().text
      checkTags(parts)
      checkIDs(parts)
      for name in document.anchors.all.map(\.name) {
        #expect(whole.contains("id=\"t-\(name)\""), "\(name) of \(text)")
      }
    }
  }

  @Test func takesLongRowsOfTagsInItsStride() {
    for piece in [
      "<sub>", "</sub>", "<kbd></sub>", "<sub><kbd></sub>", "<details>\n\n", "<a name=\"",
    ] {
      let text = String(repeating: piece, count: 60_000 / piece.utf8.count / 4)
      checkTags(renderHTML(markdown(text), options: HTMLOptions()).html.text)
    }
  }
}
