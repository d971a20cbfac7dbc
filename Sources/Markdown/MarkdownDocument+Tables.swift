import SourceText

extension MarkdownDocument {
  /// Every table, those inside quotes and lists too, in document order. Computed anew at each call.
  package var tables: [MarkdownTable] { tables(below: headings) }

  /// The same, for a caller that has the headings already.
  package func tables(below headings: [MarkdownHeading]) -> [MarkdownTable] {
    var tables: [MarkdownTable] = []
    var above = 0
    for index in nodes.indices where nodes[index].kind == .table {
      while above < headings.count, headings[above].node < index { above += 1 }
      tables.append(table(at: index, heading: above > 0 ? headings[above - 1] : nil))
    }
    return tables
  }

  private func table(at index: Int, heading: MarkdownHeading?) -> MarkdownTable {
    var header: [MarkdownTable.Cell] = []
    var rows: [[MarkdownTable.Cell]] = []
    for row in children(of: index) {
      let cells = children(of: row).map { cell in
        MarkdownTable.Cell(node: cell, text: plainText(of: cell), place: place(of: cell))
      }
      if nodes[row].kind == .tableRow(isHeader: true) {
        header = cells
      } else {
        rows.append(cells)
      }
    }
    return MarkdownTable(
      node: index, header: header, rows: rows, heading: heading, place: place(of: index))
  }
}
