import SourceText

/// The first line of a place as a terminal shows it, and the columns to mark under it.
struct SourceExcerpt {
  let text: String
  /// Columns before the marks.
  let indent: Int
  /// At least 1.
  let marks: Int

  /// Columns that are shown of a long line.
  private static let width = 160
  /// Columns that are shown before the marks where the line is cut at its start.
  private static let lead = 40

  /// The range is cut to its first line.
  init(_ place: Place) {
    let file = place.file
    let line = file.range(ofLine: file.line(at: Int(place.range.lower))).indices
    let lower = min(max(Int(place.range.lower), line.lowerBound), line.upperBound)
    let upper = min(max(Int(place.range.upper), lower), line.upperBound)
    let before = Self.cells(file, line.lowerBound..<lower, from: 0)
    let inside = Self.cells(file, lower..<upper, from: before.width)
    let after = Self.cells(file, upper..<line.upperBound, from: before.width + inside.width)
    var cells = before.cells + inside.cells + after.cells
    var indent = before.width
    var marks = inside.width
    var isCutAtStart = false
    var isCutAtEnd = false
    if before.width + inside.width + after.width > Self.width {
      var dropped = 0
      var first = 0
      while indent - dropped > Self.lead, first < before.cells.count {
        dropped += cells[first].width
        first += 1
      }
      isCutAtStart = first > 0
      cells.removeFirst(first)
      indent -= dropped
      var width = 0
      let end = cells.firstIndex { cell in
        width += cell.width
        return width > Self.width
      }
      if let end {
        isCutAtEnd = true
        cells.removeLast(cells.count - end)
        marks = min(marks, Self.width - indent)
      }
    }
    self.text =
      (isCutAtStart ? "…" : "") + cells.map(\.text).joined() + (isCutAtEnd ? "…" : "")
    self.indent = indent + (isCutAtStart ? 1 : 0)
    self.marks = max(1, marks)
  }

  private static func cells(
    _ file: SourceFile, _ range: Range<Int>, from start: Int
  ) -> (cells: [VisibleText.Cell], width: Int) {
    var cells: [VisibleText.Cell] = []
    var column = start
    for scalar in file.text(SourceRange(range)).unicodeScalars {
      let cell = VisibleText.cell(for: scalar, column: column)
      cells.append(cell)
      column += cell.width
    }
    return (cells, column - start)
  }
}
