import Chronology

/// Times that stand in one cell, or in a cell for the start and one for the end.
extension FactRow {
  /// The cells of start and end as one text; nil where both are empty or there are none.
  var ends: String? {
    guard has(.start), has(.end) else { return nil }
    let (start, end) = (text(.start), text(.end))
    if start.isEmpty && end.isEmpty { return nil }
    return "\(withoutZone(start, sameAs: end)) - \(end)"
  }

  /// A zone that the cell of the end names too is said once.
  private func withoutZone(_ start: String, sameAs end: String) -> String {
    guard let word = start.split(separator: " ").last, start.utf8.count > word.utf8.count,
      end.hasSuffix(" \(word)"), ZoneText.read(String(word)) != nil
    else { return start }
    return String(start.dropLast(word.count))
  }

  /// The cell of a column, and where that is empty the two of start and end.
  func span(_ column: ColumnKey) -> String {
    let text = text(column)
    return text.isEmpty ? ends ?? "" : text
  }
}
