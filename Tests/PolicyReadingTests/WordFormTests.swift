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
}
