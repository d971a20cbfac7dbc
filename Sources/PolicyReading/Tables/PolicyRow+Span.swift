/// Times that stand in one cell, or in a cell for the start and one for the end.
extension PolicyRow {
  /// The cells of start and end as one text; nil where both are empty or there are none.
  var ends: String? {
    guard table.has(.start), table.has(.end) else { return nil }
    let (start, end) = (text(.start), text(.end))
    return start.isEmpty && end.isEmpty ? nil : "\(start) - \(end)"
  }

  /// The cell of a column, and where that is empty the two of start and end.
  func span(_ column: ColumnKey) -> String {
    let text = text(column)
    return text.isEmpty ? ends ?? "" : text
  }
}
