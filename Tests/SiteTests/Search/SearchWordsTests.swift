import Foundation
import TestSupport
import Testing

@testable import Site

@Suite struct SearchWordsTests {
  private func words(_ text: String) -> [String] {
    var found: [String] = []
    var words = SearchWords()
    words.each(of: text) { found.append(String(decoding: $0, as: UTF8.self)) }
    return found
  }

  @Test(arguments: [
    ("CHG-2026-0042", ["chg", "2026", "0042"]), ("rpc_gateway.v2", ["rpc", "gateway", "v2"]),
    ("Überprüfung", ["uberprufung"]), ("U\u{308}ber", ["uber"]), ("ＦＵＬＬ", ["full"]),
    ("ﬁle", ["file"]), ("data\u{AD}base", ["database"]), ("数据库", ["数", "据", "库"]),
    ("Обновление", ["обновление"]), ("a—b", ["a", "b"]), ("", []), (" \u{202E}-\u{0} ", []),
  ])
  func partsAText(_ text: String, _ expected: [String]) { #expect(words(text) == expected) }

  /// Words stay what they are whatever stands between them and however they are written.
  @Test func findsTheSameWordsInEveryForm() {
    var random = SplitMix(seed: 3)
    let letters = Array("abcxyz019éßñжω")
    let gaps = [" ", "-", "\n", " — ", "<->", "\u{2028}", "/", "\"", ", ", "\u{202E} "]
    for _ in 0..<300 {
      let plain = (0...random.below(6)).map { _ in
        String((0...random.below(9)).map { _ in letters[random.below(letters.count)] })
      }
      let text = plain.map { word in
        switch random.below(3) {
        case 0: word.uppercased()
        case 1: word.decomposedStringWithCanonicalMapping
        default: word
        }
      }.joined(separator: gaps[random.below(gaps.count)])
      let expected = plain.flatMap(words).map { $0.replacing("ß", with: "ss") }
      #expect(words(text).map { $0.replacing("ß", with: "ss") } == expected, "\(text)")
    }
  }

  @Test func cutsWhatIsLong() {
    for letter in ["a", "é", "ж"] {
      let found = words(String(repeating: letter, count: 90))
      #expect(found.count == 1 && found.first?.unicodeScalars.count == SearchWords.longest)
    }
    var words = SearchWords()
    #expect(words.joined("CHG-2026-0042") == "chg20260042")
    #expect(words.joined(String(repeating: "ab ", count: 40)).count == SearchWords.longest)
  }
}
