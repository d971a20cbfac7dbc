import Markdown
import PolicyReading
import Records
import SourceText

/// A row of the catalogue of standard changes as words to look for.
package struct PreApprovedPattern: Sendable {
  package let row: PreApprovedChange
  /// The words that tell the row from others, in the singular: without articles, prepositions and
  /// words such as `change` or `update` that fit any row.
  package let words: [String]
  private let name: String

  package init(_ row: PreApprovedChange) {
    self.row = row
    name = WordForm.fold(row.name)
    let all = Self.words(of: row.name)
    let telling = all.filter { !Self.general.contains($0) && $0.utf8.count > 2 }
    words = telling.isEmpty ? all : telling
  }

  /// Whether a text holds every telling word, in any order. A word also matches one that begins
  /// with it, from three letters on: `log` and `logging`, `monitor` and `monitoring`.
  package func matches(_ text: [String]) -> Bool {
    words.allSatisfy { word in
      text.contains { other in
        other == word
          || (min(word.utf8.count, other.utf8.count) > 2
            && (word.hasPrefix(other) || other.hasPrefix(word)))
      }
    }
  }

  /// Whether a category names the row: its whole name, or its telling words and nothing else.
  package func isNamed(by category: Category) -> Bool {
    category.name == name
      || (!category.words.isEmpty && category.words.allSatisfy(words.contains)
        && matches(category.words))
  }

  /// A record's category as the rows are compared with it.
  package struct Category {
    let name: String
    /// Without those that tell nothing.
    let words: [String]

    init(_ text: String) {
      name = WordForm.fold(text)
      words = PreApprovedPattern.words(of: text).filter { !general.contains($0) }
    }
  }

  /// The words of a text in the form in which they are compared.
  package static func words(of text: String) -> [String] { WordForm.words(text).map(singular) }

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

extension PolicyIndex {
  /// Whether a change is of a pre-approved type and no row of the catalogue speaks of it: by its
  /// category, its title, or its summary.
  func lacksCatalogueRow(for change: Change, type: ChangeType) -> Bool {
    guard type.isStandard, !preApproved.isEmpty, !change.isWithdrawn else { return false }
    let summary = change.section(.summary)?.content ?? change.opening
    let text =
      (change.title?.value ?? "") + "\n" + change.document.plainText(ofNodes: summary)
    let said = DeniedWords(text)
    // `This is no standard change.`
    if said.denied.contains(where: { $0.contains(where: DeniedWords.ofList.contains) }) {
      return true
    }
    let rows = preApproved.filter { row in !said.denied.contains(where: row.matches) }
    let categories = change.categories.map { PreApprovedPattern.Category($0.value) }
    if rows.contains(where: { categories.contains(where: $0.isNamed(by:)) }) { return false }
    var words = said.affirmed.flatMap(\.self)
    for category in change.categories {
      words += PreApprovedPattern.words(of: category.value)
    }
    return !rows.contains { $0.matches(words) }
  }
}
