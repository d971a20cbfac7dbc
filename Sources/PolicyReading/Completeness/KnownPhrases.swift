import SourceText

/// Names and times of the rows that were read: for a sentence to repeat them is nothing new.
struct KnownPhrases: ExpressibleByArrayLiteral {
  /// The words of each, by its first word.
  private var phrases: [String: [[String]]] = [:]
  private let freezes: Set<[String]>

  /// - Parameters:
  ///   - phrases: In the form of `WordForm.fold`.
  ///   - freezes: Those among them that are names of freezes.
  init(_ phrases: [String], freezes: [String] = []) {
    self.freezes = Set(freezes.map { $0.parts(at: " ") })
    for phrase in phrases {
      let words = phrase.parts(at: " ")
      guard let first = words.first else { continue }
      self.phrases[first, default: []].append(words)
    }
    // Of two that begin alike the longer one is meant.
    for first in self.phrases.keys { self.phrases[first]?.sort { $0.count > $1.count } }
  }

  init(arrayLiteral phrases: String...) { self.init(phrases) }

  /// Words without those of the phrases, and whether a name of a freeze was one; nil where none of them is
  /// there.
  func removed(from words: [String]) -> (rest: [String], namesFreeze: Bool)? {
    guard words.contains(where: { phrases[$0] != nil }) else { return nil }
    var rest: [String] = []
    var (index, namesFreeze) = (0, false)
    while index < words.count {
      let found = phrases[words[index]]?.first { words[index...].starts(with: $0) }
      if let found {
        index += found.count
        namesFreeze = namesFreeze || freezes.contains(found)
      } else {
        rest.append(words[index])
        index += 1
      }
    }
    return rest.count == words.count ? nil : (rest, namesFreeze)
  }
}
