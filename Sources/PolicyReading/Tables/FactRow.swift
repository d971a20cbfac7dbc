import Findings
import SourceText

/// A row that says what a table of its kind says: of a table of the policy, or of the settings where
/// the policy has no such table.
protocol FactRow {
  /// Without markup and surrounding white space; empty where there is no such column.
  func text(_ column: ColumnKey) -> String
  func has(_ column: ColumnKey) -> Bool
  /// Nothing says what would stand in the column, and the row holds without it.
  func leavesUnsaid(_ column: ColumnKey) -> Bool
  /// The place of a cell, else the row's.
  func place(_ column: ColumnKey) -> Place
  func notUnderstood(_ column: ColumnKey, accepted: String) -> ReadingProblem
  var reference: PolicyReference { get }
  /// The kind of table.
  var tableKey: TableKey { get }
  /// The title of the clause that it stands in; empty where there is none.
  var clauseTitle: String { get }
}

extension PolicyRow: FactRow {
  func has(_ column: ColumnKey) -> Bool { table.has(column) }
  func leavesUnsaid(_ column: ColumnKey) -> Bool { table.unsaid.contains(column) }
  var tableKey: TableKey { table.key }
  var clauseTitle: String { table.clause?.title ?? "" }
}
