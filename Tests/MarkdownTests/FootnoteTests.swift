import Markdown
import SourceText
import Testing

private func html(_ text: String) -> String {
  let html = renderHTML(markdown(text), options: HTMLOptions(idPrefix: "t-")).html.text
  checkTags(html)
  checkIDs(html)
  return html
}

@Suite struct FootnoteTests {
  @Test func leadsToTheNoteAndBack() {
    #expect(
      html("Note[^1].\n\n[^1]: The *note*.\n") == """
        <p>Note<sup class="note-ref" id="t-ref~1"><a href="#t-note~1" aria-label="Note 1">1</a></sup>.</p>
        <div class="notes" role="group" aria-label="Notes">
        <ol>
        <li id="t-note~1"><p>The <em>note</em>.</p>
         <a href="#t-ref~1" class="note-back" aria-label="Back to note 1">↩</a></li>
        </ol></div>

        """)
  }

  @Test func numbersNotesInTheOrderOfTheText() {
    let made = html("a[^b] c[^A] d[^b]\n\n[^a]: First word\n[^B]: Second\n")
    #expect(made.contains("id=\"t-ref~1~2\""))
    let words = ["Second", "First word"].compactMap { made.firstRange(of: $0)?.lowerBound }
    #expect(words.count == 2 && words[0] < words[1])
    #expect(!made.contains("[^"))
  }

  @Test func readsNotesOfSeveralBlocks() {
    let made = html(
      "a[^1]\n\n[^1]: One\n  and two.\n\n    - three\n\n    ```\n    four\n    ```\n\nfive\n")
    #expect(made.contains("<li>three</li>"))
    #expect(made.contains("<code>four\n</code>"))
    #expect(made.contains("<p>five</p>\n<div class=\"notes\""))
    #expect(made.contains("One\nand two."))
  }

  /// What nothing leads to, and what is said twice, is shown all the same.
  @Test func losesNoNote() {
    let made = html("a[^1]\n\n[^1]: one\n[^1]: two\n\n[^9]: three\n")
    for word in ["one", "two", "three"] { #expect(made.contains(word)) }
    #expect(html("[^1]: word\n").contains("word"))
  }

  @Test func leavesAsTextWhatIsNoReference() {
    #expect(html("a[^1] b[^ 2]\n") == "<p>a[^1] b[^ 2]</p>\n")
    let made = html("\\[^1] `[^1]` &#91;^1] [^1](u.md)\n\n[^1]: one\n")
    #expect(!made.contains("<sup"))
    #expect(html("```\n[^1]: a\n```\n\n[^1]\n").contains("<code>[^1]: a\n</code>"))
    #expect(html("<!--\n[^1]: hidden\n-->\n\na[^1]\n") == "<p>a[^1]</p>\n")
  }

  /// Whoever reads the text for what it decides reads the notes too, at their place.
  @Test func keepsNotesInTheText() throws {
    let document = markdown("# A\n\na[^1]\n\n[^1]: Not on Fridays, see [b](c.md).\n\n# D\n\ne\n")
    #expect(document.plainText(of: 0).contains("[^1]: Not on Fridays, see b."))
    let sections = document.sections
    #expect(document.plainText(ofNodes: sections[0].content).contains("Fridays"))
    let link = try #require(
      document.nodes.indices.first {
        if case .link = document.nodes[$0].kind { true } else { false }
      })
    #expect(document.place(of: link).text == "[b](c.md)")
    #expect(document.headings.map(\.text) == ["A", "D"])
    #expect(markdown("a[^1]\n\n[^1]: b\n\n    # c\n").headings.isEmpty)
  }

  @Test(arguments: 0..<6)
  func showsEveryWordAtItsPlace(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    for _ in 0..<60 {
      var words: [String] = []
      func word() -> String {
        words.append("wort\(words.count)q")
        return words[words.count - 1]
      }
      var parts: [String] = []
      for _ in 0..<1 + random.below(6) {
        let label = ["1", "a", "Note-2", "é"][random.below(4)]
        switch random.below(6) {
        case 0: parts.append("\(word())[^\(label)] \(word())")
        case 1: parts.append("[^\(label)]: \(word())\n\(word())")
        case 2: parts.append("[^\(label)]: \(word())\n\n    \(word())\n\n\t- \(word())")
        case 3: parts.append("- \(word())[^\(label)]\n[^\(label)]: \(word())")
        case 4: parts.append("| \(word()) |\n|---|\n| \(word())[^\(label)] |")
        default: parts.append("[^\(label)]:\n    > \(word())")
        }
      }
      let ending = ["\n", "\r\n", "\r"][random.below(3)]
      let text = parts.joined(separator: "\n\n").split(
        separator: "\n", omittingEmptySubsequences: false
      ).joined(separator: ending)
      let document = markdown(text)
      let made = html(text)
      for word in words {
        #expect(made.split(separator: word, omittingEmptySubsequences: false).count == 2, "\(text)")
        #expect(document.plainText(of: 0).contains(word))
      }
      for (index, node) in document.nodes.enumerated() where node.kind == .text {
        guard let range = node.range else { continue }
        #expect(
          document.literal(of: index).hasPrefix(document.file.text(range)),
          "\(text.debugDescription)")
      }
    }
  }

  @Test func takesManyNotesInItsStride() {
    for text in [
      String(repeating: "[^1]:\n", count: 10_000), String(repeating: "[^1]: a[^1]\n", count: 4_000),
      String(repeating: "[^1]", count: 4_000) + "\n\n[^1]: a\n",
      (0..<3_000).map { "[^\($0)]: a\n" }.joined(),
      String(repeating: "[^1]: ", count: 1_300),
      "[^1]: " + String(repeating: "> ", count: 31) + "a",
    ] {
      checkTags(renderHTML(markdown(text), options: HTMLOptions()).html.text)
    }
  }
}

