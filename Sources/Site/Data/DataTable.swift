import Findings
import Interchange

/// Rows under the names of their columns, written as a table or as JSON Lines.
package protocol DataRow: Sendable {
  static var columns: [String] { get }
  /// The fields under `columns`, without the end of the row.
  func write(to writer: inout CSVWriter)
  /// The members of an object, their keys ascending.
  func write(to writer: inout JSONWriter)
}

extension CalendarRow: DataRow {}
extension ChangeRow: DataRow {}
extension FigureRow: DataRow {}
extension FindingRow: DataRow {}

/// The columns' names, also where there is no row, then a row each.
///
/// - Parameter isMarked: Whether it begins with a byte-order mark, see `CSVWriter`.
package func renderCSV<Row: DataRow>(_ rows: [Row], isMarked: Bool = false) -> [UInt8] {
  var writer = CSVWriter(header: Row.columns, isMarked: isMarked)
  for row in rows {
    row.write(to: &writer)
    writer.endRow()
  }
  return writer.bytes
}

/// An object a row.
package func renderJSONLines(_ rows: [some DataRow]) -> [UInt8] {
  var writer = JSONLinesWriter()
  for row in rows { writer.row { row.write(to: &$0) } }
  return writer.bytes
}
