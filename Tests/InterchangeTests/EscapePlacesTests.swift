import Interchange
import Testing

/// Texts are looked through eight bytes at a time: what needs another spelling is found wherever it
/// stands, in texts of every length around a block.
@Suite struct EscapePlacesTests {
  /// Texts of up to 26 letters with the character at one place, and with it at two.
  private static func texts(with character: Character) -> [(text: String, places: [Int])] {
    (1...26).flatMap { length -> [(text: String, places: [Int])] in
      (0..<length).flatMap { first in
        [[first], [first, (first * 7 + 3) % length]].map { places in
          let letters = (0..<length).map { places.contains($0) ? character : "x" }
          return (String(letters), places)
        }
      }
    }
  }

  @Test(
    arguments: [
      ("\"", #"\""#), ("\\", #"\\"#), ("\n", #"\n"#), ("\u{1}", #"\u0001"#),
      ("\u{2028}", #"\u2028"#),
    ] as [(Character, String)])
  func inJSON(character: Character, spelling: String) {
    for (text, places) in Self.texts(with: character) {
      var writer = JSONWriter(.compact)
      writer.value(text)
      let expected = text.map { $0 == character ? spelling : String($0) }.joined()
      #expect(String(decoding: writer.finish(), as: UTF8.self) == "\"\(expected)\"\n", "\(places)")
    }
  }

  @Test(arguments: [",", "\"", "\n", "\r"] as [Character])
  func inCSV(character: Character) {
    for (text, places) in Self.texts(with: character) {
      var writer = CSVWriter()
      writer.text(text)
      let doubled = text.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
      let mark = text.first == "\n" || text.first == "\r" ? "'" : ""
      #expect(
        String(decoding: writer.bytes, as: UTF8.self) == "\"\(mark)\(doubled)\"", "\(places)")
    }
  }

  @Test(arguments: ["\u{0}", "\u{1F}", "\u{7F}", "\u{80}", "\u{85}", "\u{9F}"] as [Character])
  func controlsInCSV(character: Character) {
    for (text, places) in Self.texts(with: character) {
      var writer = CSVWriter()
      writer.text(text)
      let expected = text.map { $0 == character ? "\u{FFFD}" : String($0) }.joined()
      #expect(String(decoding: writer.bytes, as: UTF8.self) == expected, "\(places)")
    }
  }
}
