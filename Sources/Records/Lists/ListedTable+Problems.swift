import Markdown
import PolicyReading
import SourceText

extension ListedTable {
  /// What of the table is not read: columns whose heads are damaged or that say what others should, and
  /// rows of which something is lost.
  var problems: [ReadingProblem] {
    var problems = isTakenBack.map { [$0] } ?? []
    if source.rows.isEmpty {
      problems.append(
        form.unread(
          "a table of \(form.name) without a row", source.headText, at: source.place,
          accepted: "a row for each name; without any, remove the page"))
    }
    return problems + heads.indices.compactMap(column) + source.rows.flatMap(row)
  }

  /// A heading says that the rows do not hold, or not yet.
  private var isTakenBack: ReadingProblem? {
    guard let heading = source.heading else { return nil }
    let words = FoldedWords(heading.text)
    let signs: [StaticString] = [
      "former", "previous", "past", "left", "leaver", "alumni", "inactive", "archiv", "example",
      "draft", "propos", "planned", "old",
    ]
    // `Not approvers`; `Approvers (not on call)` says something of them.
    let isDenied = ["not", "non", "no"].contains(WordForm.words(heading.text).first ?? "")
    guard
      isDenied || signs.contains(where: { words.containsBeginning($0) })
        || form.isTakenBack(heading.text)
    else { return nil }
    return form.unread(
      "a table of \(form.name) under a heading that takes it back", heading.text,
      at: heading.place, accepted: "say in the table until when a row holds, or remove the table")
  }

  // MARK: Columns

  private func column(_ index: Int) -> ReadingProblem? {
    let head = heads[index]
    guard !columns.contains(index), !TableSynonyms.isRemark(head), !form.isReadByHead(head) else {
      return nil
    }
    let place = source.header[index].place
    func unread(_ what: String, _ accepted: String? = nil) -> ReadingProblem {
      form.unread(
        what, head.isEmpty ? "a column without a head" : WordForm.trim(source.header[index].text),
        at: place.range.isEmpty ? source.place : place, accepted: accepted)
    }
    if let meant = form.misspelt(head) {
      return unread("a column of \(form.name)", "did you mean \(meant)?")
    }
    if let known = form.column(ofHead: head), form.columns[known].decides {
      return unread(
        "a second column for \(form.columns[known].title)", "keep one of the two columns")
    }
    let isTelling = source.rows.contains { cells in
      index < cells.count && form.isTelling(WordForm.trim(cells[index].text))
    }
    return isTelling ? unread("a column of \(form.name)") : nil
  }

  // MARK: Rows

  private func row(_ cells: [MarkdownTable.Cell]) -> [ReadingProblem] {
    guard let first = cells.first else { return [] }
    let place = document.rowPlace(of: first)
    switch document.strike(of: cells) {
    case .whole: return []
    case .part:
      return [
        form.unread(
          "a row of \(form.name) of which a part is struck out", place.text, at: place,
          accepted: "strike out every cell of the row, or none")
      ]
    case .none: break
    }
    var problems: [ReadingProblem] = []
    if let written = document.writtenCells(ofRowAt: place) {
      let beyond = written.dropFirst(heads.count).filter { !$0.isEmpty }
      if !beyond.isEmpty {
        problems.append(
          form.unread(
            "cells of \(form.name) beyond its last column", beyond.joined(separator: " | "),
            at: place,
            accepted: "a row has as many cells as the head; a pipe inside a cell is written \\|"))
      }
      let lost = form.columns.indices.first { column in
        form.columns[column].decides && columns[column].map { $0 >= written.count } ?? false
      }
      if let lost, written.contains(where: { !$0.isEmpty }) {
        problems.append(
          form.unread(
            "a row of \(form.name) without a cell for \(form.columns[lost].title)", place.text,
            at: place, accepted: "a row has as many cells as the head; an empty one is fine"))
      }
    }
    return problems
  }
}
