import PolicyReading
import SourceText

/// What the tables of a list of names look like.
struct ListForm: Sendable {
  let list: NameList
  let columns: [Column]
  /// Of these columns a table has one.
  let keys: Range<Int>
  /// Whether a cell under a head that nobody knows speaks of what the known columns say.
  let isTelling: @Sendable (String) -> Bool
  /// Whether a head that is none of the columns is read by its own words, folded.
  var isReadByHead: @Sendable (String) -> Bool = { _ in false }
  /// Whether a heading above a table says that its rows do not hold.
  var isTakenBack: @Sendable (String) -> Bool = { _ in false }

  struct Column: Sendable {
    /// As findings name it.
    let title: String
    /// The words for it, folded.
    let heads: [String]
    /// What it says decides: a cell of it may not be lost.
    var decides = false
  }

  /// `the list of people`
  var name: String { "the list of \(list.rawValue)" }

  /// The columns by the heads that begin most tables.
  var accepted: String {
    "heads that are read: " + columns.map(\.title).joined(separator: ", ")
      + "; what decides nothing is headed Notes"
  }

  /// A head without what it says in brackets, folded: `Role(s)` is `role`.
  static func fold(head: String) -> String {
    WordForm.fold(WordForm.partingBrackets(head).outside)
  }

  /// The column that a head names.
  func column(ofHead folded: String) -> Int? {
    columns.firstIndex { $0.heads.contains(folded) }
  }

  /// The known head that one is a misspelling of, as findings name its column.
  func misspelt(_ folded: String) -> String? {
    guard column(ofHead: folded) == nil, !TableSynonyms.isRemark(folded) else { return nil }
    return columns.indices.first { index in
      (keys.contains(index) || columns[index].decides)
        && misspelling(folded, of: columns[index].heads) != nil
    }.map { columns[$0].title }
  }
}
