import SourceText
import Testing

@testable import Markdown

/// What is done at less cost gives what it would give without that.
@Suite struct ShortcutTests {
  private static let pieces: [String] = [
    "a", "b c", " ", "\n", "\n\n", "- ", "> ", "# ", "*", "**", "`", "~", "~~", "|", "|-|", "[",
    "]",
    "(", ")", "![", "](", "[a]", "[a](https://a.b/c)", " [a b](http://a.b) ", "[a]: https://a.b",
    "https://a.b", "http:", "//", "://", "ftp://a.b", "www.a.b", "www", ".", "w", "@", "a@b.c",
    "+@",
    "&#64;", "&commat;", "&#x77;", "\\@", "\\:", "<https://a.b>", "<a@b.c>", "<b>", "-->", "&amp;",
    "é",
    "mailto:a@b.c", "xmpp:a@b.c", "\"", "'", "_", "](https://a.b", ")[", " a@b ",
  ]

  @Test func bareLinksAreFoundThatTheWholeSearchFinds() {
    var generator = SeededGenerator(state: 11)
    var links = 0
    for _ in 0..<12_000 {
      let count = Int.random(in: 1...12, using: &generator)
      let text = (0..<count).map { _ in
        Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
      }.joined()
      let file = SourceFile(path: "record.md", text: text)
      let short = readMarkdown(file, body: nil, limits: .record, takingShortcuts: true)
      let whole = readMarkdown(file, body: nil, limits: .record, takingShortcuts: false)
      links += whole.indices("link").count
      guard short.outline == whole.outline, short.nodes.map(\.range) == whole.nodes.map(\.range)
      else {
        Issue.record("\(String(reflecting: text)): \(short.outline) and not \(whole.outline)")
        return
      }
    }
    #expect(links > 5_000)
  }

  /// Eight bytes are looked at together: a character is found at each place among them, and none
  /// that is not there.
  @Test func charactersAreEscapedWhereverTheyStand() {
    for byte in UInt8(0)..<0x80 {
      let spelling =
        switch byte {
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case 0x09, 0x0A, 0x0D, 0x20..<0x7F: String(decoding: [byte], as: UTF8.self)
        default: "\u{FFFD}"
        }
      for place in 0..<19 {
        for filler in ["a", "é", "\u{80}", ";", "=", "?", "%", "(", "!", "#"] {
          var writer = HTMLWriter()
          let before = String(repeating: filler, count: place)
          writer.text(before + String(decoding: [byte, byte], as: UTF8.self) + before)
          #expect(writer.finish().text == before + spelling + spelling + before)
        }
      }
    }
  }
}
