import SourceText

/// Names and times of the rows that were read: for a sentence to repeat them is nothing new.
struct KnownPhrases: ExpressibleByArrayLiteral {
  /// The words of each, by its first word.
  private var phrases: [String: [[String]]] = [:]
  private let freezes: Set<[String]>
  private let windows: Set<[String]>

  /// - Parameters:
  ///   - phrases: In the form of `WordForm.fold`.
  ///   - freezes: Those among them that are names of freezes.
  ///   - windows: Names of windows, of more than a word: a sentence speaks of windows with each.
  init(_ phrases: [String], freezes: [String] = [], windows: [String] = []) {
    self.freezes = Set(freezes.map { $0.parts(at: " ") })
    self.windows = Set(windows.map { $0.parts(at: " ") }.filter { $0.count > 1 })
    for phrase in phrases + self.windows.map({ $0.joined(separator: " ") }).sorted() {
      let words = phrase.parts(at: " ")
      guard let first = words.first else { continue }
      self.phrases[first, default: []].append(words)
    }
    // Of two that begin alike the longer one is meant.
    for first in self.phrases.keys { self.phrases[first]?.sort { $0.count > $1.count } }
  }

  init(arrayLiteral phrases: String...) { self.init(phrases) }

  /// Words without those of the phrases, with `windows` for the name of one, and whether a name of a freeze was one; nil where none of them is
  /// there.
  func removed(from words: [String]) -> (rest: [String], namesFreeze: Bool)? {
    guard words.contains(where: { phrases[$0] != nil }) else { return nil }
    var rest: [String] = []
    var (index, namesFreeze) = (0, false)
    while index < words.count {
      let found = phrases[words[index]]?.first { words[index...].starts(with: $0) }
      if let found {
        index += found.count
        if windows.contains(found) { rest.append("windows") }
        namesFreeze = namesFreeze || freezes.contains(found)
      } else {
        rest.append(words[index])
        index += 1
      }
    }
    return rest == words ? nil : (rest, namesFreeze)
  }
}