@Suite struct AlertTests {
  @Test func saysWhatItIsInAWord() {
    for (mark, word) in [
      ("NOTE", "Note"), ("tip", "Tip"), ("Important", "Important"), ("WARNING", "Warning"),
      ("CAUTION", "Caution"),
    ] {
      #expect(
        html("> [!\(mark)]\n> Careful.\n") == """
          <div class="alert alert-\(word.lowercased())">
          <p class="alert-title">\(word)</p>
          <p>Careful.</p>
          </div>

          """)
    }
    #expect(html("> [!NOTE]\n>\n> - a\n").contains("</p>\n<ul>"))
  }

  @Test func leavesOtherQuotesAlone() {
    for text in [
      "> [!NOTE] a\n", "> [!OTHER]\n> a\n", "> a\n> [!NOTE]\n", "> `[!NOTE]`\n", "[!NOTE]\n",
    ] {
      #expect(!html(text).contains("alert"), "\(text)")
    }
  }
}

@Suite struct RecordIDTests {
  private func linked(_ text: String) -> String {
    var options = HTMLOptions(idPrefix: "t-")
    options.record = { id in
      ["CHG-2026-0001", "CHG-2026-00012", "INC-2026-001"].contains(id) ? "\(id).html" : nil
    }
    let made = renderHTML(markdown(text), options: options).html.text
    checkTags(made)
    return made
  }

  @Test func leadToTheirRecords() {
    let link = "<a href=\"CHG-2026-0001.html\">CHG-2026-0001</a>"
    for (before, after) in [
      ("See ", "."), ("(", ")"), ("", "'s plan"), ("a/", "/b"), ("", "、"), ("\u{2014}", "\u{2014}"),
      ("", ", "),
      ("a: ", "?"), ("long words before it ", " and after it, none of them with digits"),
    ] {
      let made = linked("x\(before)CHG-2026-0001\(after) x y\n")
      // A letter right before it makes it another word.
      #expect(made.contains(link) == !before.isEmpty, "\(made)")
    }
    #expect(linked("**INC-2026-001**\n").contains("<strong><a href=\"INC-2026-001.html\">"))
    #expect(linked("# CHG-2026-0001\n").hasPrefix("<h1 id=\"t-chg-2026-0001\"><a href="))
  }

  @Test func areTheLongest() {
    #expect(linked("CHG-2026-00012\n").contains("CHG-2026-00012.html"))
    for text in [
      "CHG-2026-00013", "CHG-2026-0001.2", "CHG-2026-0001-b", "XCHG-2026-0001", "CHG-2026-9999",
    ] {
      #expect(!linked(text + "\n").contains("<a"), "\(text)")
    }
  }

  @Test func areTextInCodeAndLinks() {
    #expect(!linked("`CHG-2026-0001`\n\n    CHG-2026-0001\n").contains("<a"))
    #expect(
      linked("[CHG-2026-0001](a.md)\n") == "<p><a href=\"a.md\">CHG-2026-0001</a></p>\n")
    #expect(!linked("<div>CHG-2026-0001</div>\n").contains("<a"))
  }

  /// Wherever it stands among bytes that are looked at eight at a time.
  @Test func areFoundAtEveryOffset() {
    for count in 0..<40 {
      let padding = String(repeating: "w", count: count) + " "
      #expect(
        linked("\(padding)CHG-2026-0001 \(padding)INC-2026-001\n").contains("INC-2026-001.html"))
    }
  }
}
