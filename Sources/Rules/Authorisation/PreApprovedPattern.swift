import PolicyReading

/// A row of the catalogue of standard changes as words to look for.
struct PreApprovedPattern: Sendable {
  let row: PreApprovedChange
  /// The words that tell the row from others, in the singular: without articles, prepositions and
  /// words such as `change` or `update` that fit any row.
  let words: [String]
  private let name: String

  init(_ row: PreApprovedChange) {
    self.row = row
    name = WordForm.fold(row.name)
    let all = Self.words(of: row.name)
    let telling = all.filter { !Self.general.contains($0) && $0.utf8.count > 2 }
    words = telling.isEmpty ? all : telling
  }

  /// Whether a text holds every telling word, in any order. A word also matches one that begins
  /// with it, from three letters on: `log` and `logging`, `monitor` and `monitoring`.
  func matches(_ text: [String]) -> Bool {
    words.allSatisfy { word in
      text.contains { other in
        other == word
          || (min(word.utf8.count, other.utf8.count) > 2
            && (word.hasPrefix(other) || other.hasPrefix(word)))
      }
    }
  }

  /// Whether a category names the row: its whole name, or its telling words and nothing else.
  func isNamed(by category: Category) -> Bool {
    category.name == name
      || (!category.words.isEmpty && category.words.allSatisfy(words.contains)
        && matches(category.words))
  }

  /// A record's category as the rows are compared with it.
  struct Category {
    let name: String
    /// Without those that tell nothing.
    let words: [String]

    init(_ text: String) {
      name = WordForm.fold(text)
      words = PreApprovedPattern.words(of: text).filter { !general.contains($0) }
    }
  }

  /// The words of a text in the form in which they are compared.
  static func words(of text: String) -> [String] { WordForm.words(text).map(singular) }

  /// A word without the ending of its plural: `dependencies` and `dependency` become one.
  private static func singular(_ word: String) -> String {
    if word.utf8.count > 4, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    if word.utf8.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") {
      return String(word.dropLast())
    }
    return word
  }

  private static let general: Set<String> = [
    "a", "an", "and", "for", "of", "the", "to", "in", "on", "with", "or",
    "change", "update", "adjustment", "modification", "edit",
  ]
}
