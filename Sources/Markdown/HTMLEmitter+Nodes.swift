extension HTMLEmitter {
  /// Writes the beginning of a node and says which node comes next.
  mutating func enter(_ index: Int) -> Int {
    let node = document.nodes[index]
    switch node.kind {
    case .document: push(index, .nothing)
    case .paragraph:
      if isTight(index) {
        push(index, .nothing)
      } else {
        writer.open("p")
        push(index, .block("p"))
      }
    case .heading(let level): enterHeading(index, level: level)
    case .blockQuote: return enterQuote(index)
    case .list(let ordered, let start, _): enterList(index, ordered: ordered, start: start)
    case .item:
      writer.open("li")
      push(index, .block("li"))
    case .taskItem(let isChecked):
      writer.open("li", class: "task")
      writer.open(
        "input",
        [
          "type": "checkbox", "disabled": "", "checked": isChecked ? "" : nil,
          "aria-label": isChecked ? "done" : "not done",
        ])
      writer.text(" ")
      push(index, .block("li"))
    case .codeBlock(let info): writeCode(index, info: info)
    case .htmlBlock: writeMarkup(index)
    case .thematicBreak:
      writer.open("hr")
      writer.newline()
    case .table: enterTable(index)
    case .tableRow(let isHeader): enterRow(index, isHeader: isHeader)
    case .tableCell(let alignment): enterCell(index, alignment)
    case .text: writeText(index)
    case .htmlInline: enterInlineMarkup(index)
    case .softBreak: writer.newline()
    case .lineBreak:
      writer.open("br")
      writer.newline()
    case .code:
      writer.open("code")
      writeLiteral(index)
      writer.close("code")
    case .emphasis: enterInline("em", index)
    case .strong: enterInline("strong", index)
    case .strikethrough: enterInline("del", index)
    case .link(let destination, let title): enterLink(index, destination, title)
    case .image(let destination, let title):
      writeImage(index, destination, title)
      return end(of: index)
    }
    return index + 1
  }

  private mutating func enterInline(_ name: StaticString, _ index: Int) {
    writer.open(name)
    push(index, .inline(name))
  }

  mutating func writeLiteral(_ index: Int) {
    let range = document.nodes[index].literal
    writer.text(utf8: document.literals[Int(range.lowerBound)..<Int(range.upperBound)])
  }

  /// Whether a paragraph stands in an item of a tight list, which shows its text alone.
  private func isTight(_ index: Int) -> Bool {
    let item = document.nodes[Int(document.nodes[index].parent)]
    guard case .list(_, _, let tight) = document.nodes[Int(item.parent)].kind else { return false }
    return tight
  }

  private mutating func enterHeading(_ index: Int, level: Int) {
    let name: StaticString
    switch min(6, max(1, level + options.headingOffset)) {
    case 1: name = "h1"
    case 2: name = "h2"
    case 3: name = "h3"
    case 4: name = "h4"
    case 5: name = "h5"
    default: name = "h6"
    }
    // Headings inside quotes and lists have no anchor.
    let anchored = heading(before: index + 1).flatMap { $0.node == index ? $0.anchor : nil }
    writer.open(name, ["id": anchored.map { options.idPrefix + $0 }])
    push(index, .block(name))
  }

  private mutating func enterList(_ index: Int, ordered: Bool, start: Int) {
    var hasTasks = false
    if index + 1 < end(of: index), case .taskItem = document.nodes[index + 1].kind {
      hasTasks = true
    }
    let tasks: String? = hasTasks ? "tasks" : nil
    if ordered {
      writer.open("ol", ["class": tasks, "start": start == 1 ? nil : String(start)])
    } else {
      writer.open("ul", "class", tasks)
    }
    writer.newline()
    push(index, .block(ordered ? "ol" : "ul"))
  }

  private mutating func writeCode(_ index: Int, info: Int32) {
    writer.open("pre", "tabindex", "0")
    writer.open("code", ["class": info < 0 ? nil : languageClass(document.strings[Int(info)])])
    writeLiteral(index)
    writer.close("code")
    writer.close("pre")
    writer.newline()
  }

  /// From the first word of an info string, where it is a plain name.
  private func languageClass(_ info: String) -> String? {
    let word = info.utf8.prefix { $0 != 0x20 && $0 != 0x09 }
    let isPlain = word.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
    guard isPlain, !word.isEmpty else { return nil }
    return "language-" + String(Substring(word))
  }
}
