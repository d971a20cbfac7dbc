import PolicyReading
import Testing

@Suite struct WordFormTests {
  @Test(arguments: [
    ("Zürich-api", "Zu\u{308}rich-api"), ("rpc-gateway", "rpc\u{200B}-gate\u{AD}way"),
    ("rpc gateway", "ｒｐｃ　ｇａｔｅｗａｙ"), ("file server", "ﬁle server"), ("web", "\u{FEFF}WEB\u{200F}"),
    ("Straße 2", "straße ２"), ("a b", "a\u{A0}b"), ("naïve", "NAÏVE"), ("x\u{302}y", "X\u{302}Y"),
    ("don't", "don\u{2019}t"),
  ])
  func readAlikeAndAreOne(_ one: String, _ other: String) {
    #expect(WordForm.fold(one) == WordForm.fold(other))
    #expect(!WordForm.fold(one).isEmpty)
  }

  @Test(arguments: [("web", "wed"), ("rpc", "гpc"), ("é", "e"), ("node 1", "node 2")])
  func readOtherwiseAndAreTwo(_ one: String, _ other: String) {
    #expect(WordForm.fold(one) != WordForm.fold(other))
  }

  @Test func whiteSpaceIsThatOfUnicode() {
    let different = (0...0x3100 as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter {
      $0.isWhiteSpace != $0.properties.isWhitespace
    }
    #expect(different.isEmpty)
  }

  @Test func trimsWhateverStandsAtEitherEnd() {
    for blank in ["", " ", "\n", "\t ", "\u{A0}", "\u{3000}", "\u{2003}"] {
      for text in ["a", "a b", "~", "é", "a\u{301}", "\u{301}", "漢 字", "-"] {
        #expect(WordForm.trim(blank + text + blank) == text)
      }
      #expect(WordForm.trim(blank) == "")
    }
  }
}
