import Testing

@testable import SourceText

@Suite struct TextSearchTests {
  private static let pieces = [
    "a", "ab", "b", " ", "é", "e\u{301}", "~", "~~", "\n", "\r\n", "\u{2028}",
  ]

  private func texts(_ count: Int, of pieces: [String]) -> [String] {
    (0..<count).map { number in
      var rest = number &* 2_654_435_761
      return (0..<number % 7).map { _ in
        rest = (rest &* 6_364_136_223 &+ 1_442_695) & 0xFF_FFFF_FFFF
        return pieces[(rest >> 16) % pieces.count]
      }.joined()
    }
  }

  @Test func findsWhatStandsThereByteForByte() {
    let texts = texts(300, of: Self.pieces)
    var found = 0
    for text in texts {
      for part in texts {
        let (bytes, wanted) = (Array(text.utf8), Array(part.utf8))
        let isThere =
          wanted.isEmpty
          || (0..<max(0, bytes.count - wanted.count + 1)).contains {
            bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
          }
        if isThere { found += 1 }
        guard text.holds(part) == isThere else {
          Issue.record("\(String(reflecting: part)) in \(String(reflecting: text))")
          return
        }
      }
    }
    #expect(found > 1_000)
  }

  @Test func linesAreThoseBetweenLineEnds() {
    for text in texts(3_000, of: Self.pieces + ["\u{85}", "\u{B}", "\r", "\u{2029}", "x y"]) {
      let wanted = text.split(whereSeparator: \.isNewline).map(String.init)
      guard text.linesOfText.elementsEqual(wanted) else {
        Issue.record("\(String(reflecting: text)): \(text.linesOfText)")
        return
      }
    }
  }
}
