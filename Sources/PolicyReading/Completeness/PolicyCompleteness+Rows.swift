import Markdown
import SourceText

extension PolicyCompleteness {
  /// Lines with pipes that stand in no table, and look like rows of one that decides: cut off by a
  /// blank line, left behind by a delimiter row that is none, or without a head.
  func strayRows() -> [ReadingProblem] {
    let file = document.file
    let body = document.nodes.first?.range ?? file.wholeRange
    guard file.bytes[body.indices].contains(UInt8(ascii: "|")) else { return [] }
    let inside = accountedLines()
    var problems: [ReadingProblem] = []
    var group: [(line: Int, cells: [String])] = []
    func finish() {
      if let problem = problem(of: group) { problems.append(problem) }
      group = []
    }
    let first = file.line(at: Int(body.lower))
    let last = file.line(at: max(Int(body.lower), Int(body.upper) - 1))
    for line in first...max(first, last) {
      guard !inside.contains(line), let cells = cells(ofLine: line) else {
        finish()
        continue
      }
      group.append((line, cells))
    }
    finish()
    return problems
  }

  /// The lines of tables, and of text that is looked at otherwise.
  private func accountedLines() -> Set<Int> {
    var lines: Set<Int> = []
    for (index, node) in document.nodes.enumerated() {
      guard let range = node.range else { continue }
      let first = document.file.line(at: Int(range.lower))
      switch node.kind {
      case .tableRow(let isHeader):
        lines.insert(first)
        // The delimiter row has no node.
        if isHeader { lines.insert(first + 1) }
      case .htmlBlock:
        // Of a block that ends in its first line, only the beginning is known for certain.
        let text = markup(of: index).utf8
        let breaks = text.dropLast().count { $0 == 0x0A }
        lines.formUnion(first...first + breaks)
      case .codeBlock:
        guard !range.isEmpty else { continue }
        lines.formUnion(first...document.file.line(at: Int(range.upper) - 1))
      default: continue
      }
    }
    return lines
  }

  /// Nil for a line that is no row.
  private func cells(ofLine line: Int) -> [String]? {
    let file = document.file
    let bytes = file.bytes[file.range(ofLine: line).indices]
    guard bytes.contains(UInt8(ascii: "|")), !Self.isComment(bytes) else { return nil }
    return Self.cells(of: String(decoding: bytes, as: UTF8.self))
  }

  /// The whole line is one comment, which is meant to be.
  private static func isComment(_ line: ArraySlice<UInt8>) -> Bool {
    let text = WordForm.trim(String(decoding: line, as: UTF8.self))
    return text.hasPrefix("<!--") && text.hasSuffix("-->")
  }

  /// Of a line without what quotes, lists, headings and comments put in front of it.
  static func cells(of line: String) -> [String]? {
    var rest = Substring(line)
    rest = rest.drop { " \t>#".contains($0) }
    for marker in ["- ", "* ", "+ ", "<!--"] where rest.hasPrefix(marker) {
      rest = rest.dropFirst(marker.count).drop { $0 == " " || $0 == "\t" }
    }
    return RowLikeness.cells(ofLine: rest.utf8)
  }

  private func problem(of group: [(line: Int, cells: [String])]) -> ReadingProblem? {
    let rows = group.filter { !RowLikeness.isDelimiter($0.cells) }
    guard let first = rows.first, let key = kind(of: rows.map(\.cells), at: first.line),
      let decides = key.decides
    else { return nil }
    let range = document.file.range(ofLine: first.line)
    return unread(
      decides, rows.count == 1 ? "a row outside a table" : "\(rows.count) rows outside a table",
      document.file.text(range), at: Place(document.file, range),
      accepted: "a row of \(key.rawValue) stands right below the others, without a blank or other "
        + "line between; a table begins with its head and a line such as |---|---|")
  }

  /// The kind of table that rows without one belong to.
  private func kind(of rows: [[String]], at line: Int) -> TableKey? {
    for cells in rows {
      let heads = cells.map { WordForm.fold(WordForm.partingBrackets($0).outside) }
      if let key = nearKind(ofHeads: heads, isWhole: true) { return key }
    }
    let likeness = rows.map(RowLikeness.init)
    if likeness.contains(where: \.isFreeze) { return .freezes }
    let offset = Int(document.file.range(ofLine: line).lower)
    if let table = lastTable(before: offset) { return table.key }
    if likeness.contains(where: \.isWindow) { return .windows }
    guard let heading = outline.headings.last(where: { Int($0.place.range.lower) <= offset }) else {
      return nil
    }
    let topic = DecidingWords.topic(ofHeading: outline.context(of: heading.node + 1))
    return topic.freezes ? .freezes : topic.windows && !topic.isVague ? .windows : nil
  }

  /// The last deciding table above a place that stands under the same heading.
  private func lastTable(before offset: Int) -> PolicyTable? {
    let heading = outline.headings.last { Int($0.place.range.lower) <= offset }
    return recognised.last { table in
      let start = Int(table.source.place.range.lower)
      return start < offset && table.key.decides != nil
        && start > heading.map { Int($0.place.range.lower) } ?? -1
    }
  }
}
