import Markdown
import SourceText

extension PolicyCompleteness {
  /// Lines with pipes that stand in no table, and look like rows of one that decides: cut off by a
  /// blank line, left behind by a delimiter row that is none, or without a head.
  func strayRows() -> [ReadingProblem] {
    document.strayRows().compactMap { group in
      problem(of: group.map { (line: $0.line, cells: $0.cells) })
    }
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
