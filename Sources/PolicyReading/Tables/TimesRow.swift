import Findings
import SourceText

/// A row that says when a window is open or a freeze holds: of a table of the policy, or of the
/// settings where the policy has no such table.
protocol TimesRow {
  /// Without markup and surrounding white space; empty where there is no such column.
  func text(_ column: ColumnKey) -> String
  func has(_ column: ColumnKey) -> Bool
  /// The place of a cell, else the row's.
  func place(_ column: ColumnKey) -> Place
  func notUnderstood(_ column: ColumnKey, accepted: String) -> ReadingProblem
  var reference: PolicyReference { get }
  /// The title of the clause that it stands in; empty where there is none.
  var clauseTitle: String { get }
}

extension PolicyRow: TimesRow {
  func has(_ column: ColumnKey) -> Bool { table.has(column) }
  var clauseTitle: String { table.clause?.title ?? "" }
}
