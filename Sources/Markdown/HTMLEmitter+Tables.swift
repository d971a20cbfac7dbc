extension HTMLEmitter {
  /// A table lies in a frame that scrolls by itself and can be reached with the keyboard.
  mutating func enterTable(_ index: Int) {
    let name = heading(before: index + 1).map { "Table: " + $0.text } ?? "Table"
    writer.open(
      "div", ["class": "table-scroll", "tabindex": "0", "role": "group", "aria-label": name])
    writer.open("table")
    writer.newline()
    push(index, .table(hasBody: index + 1 < end(of: index) && end(of: index + 1) < end(of: index)))
  }

  mutating func enterRow(_ index: Int, isHeader: Bool) {
    guard isHeader else {
      writer.open("tr")
      return push(index, .block("tr"))
    }
    writer.open("thead")
    writer.open("tr")
    let table = Int(document.nodes[index].parent)
    push(index, .header(hasBody: end(of: index) < end(of: table)))
  }

  mutating func enterCell(_ index: Int, _ alignment: MarkdownNode.Alignment) {
    let row = document.nodes[Int(document.nodes[index].parent)]
    let isHeader = row.kind == .tableRow(isHeader: true)
    let name: StaticString = isHeader ? "th" : "td"
    let side: String? =
      switch alignment {
      case .none: nil
      case .left: "align-left"
      case .center: "align-center"
      case .right: "align-right"
      }
    if isHeader {
      writer.open("th", ["scope": "col", "class": side])
    } else if side != nil {
      writer.open("td", "class", side)
    } else {
      writer.open("td")
    }
    push(index, .inline(name))
  }
}
