import Markdown
import PolicyReading
import SourceText

extension MarkdownDocument {
  /// What stands after a label, compared folded, in the paragraphs of a section; nil where nothing
  /// does.
  func labelledValue(_ label: String, in section: RecordSection) -> SourceRange? {
    for index in section.content where nodes[index].kind == .paragraph {
      for line in sourceLines(of: index) {
        if let labelled = LabelledLine(line, in: file),
          WordForm.fold(labelled.label) == label
        {
          return labelled.value.isEmpty ? nil : labelled.value
        }
      }
    }
    return nil
  }

  /// What stands after some labels, told by their folded form, anywhere in the text and in rows of two
  /// cells.
  func labelledValues(
    where isMeant: (String) -> Bool
  ) -> [(label: String, text: String, place: Place)] {
    var values: [(label: String, text: String, place: Place)] = []
    for index in nodes.indices {
      switch nodes[index].kind {
      case .paragraph:
        for line in sourceLines(of: index) {
          if let labelled = LabelledLine(line, in: file), !labelled.value.isEmpty,
            isMeant(WordForm.fold(labelled.label))
          {
            values.append(
              (labelled.label, file.text(labelled.value), Place(file, labelled.value)))
          }
        }
      case .tableRow:
        let cells = children(of: index).map { plainText(of: $0) }
        if cells.count == 2, isMeant(WordForm.fold(cells[0])) {
          values.append((cells[0], cells[1], place(of: index)))
        }
      default: break
      }
    }
    return values
  }

  /// Everything that stands after a label, in lines, rows of two cells and tables of one row.
  var allLabels: [(label: String, text: String, place: Place)] {
    labelledValues { _ in true } + tablesOfOneRow { _ in true }
  }

  /// The same of tables of one row, whose heads are labels.
  func tablesOfOneRow(
    where isMeant: (String) -> Bool
  ) -> [(label: String, text: String, place: Place)] {
    nodes.indices.filter { nodes[$0].kind == .table }.flatMap { table in
      let rows = children(of: table).map { Array(children(of: $0)) }
      guard rows.count == 2, rows[0].count > 1 else {
        return [(label: String, text: String, place: Place)]()
      }
      return zip(rows[0], rows[1]).compactMap { head, cell in
        let label = plainText(of: head)
        guard isMeant(WordForm.fold(label)) else { return nil }
        return (label, plainText(of: cell), place(of: cell))
      }
    }
  }

  /// The same with the lines that follow, up to the next label or the end of the paragraph.
  func wholeValue(_ label: String, in nodes: Range<Int>) -> SourceRange? {
    wholeValues(label, in: nodes).first
  }

  /// The same of every line with the label, and of the items of a list below it.
  func wholeValues(_ label: String, in nodes: Range<Int>) -> [SourceRange] {
    var values: [SourceRange] = []
    for index in nodes where self.nodes[index].kind == .paragraph {
      var found: SourceRange?
      var isLast = false
      for line in sourceLines(of: index) {
        let labelled = LabelledLine(line, in: file)
        isLast = false
        if let labelled, WordForm.fold(labelled.label) == label {
          if let found, !found.isEmpty { values.append(found) }
          found = labelled.value
          isLast = true
        } else if let value = found {
          if labelled == nil {
            found = SourceRange(value.isEmpty ? Int(line.lower) : Int(value.lower), Int(line.upper))
            isLast = true
          } else {
            if !value.isEmpty { values.append(value) }
            found = nil
          }
        }
      }
      if let found, !found.isEmpty { values.append(found) }
      if isLast {
        values += items(ofListAt: Int(self.nodes[index].end), in: nodes)
        values += bareItems(below: index, in: nodes)
      }
    }
    return values
  }

  /// The items of a list right below the one that a paragraph is the end of, up to one with a label.
  private func bareItems(below paragraph: Int, in range: Range<Int>) -> [SourceRange] {
    let item = Int(nodes[paragraph].parent)
    guard case .item = nodes[item].kind else { return [] }
    var values: [SourceRange] = []
    var next = Int(nodes[item].end)
    while range.contains(next), nodes[next].parent == nodes[item].parent {
      let first = next + 1
      guard first < nodes.count, nodes[first].kind == .paragraph, let text = nodes[first].range,
        let line = sourceLines(of: first).first(where: { _ in true }),
        LabelledLine(line, in: file) == nil
      else { break }
      values.append(text)
      next = Int(nodes[next].end)
    }
    return values
  }

  /// The first paragraphs of the items of a list; none where a node is no list.
  private func items(ofListAt index: Int, in range: Range<Int>) -> [SourceRange] {
    guard range.contains(index), case .list = nodes[index].kind else { return [] }
    return (index..<Int(nodes[index].end)).filter { nodes[$0].kind == .paragraph }
      .compactMap { nodes[$0].range }.filter { !$0.isEmpty }
  }
}
