import Markdown
import PolicyReading
import SourceText

/// A table of a list of names, its columns known by their heads.
struct ListedTable {
  let form: ListForm
  let source: MarkdownTable
  let document: MarkdownDocument
  /// Of each column of the form the one that was found.
  let columns: [Int?]
  /// The heads, folded.
  let heads: [String]

  /// Nil where the table has none of the key columns.
  init?(_ table: MarkdownTable, of document: MarkdownDocument, as form: ListForm) {
    let heads = table.header.map { ListForm.fold(head: $0.text) }
    var used: Set<Int> = []
    columns = form.columns.map { column in
      for word in column.heads {
        if let index = heads.indices.first(where: { heads[$0] == word && !used.contains($0) }) {
          used.insert(index)
          return index
        }
      }
      return nil
    }
    guard columns[form.keys].contains(where: { $0 != nil }) else { return nil }
    self.form = form
    source = table
    self.document = document
    self.heads = heads
  }

  func has(_ column: Int) -> Bool { columns[column] != nil }

  /// The rows that hold anything and are not struck out.
  var rows: [Row] {
    source.rows.compactMap { cells in
      guard cells.contains(where: { !WordForm.trim($0.text).isEmpty }),
        document.strike(of: cells) == .none
      else { return nil }
      return Row(
        cells: cells, columns: columns, place: document.rowPlace(of: cells[0]), heads: heads,
        titles: source.header.map(\.text))
    }
  }

  struct Row {
    fileprivate let cells: [MarkdownTable.Cell]
    fileprivate let columns: [Int?]
    let place: Place
    fileprivate let heads: [String]
    fileprivate let titles: [String]

    /// Columns that the form does not name: the head, folded and as it is written, and the cell.
    func others(_ isMeant: (String) -> Bool) -> [(
      head: String, title: String, cell: Located<String>
    )] {
      heads.indices.compactMap { index in
        guard !columns.contains(index), isMeant(heads[index]) else { return nil }
        let isThere = index < cells.count
        let text = isThere ? WordForm.trim(cells[index].text) : ""
        let isPlaced = isThere && !cells[index].place.range.isEmpty
        return (
          heads[index], WordForm.trim(titles[index]),
          Located(text, isPlaced ? cells[index].place : place)
        )
      }
    }

    /// A cell; nil where there is no such column, or where the cell says nothing.
    func cell(_ column: Int) -> Located<String>? {
      written(column).flatMap { NonName.matches($0.value) ? nil : $0 }
    }

    /// A cell that neither says something nor that there is nothing: `TBD`.
    func filler(_ column: Int) -> Located<String>? {
      written(column).flatMap {
        NonName.matches($0.value) && !NonName.meansNothing($0.value) ? $0 : nil
      }
    }

    /// A cell as it stands; nil where there is no such column.
    func written(_ column: Int) -> Located<String>? {
      guard let index = columns[column], index < cells.count else { return nil }
      let cell = cells[index]
      return Located(WordForm.trim(cell.text), cell.place.range.isEmpty ? place : cell.place)
    }
  }
}
