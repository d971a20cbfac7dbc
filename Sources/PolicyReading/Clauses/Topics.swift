/// What a clause or a workflow is about, as far as sentences depend on it.
struct Topics: OptionSet {
  let rawValue: UInt8

  static let emergencies = Topics(rawValue: 1)
  static let votes = Topics(rawValue: 2)
  static let records = Topics(rawValue: 4)
  static let reports = Topics(rawValue: 8)
  static let boards = Topics(rawValue: 16)
  static let retention = Topics(rawValue: 32)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// - Parameter folded: as `WordForm.fold` leaves it.
  init(of folded: String) { self.init(of: Array(" \(folded)".utf8)) }

  /// - Parameter words: folded, a blank in front of each word.
  init(of words: [UInt8]) {
    self = []
    for (topic, beginnings) in Self.words
    where beginnings.contains(where: { WordSearch.finds($0, in: words) }) {
      insert(topic)
    }
  }

  /// Beginnings of words.
  private static let words: [(Topics, [StaticString])] = [
    (.emergencies, ["emergenc"]),
    (.votes, ["vote", "voting", "governance", "ballot", "referendum"]),
    (.records, ["record", "retention", "retain", "audit", "evidence", "change request"]),
    (.retention, ["retention"]),
    (.boards, ["cab", "ecab", "advisory board", "board", "committee"]),
    (.reports, ["report", "metric", "measur", "figures"]),
  ]
}

/// Search for beginnings of words in folded text.
enum WordSearch {
  /// - Parameter words: a blank in front of each word.
  static func finds(_ beginning: StaticString, in words: [UInt8]) -> Bool {
    beginning.withUTF8Buffer { wanted in
      words.withUnsafeBufferPointer { words in
        guard let first = wanted.first else { return false }
        var index = 0
        while index + wanted.count < words.count {
          if words[index] == 0x20, words[index + 1] == first,
            wanted.indices.allSatisfy({ words[index + 1 + $0] == wanted[$0] })
          {
            return true
          }
          index += 1
        }
        return false
      }
    }
  }
}
