import SourceText

/// A sentence, a heading, a cell or a line under the title, with its place.
struct WrittenSentence {
  enum Kind { case sentence, heading, cell, entry }

  let text: String
  let place: Place
  let kind: Kind
  /// The paragraph, heading or cell that it stands in.
  let node: Int?
  let language: WrittenLanguage

  init(_ text: String, _ place: Place, _ kind: Kind, node: Int? = nil) {
    self.text = text
    self.place = place
    self.kind = kind
    self.node = node
    language = WrittenLanguage(text)
  }
}

/// What a document in two languages says twice.
///
/// A sentence that is not in English is a translation where an English one nearby says as much: the
/// same numbers, months and days of the week, and a `no` or a stop where it has one.
struct TranslatedSentences {
  private var places: Set<Place> = []

  init(_ sentences: [WrittenSentence]) {
    let foreign = sentences.indices.filter { sentences[$0].language.isForeign }
    guard foreign.count > 2, foreign.count * 4 >= sentences.count else { return }
    var used: Set<Int> = []
    for index in foreign {
      let said = SaidTimes(sentences[index].text)
      let near = max(0, index - Self.reach)..<min(sentences.count, index + Self.reach + 1)
      // Each sentence has one translation, the nearest.
      let original = near.sorted { abs($0 - index) < abs($1 - index) }.first { other in
        !sentences[other].language.isForeign && !used.contains(other)
          && said.isSaid(by: SaidTimes(sentences[other].text))
      }
      if let original { used.insert(original) }
      if original != nil || Self.saysTwice(sentences[index].text) {
        places.insert(sentences[index].place)
      }
    }
  }

  func hold(_ sentence: WrittenSentence) -> Bool { places.contains(sentence.place) }

  /// `No change. / Keine Änderung.` in one line.
  private static func saysTwice(_ text: String) -> Bool {
    let halves = text.split(separator: " / ", maxSplits: 1).map(String.init)
    guard halves.count == 2 else { return false }
    let foreign = halves.filter { WrittenLanguage($0).isForeign }
    guard foreign.count == 1, let original = halves.first(where: { $0 != foreign[0] }) else {
      return false
    }
    return SaidTimes(foreign[0]).isSaid(by: SaidTimes(original))
  }

  /// Sentences between one and its translation, at most.
  private static let reach = 6

  /// What a translation has to keep.
  private struct SaidTimes {
    var numbers: Set<String> = []
    var days: Set<Int> = []
    var roles: WordRole = []

    init(_ text: String) {
      let words = WordForm.words(text)
      for word in words {
        if word.utf8.contains(where: { (0x30...0x39).contains($0) }) { numbers.insert(word) }
        if let day = ForeignWords.days[word] { days.insert(day) }
        if ForeignWords.negations.contains(word) { roles.insert(.negation) }
        if ForeignWords.isStop(word) { roles.insert(.stop) }
        if ForeignWords.occasions.contains(word) { roles.insert(.occasion) }
      }
      let sentence = DecidingSentence(text)
      if !sentence.all.isDisjoint(with: [.negation, .only]) || words.contains("without") {
        roles.insert(.negation)
      }
      if !sentence.all.isDisjoint(with: [.stop, .hold, .freeze]) { roles.insert(.stop) }
      if sentence.saysOccasion { roles.insert(.occasion) }
    }

    func isSaid(by other: SaidTimes) -> Bool {
      numbers.isSubset(of: other.numbers) && days.isSubset(of: other.days)
        && roles.isSubset(of: other.roles)
    }
  }
}
