import Findings
import SourceText

/// A row that a policy says in a sentence or an item of a list, its parts known by the columns of a table of its kind.
struct ProseRow: FactRow {
  let tableKey: TableKey
  let cells: [ColumnKey: String]
  let reference: PolicyReference
  let clauseTitle: String

  func text(_ column: ColumnKey) -> String { cells[column] ?? "" }
  func has(_ column: ColumnKey) -> Bool { cells[column] != nil }
  /// A sentence that stops changes need not say what passes.
  func leavesUnsaid(_ column: ColumnKey) -> Bool { column == .changesAllowed && !has(column) }
  func place(_ column: ColumnKey) -> Place { reference.place }

  func notUnderstood(_ column: ColumnKey, accepted: String) -> ReadingProblem {
    ReadingProblem(
      .cellNotUnderstood(
        table: tableKey.rawValue, column: WordForm.fold(column.rawValue), text: text(column),
        accepted: accepted),
      at: reference.place)
  }

  /// The same with what another sentence says of all freezes.
  func allowing(_ text: String) -> ProseRow {
    if has(.changesAllowed) { return self }
    return ProseRow(
      tableKey: tableKey, cells: cells.merging([.changesAllowed: text]) { own, _ in own },
      reference: reference, clauseTitle: clauseTitle)
  }
}
