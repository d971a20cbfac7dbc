import Findings
import Markdown
import SourceText

/// A table that was recognised, its columns known by what they mean.
struct PolicyTable {
  let key: TableKey
  let source: MarkdownTable
  /// Column numbers, from 0.
  let columns: [ColumnKey: Int]
  /// The clause that it stands in.
  let clause: PolicyClause?
  /// The number of that clause or of the nearest one around it.
  let clauseNumber: String?
  let document: MarkdownDocument
  /// Columns that it has not, and of which its rows therefore say nothing.
  var unsaid: Set<ColumnKey> = []

  func has(_ column: ColumnKey) -> Bool { columns[column] != nil }

  func head(of column: ColumnKey) -> MarkdownTable.Cell? {
    columns[column].map { source.header[$0] }
  }

  /// The heads of columns that are not read.
  var unreadHeads: [String] {
    // In that of tests each is a level.
    if key == .testingMatrix { return [] }
    return source.header.indices.filter { !columns.values.contains($0) }
      .map { WordForm.trim(source.header[$0].text) }.filter { !$0.isEmpty }
  }

  /// The rows that hold anything, in order. One that is struck out does not, and of one that is
  /// struck out in part it is not known.
  var rows: [PolicyRow] {
    source.rows.compactMap { cells in
      guard cells.contains(where: { !WordForm.trim($0.text).isEmpty }) else { return nil }
      let row = PolicyRow(table: self, cells: cells)
      return row.strike == .none ? row : nil
    }
  }
}

/// A row of a recognised table.
struct PolicyRow {
  let table: PolicyTable
  let cells: [MarkdownTable.Cell]

  func cell(_ column: ColumnKey) -> MarkdownTable.Cell? {
    table.columns[column].flatMap { $0 < cells.count ? cells[$0] : nil }
  }

  /// Without markup and surrounding white space, the lines of a cell of several values parted by commas; empty where there
  /// is no such column.
  func text(_ column: ColumnKey) -> String {
    guard let cell = cell(column) else { return "" }
    let text = WordForm.trim(cell.text)
    // What the settings read in its place is theirs.
    guard column.holdsSeveral, let lines = CellLines.joined(cell.node, in: table.document),
      text == WordForm.trim(table.document.plainText(of: cell.node))
    else { return text }
    return lines
  }

  var place: Place {
    guard let first = cells.first else { return table.source.place }
    return table.document.place(of: Int(table.document.nodes[first.node].parent))
  }

  var reference: PolicyReference {
    PolicyReference(
      place: place, clause: table.clauseNumber,
      // As it is written, whatever is read in its place.
      excerpt: cells.map { WordForm.trim(table.document.plainText(of: $0.node)) }
        .joined(separator: " | "))
  }

  var strike: RowStrike { table.document.strike(of: cells) }

  /// The place of a cell; an empty cell has none of its own, so the row's stands for it.
  func place(_ column: ColumnKey) -> Place {
    guard let cell = cell(column), !cell.place.range.isEmpty else { return place }
    return cell.place
  }

  func notUnderstood(_ column: ColumnKey, accepted: String) -> ReadingProblem {
    let head = table.head(of: column).map { WordForm.trim($0.text) } ?? column.rawValue
    return ReadingProblem(
      .cellNotUnderstood(
        table: table.key.rawValue, column: head, text: text(column), accepted: accepted),
      at: place(column))
  }
}

/// Rows by name: the second of two with one name is pointed out and left out.
struct NamedRows {
  private var seen: [String: Place] = [:]

  /// The name in the key column, whatever other row has it; nil, with a problem, where there is none.
  static func anyName(
    of row: some FactRow, _ column: ColumnKey, _ problems: inout [ReadingProblem]
  ) -> String? {
    let name = row.text(column)
    if !WordForm.fold(name).isEmpty { return name }
    // Of a table that names no rows its heading is the name.
    if !row.has(column), !WordForm.fold(row.clauseTitle).isEmpty { return row.clauseTitle }
    problems.append(row.notUnderstood(column, accepted: "a name"))
    return nil
  }

  /// The name in the key column; nil, with a problem, where there is none or it was used before.
  /// `suffix` tells apart rows that may share a name.
  mutating func name(
    of row: some FactRow, _ column: ColumnKey, suffix: String = "",
    _ problems: inout [ReadingProblem]
  ) -> String? {
    let name = row.text(column)
    guard !WordForm.fold(name).isEmpty else {
      problems.append(row.notUnderstood(column, accepted: "a name"))
      return nil
    }
    let key = "\(WordForm.fold(name))\n\(suffix)"
    if let other = seen[key] {
      problems.append(
        ReadingProblem(
          .namedTwice(name: name, table: row.tableKey.rawValue, other: other),
          at: row.place(column)))
      return nil
    }
    seen[key] = row.place(column)
    return name
  }
}
