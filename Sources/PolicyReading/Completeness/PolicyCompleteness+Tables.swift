import Findings
import Markdown
import SourceText

extension PolicyCompleteness {
  /// What of the tables was not taken.
  func tableProblems() -> [ReadingProblem] {
    rivals.compactMap(rival) + recognised.flatMap(unread)
      + unrecognised.compactMap { table in
        nearKind(of: table).map { key, decides in
          unread(
            decides, "a table that looks like that of \(key.rawValue)", Self.head(of: table),
            at: table.place,
            accepted: "give its columns the heads that are known: "
              + TableSynonyms.columns(of: key).filter { $0.need != .optional }
              .map(\.key.rawValue).joined(separator: ", "))
        }
      }
  }

  /// Tables that mean nothing to us.
  var unrecognised: [MarkdownTable] {
    let taken = Set(recognised.map(\.source.node)).union(rivals.map(\.table.node))
    return sources.filter { !taken.contains($0.node) }
  }

  static func head(of table: MarkdownTable) -> String {
    table.header.map { WordForm.trim($0.text) }.joined(separator: " | ")
  }

  // MARK: Recognised tables

  private func rival(_ match: TableRecognition.Match) -> ReadingProblem? {
    guard let decides = match.key.decides else { return nil }
    // Which of two tables of windows is the one that holds is not known.
    return unread(
      decides == .windows ? .windowUse : decides, "a second table of \(match.key.rawValue)",
      Self.head(of: match.table), at: match.table.place,
      accepted: "give it the head of the other one, which it then continues, or make one table of "
        + "both")
  }

  private func unread(_ table: PolicyTable) -> [ReadingProblem] {
    guard let decides = table.key.decides else { return [] }
    let name = "the table of \(table.key.rawValue)"
    var problems: [ReadingProblem] = []
    if table.source.rows.isEmpty {
      problems.append(
        unread(
          decides, "\(name) without a row", Self.head(of: table.source), at: table.source.place))
    }
    for (row, cells) in table.source.rows.enumerated() {
      guard let first = cells.first else { continue }
      let place = document.place(of: Int(document.nodes[first.node].parent))
      if let beyond = cellsBeyondHead(place, head: table.source.header.count) {
        // What it adds to a window may be that it is closed.
        problems.append(
          unread(
            decides == .windows ? .windowUse : decides, "cells of \(name) beyond its last column",
            beyond, at: place,
            accepted: "a row has as many cells as the head; a pipe inside a cell is written \\\\|"))
      }
      let policyRow = PolicyRow(table: table, cells: cells)
      if policyRow.strike == .part {
        problems.append(
          unread(
            decides, "a row of \(name) of which a part is struck out",
            policyRow.reference.excerpt, at: place,
            accepted: "strike out every cell of row \(row + 1), or none"))
      }
    }
    if let place = rowCutOff(table) {
      problems.append(
        unread(
          decides, "a last row of \(name) that is not closed, as of a file that was cut off",
          place.text, at: place, accepted: "close the row with | and a line break"))
    }
    if table.key == .windows || table.key == .freezes {
      problems += columns(table) + besideRows(table)
    }
    return problems
  }

  /// The last line of a file without a line break at its end, where it is a row that lacks the pipe
  /// that closes the head.
  private func rowCutOff(_ table: PolicyTable) -> Place? {
    let file = document.file
    guard let end = file.bytes.last, end != 0x0A, end != 0x0D, let row = table.source.rows.last,
      let cell = row.first, let head = table.source.header.first
    else { return nil }
    func line(of cell: Int) -> SourceRange {
      let row = document.place(of: Int(document.nodes[cell].parent)).range
      return file.range(ofLine: file.line(at: Int(row.lower)))
    }
    func isClosed(_ line: SourceRange) -> Bool {
      file.bytes[line.indices].last { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "|")
    }
    let last = line(of: cell.node)
    guard Int(last.upper) == file.bytes.count, isClosed(line(of: head.node)), !isClosed(last) else {
      return nil
    }
    return Place(file, last)
  }

  /// GFM drops the cells of a row beyond the head's without a word.
  private func cellsBeyondHead(_ place: Place, head: Int) -> String? {
    guard let cells = document.writtenCells(ofRowAt: place) else { return nil }
    let beyond = cells.dropFirst(head).filter { !$0.isEmpty }
    return beyond.isEmpty ? nil : beyond.joined(separator: " | ")
  }

  // MARK: Tables that nearly are one

  /// The kind of table that one nearly is, and what is not known by it.
  private func nearKind(of table: MarkdownTable) -> (TableKey, ReadingProblem.Decides)? {
    let heads = table.header.map {
      WordForm.fold(WordForm.partingBrackets($0.text).outside)
    }
    if let key = nearKind(ofHeads: heads), let decides = key.decides { return (key, decides) }
    if table.header.count == 2, !table.rows.isEmpty,
      table.rows.allSatisfy({ isOfDocument($0.first?.text ?? "") })
    {
      return nil
    }
    // Without a head of its own, a table takes its first row for one.
    let rows = ([table.header] + table.rows).map { RowLikeness($0.map(\.text)) }
    if rows.contains(where: \.isFreeze) { return (.freezes, .freezes) }
    let topics = heads.map(DecidingWords.topic(ofHeading:))
    let signs = table.rows.joined().contains { cell in
      let sentence = DecidingSentence(cell.text, without: known)
      return sentence.saysWhen || sentence.holdsBack
    }
    guard signs else { return nil }
    if topics.contains(where: \.freezes) { return (.freezes, .freezes) }
    if topics.contains(where: { $0.windows && !$0.isVague }) { return (.windows, .windows) }
    return nil
  }

  /// What a row says of the document itself.
  private func isOfDocument(_ name: String) -> Bool {
    let folded = WordForm.fold(name)
    return MetadataKey.allCases.contains { $0.names.contains(folded) }
  }

  /// The deciding kind whose heads a row of cells nearly has: one of them misspelt, or a word short.
  func nearKind(ofHeads heads: [String], isWhole: Bool = false) -> TableKey? {
    TableKey.allCases.first { key in
      guard let decides = key.decides else { return false }
      let needed = TableSynonyms.columns(of: key).filter { $0.need != .optional }
      var used: Set<Int> = []
      var (exact, near) = (0, 0)
      for column in needed {
        if let index = heads.indices.first(where: {
          !used.contains($0) && column.heads.contains(heads[$0])
        }) {
          used.insert(index)
          exact += 1
        } else if let index = heads.indices.first(where: {
          !used.contains($0)
            && Self.isNear(heads[$0], column.heads, byWords: decides != .authorisation)
        }) {
          used.insert(index)
          near += 1
        }
      }
      if isWhole { return exact + near == needed.count }
      // With every head as it should be, or as many as that, it would have been taken.
      return near > 0 && exact + near == needed.count
        || decides == .freezes && near > 0 && exact + near >= 2
    }
  }

  /// A head that was probably meant as one of these.
  static func isNear(_ head: String, _ known: [String], byWords: Bool) -> Bool {
    guard head.utf8.count > 2 else { return false }
    if misspelling(head, of: known) != nil { return true }
    guard byWords else { return false }
    let words = head.split(separator: " ")
    return known.contains { name in
      let others = name.split(separator: " ")
      return words.count != others.count
        && (words.allSatisfy(others.contains) || others.allSatisfy(words.contains))
        && words.contains { $0.utf8.count > 3 && others.contains($0) }
    }
  }
}
