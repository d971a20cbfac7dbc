import Configuration
import Findings
import SourceText

/// A window, a freeze or a change type of the settings, its keys known by what they mean: the heads of the table's
/// columns, and `clause` for the part of the policy that it stands for.
struct StatedFactRow: FactRow {
  let tableKey: TableKey
  private let stated: StatedRow
  private let cells: [ColumnKey: StatedRow.Cell]

  /// Keys that mean nothing are problems.
  init(_ stated: StatedRow, as key: TableKey, _ problems: inout [ReadingProblem]) {
    tableKey = key
    self.stated = stated
    var cells: [ColumnKey: StatedRow.Cell] = [:]
    let columns = TableSynonyms.columns(of: key)
    for cell in stated.cells where WordForm.fold(cell.key) != "clause" {
      let folded = WordForm.fold(cell.key)
      let column = columns.first {
        $0.heads.contains(folded) || $0.need == .key && folded == "name"
      }
      guard let column, cells[column.key] == nil else {
        problems.append(
          ReadingProblem(
            .cellNotUnderstood(
              table: key.rawValue, column: cell.key, text: cell.value.value,
              accepted: "the keys "
                + columns.map { WordForm.fold($0.key.rawValue) }
                .joined(separator: ", ") + " and clause, each once"),
            at: cell.value.place))
        continue
      }
      cells[column.key] = cell
    }
    self.cells = cells
  }

  func text(_ column: ColumnKey) -> String { WordForm.trim(cells[column]?.value.value ?? "") }

  /// What it has to say, it has, though it be empty.
  func has(_ column: ColumnKey) -> Bool {
    switch column {
    case .start, .end: cells[column] != nil
    case .time, .duration: cells[.start] == nil || cells[column] != nil
    default: true
    }
  }

  func leavesUnsaid(_ column: ColumnKey) -> Bool { false }

  func place(_ column: ColumnKey) -> Place { cells[column]?.value.place ?? stated.place }

  func notUnderstood(_ column: ColumnKey, accepted: String) -> ReadingProblem {
    ReadingProblem(
      .cellNotUnderstood(
        table: tableKey.rawValue, column: cells[column]?.key ?? WordForm.fold(column.rawValue),
        text: text(column), accepted: accepted),
      at: place(column))
  }

  var reference: PolicyReference {
    PolicyReference(
      place: stated.place,
      clause: stated.cells.first { WordForm.fold($0.key) == "clause" }?.value.value,
      excerpt: stated.cells.map(\.value.value).joined(separator: " | "))
  }

  var clauseTitle: String { "" }
}
