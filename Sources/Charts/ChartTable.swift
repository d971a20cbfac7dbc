import Markdown

/// The numbers of a chart.
package struct ChartTable: Sendable {
  package struct Column: Sendable {
    let name: String
    /// Set to the right.
    let isNumber: Bool

    package init(_ name: String, isNumber: Bool = false) {
      self.name = name
      self.isNumber = isNumber
    }
  }

  package struct Cell: Sendable {
    package let text: String
    /// Where the number comes from; nil where that is told elsewhere.
    package let href: String?

    package init(_ text: String, href: String? = nil) {
      self.text = text
      self.href = href
    }
  }

  /// For those who cannot see it.
  package let caption: String
  package let columns: [Column]
  /// Each with a cell a column; the first cell heads its row.
  package let rows: [[Cell]]

  package init(caption: String, columns: [Column], rows: [[Cell]]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  package func html() -> HTML {
    var writer = HTMLWriter()
    writer.reserve(rows.count * columns.count * 48)
    writer.open("table")
    writer.element("caption", class: "unseen", caption)
    writer.open("thead")
    writer.open("tr")
    for column in columns {
      writer.element("th", ["scope": "col", "class": column.isNumber ? "n" : nil], column.name)
    }
    writer.close("tr")
    writer.close("thead")
    writer.open("tbody")
    for row in rows {
      writer.open("tr")
      for (index, cell) in row.enumerated() {
        write(cell, isHead: index == 0, isNumber: columns[index].isNumber, to: &writer)
      }
      writer.close("tr")
    }
    writer.close("tbody")
    writer.close("table")
    return writer.finish()
  }

  private func write(_ cell: Cell, isHead: Bool, isNumber: Bool, to writer: inout HTMLWriter) {
    if isHead {
      writer.open("th", "scope", "row")
    } else if isNumber {
      writer.open("td", class: "n")
    } else {
      writer.open("td")
    }
    if let href = cell.href {
      writer.element("a", "href", href, cell.text)
    } else {
      writer.text(cell.text)
    }
    writer.close(isHead ? "th" : "td")
  }
}
