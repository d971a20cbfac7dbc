import PolicyReading

/// A row of the catalogue of standard changes as words to look for.
struct PreApprovedPattern: Sendable {
  let row: PreApprovedChange
  /// The words that tell the row from others, in the singular: without articles, prepositions and
  /// words such as `change` or `update` that fit any row.
  let words: [Substring]
  private let name: String

  init(_ row: PreApprovedChange) {
    self.row = row
    name = WordFolding.fold(row.name)
    let all = WordFolding.words(of: row.name).map(WordFolding.singular)
    let telling = all.filter { !Self.general.contains($0) && $0.utf8.count > 2 }
    words = telling.isEmpty ? all : telling
  }

  /// Whether a text holds every telling word, in any order. A word also matches one that begins
  /// with it, from three letters on: `log` and `logging`, `monitor` and `monitoring`.
  func matches(_ text: [Substring]) -> Bool {
    words.allSatisfy { word in
      text.contains { other in
        other == word
          || (min(word.utf8.count, other.utf8.count) > 2
            && (word.hasPrefix(other) || other.hasPrefix(word)))
      }
    }
  }

  /// Whether a category names the row: its whole name, or its telling words and nothing else.
  func isNamed(by category: String) -> Bool {
    if WordFolding.fold(category) == name { return true }
    let other = WordFolding.words(of: category).map(WordFolding.singular)
      .filter { !Self.general.contains($0) }
    return !other.isEmpty && other.allSatisfy(words.contains) && matches(other)
  }

  private static let general: Set<Substring> = [
    "a", "an", "and", "for", "of", "the", "to", "in", "on", "with", "or",
    "change", "update", "adjustment", "modification", "edit",
  ]
}
