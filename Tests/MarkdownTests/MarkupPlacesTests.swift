import Markdown
import Testing

/// The same as in JSON and CSV for what is taken for markup.
@Suite struct MarkupPlacesTests {
  @Test(
    arguments: [
      ("<", "&lt;"), (">", "&gt;"), ("&", "&amp;"), ("\"", "&quot;"), ("'", "&#39;"),
      ("\u{7F}", "\u{FFFD}"), ("\u{1}", "\u{FFFD}"),
    ] as [(Character, String)])
  func inMarkup(character: Character, spelling: String) {
    for length in 1...26 {
      for place in 0..<length {
        let other = (place * 7 + 3) % length
        let letters = (0..<length).map { $0 == place || $0 == other ? character : "x" }
        var writer = HTMLWriter()
        writer.text(String(letters))
        let expected = letters.map { $0 == character ? spelling : String($0) }.joined()
        #expect(writer.finish().text == expected, "\(place) and \(other) of \(length)")
      }
    }
  }
}
