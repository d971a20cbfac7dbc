import SourceText

/// The words of all entries, each with the entries that have it. Entries are added one after the other,
/// so that the lists ascend by themselves.
struct SearchTerms {
  /// Where an entry has a word.
  enum Field: Int, CaseIterable {
    /// The word is all of its id or name.
    case whole
    /// In its id, title, systems or people.
    case title
    /// In its text.
    case text
  }

  /// A word's entries, ascending; one is in the first field alone that has the word.
  typealias Lists = [[UInt32]]

  private var letters: [UInt8] = []
  private var ends: [Int] = [0]
  /// By field, then by term.
  private var lists = [Lists](repeating: [], count: Field.allCases.count)
  /// By term: the last entry that has it, and one more.
  private var last: [UInt32] = []
  /// Open addressing: the number of a term and one more; 0 for a free place.
  private var places = [UInt32](repeating: 0, count: 1 << 12)
  private var words = SearchWords()

  var count: Int { last.count }

  /// All words of a text.
  mutating func add(_ text: String, in field: Field, of entry: Int) {
    var words = self.words
    self.words = SearchWords()
    words.each(of: text) { add($0, in: field, of: UInt32(truncatingIfNeeded: entry)) }
    self.words = words
  }

  /// All words of an id or a name as one.
  mutating func add(name: String, in field: Field, of entry: Int) {
    words.joined(name).withBytes {
      if !$0.isEmpty { add($0, in: field, of: UInt32(truncatingIfNeeded: entry)) }
    }
  }

  private mutating func add(
    _ word: UnsafeBufferPointer<UInt8>, in field: Field, of entry: UInt32
  ) {
    let term = number(of: word)
    // The fields of an entry come in their order.
    guard last[term] != entry + 1 else { return }
    last[term] = entry + 1
    lists[field.rawValue][term].append(entry)
  }

  private mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
    var place = Self.hash(word) & (places.count - 1)
    while places[place] != 0 {
      let term = Int(places[place]) - 1
      if isTerm(term, word) { return term }
      place = (place + 1) & (places.count - 1)
    }
    letters += word
    ends.append(letters.count)
    for field in lists.indices { lists[field].append([]) }
    last.append(0)
    places[place] = UInt32(truncatingIfNeeded: count)
    if count * 2 > places.count { widen() }
    return count - 1
  }

  private func isTerm(_ term: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = ends[term]
    guard ends[term + 1] - start == word.count else { return false }
    return letters.withUnsafeBufferPointer { letters in
      for index in word.indices where letters[start + index] != word[index] { return false }
      return true
    }
  }

  private mutating func widen() {
    places = [UInt32](repeating: 0, count: places.count * 2)
    for term in last.indices {
      let word = letters[ends[term]..<ends[term + 1]]
      var place = word.withUnsafeBufferPointer(Self.hash) & (places.count - 1)
      while places[place] != 0 { place = (place + 1) & (places.count - 1) }
      places[place] = UInt32(truncatingIfNeeded: term + 1)
    }
  }

  /// FNV-1a.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    Int(
      truncatingIfNeeded: bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
        ($0 ^ UInt64($1)) &* 0x0100_0000_01b3
      } >> 7) & Int.max
  }

  /// Every term with its lists, in the order in which browsers compare texts.
  var sorted: [(word: String, lists: Lists)] {
    let all = last.indices.map { term in
      (
        word: String(decoding: letters[ends[term]..<ends[term + 1]], as: UTF8.self),
        lists: lists.map { $0[term] }
      )
    }
    return all.sorted { $0.word.precedesInBrowsers($1.word) }
  }
}

extension String {
  /// By UTF-16, as browsers compare texts: what takes two units of it comes before the last of what
  /// takes one.
  func precedesInBrowsers(_ other: String) -> Bool {
    func rank(_ byte: UInt8) -> UInt8 {
      switch byte {
      case 0xF0...0xFF: byte - 2
      case 0xEE, 0xEF: byte + 5
      default: byte
      }
    }
    return utf8.lexicographicallyPrecedes(other.utf8) { rank($0) < rank($1) }
  }
}
