import Markdown
import PolicyReading
import SourceText

/// One page of a list of names.
struct ListPage {
  let tables: [ListedTable]
  private(set) var problems: [ReadingProblem] = []
  private let form: ListForm
  private let document: MarkdownDocument

  init(_ document: MarkdownDocument, as form: ListForm) {
    self.form = form
    self.document = document
    let sources = document.tables
    tables = sources.compactMap { ListedTable($0, of: document, as: form) }
    let taken = Set(tables.map(\.source.node))
    problems += sources.filter { !taken.contains($0.node) }.compactMap(nearly)
    problems += tables.dropFirst().compactMap(second)
    problems += tables.flatMap(\.problems)
    problems += document.strayRows().compactMap(stray)
    problems += hidden
  }

  // MARK: Tables

  /// A table whose head is damaged, or that continues the list under heads of its own.
  private func nearly(_ table: MarkdownTable) -> ReadingProblem? {
    let heads = table.header.map { ListForm.fold(head: $0.text) }
    let known = heads.count { head in
      form.column(ofHead: head).map { form.columns[$0].decides } ?? false
    }
    let misspelt = heads.count { form.misspelt($0) != nil }
    let isTelling =
      !tables.isEmpty && table.rows.joined().contains { form.isTelling(WordForm.trim($0.text)) }
    guard misspelt > 0 || known > 0 || isTelling else { return nil }
    return problem(
      "a table that looks like \(form.name)", table.headText, at: table.place,
      accepted: "give its key column the head "
        + form.columns[form.keys].map(\.title).joined(separator: " or ") + "; " + form.accepted)
  }

  /// A second table under another head, or that its heading takes back.
  private func second(_ table: ListedTable) -> ReadingProblem? {
    guard let first = tables.first, table.heads != first.heads else { return nil }
    return problem(
      "a second table of \(form.name) with other heads", table.source.headText,
      at: table.source.place,
      accepted: "give it the heads of the first one, which it then continues, or make one table of "
        + "both")
  }

  // MARK: Lines

  private func stray(_ group: [WrittenRow]) -> ReadingProblem? {
    let rows = group.filter { !RowLikeness.isDelimiter($0.cells) && $0.cells.count > 1 }
    guard let first = rows.first else { return nil }
    let range = document.file.range(ofLine: first.line)
    return problem(
      rows.count == 1 ? "a row outside a table" : "\(rows.count) rows outside a table",
      document.file.text(range), at: Place(document.file, range),
      accepted:
        "a row stands right below the others, without a blank or other line between; a table "
        + "begins with its head and a line such as |---|---|")
  }

  /// Rows in fences, comments and HTML.
  private var hidden: [ReadingProblem] {
    let blocks = document.nodes.indices.compactMap { node -> ReadingProblem? in
      switch document.nodes[node].kind {
      case .codeBlock:
        hiddenRow(in: document.literal(of: node), "code", at: document.place(of: node))
      case .htmlBlock:
        hiddenRow(in: document.markup(of: node), "HTML", at: document.place(of: node))
      default: nil
      }
    }
    return blocks + inlineComments
  }

  /// Comments over several lines that begin within a line. What is commented out within one is meant
  /// to be.
  private var inlineComments: [ReadingProblem] {
    let file = document.file
    let body = document.nodes.first?.range ?? file.wholeRange
    var found: [ReadingProblem] = []
    file.bytes.withUnsafeBufferPointer { bytes in
      var start = Int(body.lower)
      while let comment = nextComment(in: bytes, from: start) {
        start = comment.upperBound
        let line = file.range(ofLine: file.line(at: comment.lowerBound))
        guard Int(line.lower) < comment.lowerBound else { continue }
        let text = String(decoding: bytes[comment], as: UTF8.self)
        if let problem = hiddenRow(in: text, "a comment", at: Place(file, line)) {
          found.append(problem)
        }
      }
    }
    return found
  }

  private func hiddenRow(in text: String, _ what: String, at place: Place) -> ReadingProblem? {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    let isWithinALine = WordForm.trim(text).hasPrefix("<!--") && lines.count < 2
    guard !isWithinALine, let line = lines.first(where: Self.isRow) else { return nil }
    return problem(
      "\(what) that hides a row", line, at: place,
      accepted:
        "take it out of the fence or comment, or remove it; a fence or comment above may lack "
        + "its end")
  }

  private static func isRow(_ line: String) -> Bool {
    let lowered = line.lowercased()
    if ["<table", "<tr", "<td", "<th"].contains(where: { lowered.contains($0) }) { return true }
    guard let cells = RowLikeness.cells(of: line), cells.count > 1 else { return false }
    return RowLikeness.isDelimiter(cells) || line.drop { " \t>#<!-".contains($0) }.first == "|"
  }

  private func problem(
    _ what: String, _ text: String, at place: Place, accepted: String
  ) -> ReadingProblem {
    form.unread(what, text, at: place, accepted: accepted)
  }
}

extension ListForm {
  func unread(
    _ what: String, _ text: String, at place: Place, accepted: String? = nil
  ) -> ReadingProblem {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? text
    return ReadingProblem(
      .listUnread(
        list, what: what, text: String(WordForm.trim(line).prefix(120)),
        accepted: accepted ?? self.accepted), at: place)
  }
}

extension MarkdownTable {
  var headText: String { header.map { WordForm.trim($0.text) }.joined(separator: " | ") }
}
