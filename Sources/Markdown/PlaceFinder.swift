import SourceText

/// Lines and columns as cmark reports them: from 1, columns in bytes, the end included. 0 where
/// cmark does not know.
struct ReportedPlace {
  let startLine: Int
  let startColumn: Int
  let endLine: Int
  let endColumn: Int
}

/// Finds the byte ranges of nodes, which are visited in document order.
///
/// What cmark reports is a hint. It counts columns of inlines from the start of their block's
/// first line even where a later line is indented otherwise, does not count reference definitions
/// that it took out of a paragraph, and loses a paragraph that stands right above a table. So
/// lines are found from the block, columns from the line's own content, and a text is given a
/// range only where the file says that text there.
struct PlaceFinder: ~Copyable {
  let bytes: [UInt8]
  /// Of the whole file.
  private let lineStarts: [Int32]
  private let body: Range<Int>
  /// Index in `lineStarts` of the body's first line.
  private let firstLine: Int
  private var quotes = 0
  var leaf = Leaf()
  /// Offset after the last inline whose place is known.
  var cursor: Int?
  /// Ranges between the pipes of the row that is being walked, last first.
  private var cells: [Range<Int>] = []
  private var header = 1
  /// The latest answer of `contentStart(ofLine:)`: many inlines stand on one line.
  private var latest: (line: Int, quotes: Int, offset: Int)?

  /// The paragraph, heading or cell whose inlines are being visited.
  struct Leaf {
    var range: Range<Int>?
    /// cmark's line of its first line, and the number that inlines give to that line.
    var line = 1
    var reportedLine = 1
    var reportedColumn = 1
    /// Where the reported column stands on the first line.
    var start = 0
  }

  init(file: SourceFile, body: Range<Int>) {
    self.body = body
    bytes = file.bytes
    lineStarts = file.lineStarts
    firstLine = file.line(at: body.lowerBound) - 1
  }

  // MARK: Lines

  /// A line of the body, counted from 1, without its ending.
  private func line(_ number: Int) -> Range<Int>? {
    let index = firstLine + number - 1
    guard number >= 1, index < lineStarts.count else { return nil }
    let start = max(Int(lineStarts[index]), body.lowerBound)
    guard start <= body.upperBound else { return nil }
    let next = index + 1
    var end = next < lineStarts.count ? Int(lineStarts[next]) : bytes.count
    end = min(end, body.upperBound)
    while end > start, isLineEnd(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// The first byte of a line that belongs to the leaf: after white space and quote markers.
  mutating func contentStart(ofLine line: Int) -> Int? {
    if let latest, latest.line == line, latest.quotes == quotes { return latest.offset }
    guard let bounds = self.line(line) else { return nil }
    let offset = contentStart(from: bounds.lowerBound, to: bounds.upperBound)
    latest = (line, quotes, offset)
    return offset
  }

  func contentStart(from start: Int, to end: Int) -> Int {
    var offset = start
    var markers = quotes
    while offset < end {
      switch bytes[offset] {
      case 0x20, 0x09: offset += 1
      case UInt8(ascii: ">") where markers > 0:
        markers -= 1
        offset += 1
      default: return offset
      }
    }
    return offset
  }

  // MARK: Blocks

  /// The range of a block as reported, without the ends of lines after it.
  @inline(__always)  // A call would copy all of `self`.
  func block(_ place: ReportedPlace) -> Range<Int>? {
    guard place.startColumn >= 1, place.endColumn >= 0, let first = line(place.startLine),
      let last = place.endLine == place.startLine ? first : line(place.endLine)
    else { return nil }
    let lower = min(first.lowerBound + place.startColumn - 1, first.upperBound)
    var upper = min(last.lowerBound + place.endColumn, last.upperBound)
    while upper > lower, isLineEnd(bytes[upper - 1]) { upper -= 1 }
    return lower <= upper ? lower..<upper : nil
  }

  mutating func enterQuote(_ place: ReportedPlace) -> Range<Int>? {
    quotes += 1
    return block(place)
  }

  mutating func leaveQuote() { quotes -= 1 }

  /// - Parameter table: the table right below a paragraph whose place cmark lost.
  mutating func enterLeaf(
    _ place: ReportedPlace, table: (table: ReportedPlace, firstRowLine: Int?)?
  ) -> Range<Int>? {
    cursor = nil
    leaf = Leaf(
      line: place.startLine, reportedLine: place.startLine, reportedColumn: place.startColumn)
    if let table {
      leaf.line = table.table.startLine
      let above = headerLine(table.table, firstRowLine: table.firstRowLine) - 1
      guard let first = line(leaf.line), let last = line(above) else { return nil }
      let lower = first.lowerBound + table.table.startColumn - 1
      leaf.range = lower <= last.upperBound ? lower..<last.upperBound : nil
    } else {
      leaf.range = block(place)
    }
    leaf.start = leaf.range?.lowerBound ?? 0
    cursor = leaf.range?.lowerBound
    return leaf.range
  }

  // MARK: Tables

  /// The header stands two lines above the first row, the line of dashes between them.
  private func headerLine(_ table: ReportedPlace, firstRowLine: Int?) -> Int {
    max((firstRowLine ?? table.endLine + 1) - 2, table.startLine)
  }

  mutating func enterTable(_ place: ReportedPlace, firstRowLine: Int?) -> Range<Int>? {
    header = headerLine(place, firstRowLine: firstRowLine)
    guard header != place.startLine else { return block(place) }
    guard let lower = contentStart(ofLine: header), let upper = line(place.endLine)?.upperBound
    else { return nil }
    return lower <= upper ? lower..<upper : nil
  }

  mutating func enterRow(_ place: ReportedPlace, isHeader: Bool) -> Range<Int>? {
    let line = isHeader ? header : place.startLine
    cells = []
    leaf = Leaf(line: line, reportedLine: place.startLine)
    let isFirstOfBlock = isHeader && line == place.startLine
    guard let bounds = self.line(line),
      var lower = isFirstOfBlock
        ? bounds.lowerBound + place.startColumn - 1 : contentStart(ofLine: line)
    else { return nil }
    var upper = bounds.upperBound
    while lower < upper, isBlank(bytes[lower]) { lower += 1 }
    while upper > lower, isBlank(bytes[upper - 1]) { upper -= 1 }
    guard lower <= upper else { return nil }
    splitCells(lower..<upper)
    return lower..<upper
  }

  /// Parts a row at its pipes, as GFM does: a pipe behind a backslash is text.
  private mutating func splitCells(_ row: Range<Int>) {
    var lower = row.lowerBound
    if lower < row.upperBound, bytes[lower] == UInt8(ascii: "|") { lower += 1 }
    var offset = lower
    while offset < row.upperBound {
      if bytes[offset] == UInt8(ascii: "|"), offset == lower || bytes[offset - 1] != 0x5C {
        cells.append(lower..<offset)
        lower = offset + 1
      }
      offset += 1
    }
    if lower < row.upperBound { cells.append(lower..<row.upperBound) }
    cells.reverse()
  }

  mutating func enterCell(_ place: ReportedPlace) -> Range<Int>? {
    let whole = cells.popLast()
    leaf.reportedColumn = place.startColumn
    leaf.start = whole?.lowerBound ?? 0
    leaf.range = whole.map { trimmed($0) }
    cursor = leaf.range?.lowerBound
    return leaf.range
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, isBlank(bytes[lower]) { lower += 1 }
    while upper > lower, isBlank(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
