import Markdown
import PolicyReading
import SourceText

/// A table of a page whose columns are known by their heads; columns that nobody reads are fine.
struct ListedTable {
  private let table: MarkdownTable
  private let columns: [Int?]

  /// Nil where the table has none of some columns; `heads` are the words for each, folded.
  init?(_ table: MarkdownTable, heads: [[String]], oneOf keys: Range<Int>) {
    let written = table.header.map { WordForm.fold($0.text) }
    var used: Set<Int> = []
    columns = heads.map { words in
      for word in words {
        if let index = written.indices.first(where: { written[$0] == word && !used.contains($0) }) {
          used.insert(index)
          return index
        }
      }
      return nil
    }
    guard columns[keys].contains(where: { $0 != nil }) else { return nil }
    self.table = table
  }

  func has(_ column: Int) -> Bool { columns[column] != nil }

  /// The rows that hold anything.
  var rows: [Row] {
    table.rows.compactMap { cells in
      cells.contains { !WordForm.trim($0.text).isEmpty } ? Row(cells: cells, columns: columns) : nil
    }
  }

  struct Row {
    fileprivate let cells: [MarkdownTable.Cell]
    fileprivate let columns: [Int?]

    /// A cell; nil where there is no such column, or where the cell says nothing.
    func cell(_ column: Int) -> Located<String>? {
      guard let index = columns[column], index < cells.count else { return nil }
      let text = WordForm.trim(cells[index].text)
      return NonName.matches(text) ? nil : Located(text, cells[index].place)
    }

    /// Where the row begins.
    var place: Place? { cells.first { !$0.place.range.isEmpty }?.place }
  }
}

extension SourceFile {
  /// Whether it belongs to a list: `content/systems.md`, or a page below `content/systems`.
  func isPage(ofList name: String) -> Bool {
    path == "content/\(name).md" || path.utf8.starts(with: "content/\(name)/".utf8)
  }

  /// Its tables with one of some columns, in order.
  func tables(heads: [[String]], oneOf keys: Range<Int>) -> [ListedTable] {
    let document = RecordSource(self, known: ["title"], limits: .page).document
    return document.tables.compactMap { ListedTable($0, heads: heads, oneOf: keys) }
  }
}
