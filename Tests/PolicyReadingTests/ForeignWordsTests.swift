import Testing

@testable import PolicyReading

@Suite struct ForeignWordsTests {
  /// They are compared with folded words, and are not folded themselves.
  @Test func areWrittenAsTheyAreCompared() {
    let stops = ForeignWords.stops.map { String(decoding: $0, as: UTF8.self) }
    let words = stops + ForeignWords.days.keys + ForeignWords.negations + ForeignWords.occasions
    for word in words + WrittenLanguage.others + WrittenLanguage.negations {
      #expect(!word.isEmpty && WordForm.fold(word).utf8.elementsEqual(word.utf8), "\(word)")
    }
    #expect(words.count > 200)
  }
}
