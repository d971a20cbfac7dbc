import Chronology
import Markdown
import Records
import Reports

/// Writes the blocks of a report into a page.
struct ReportMarkup: ~Copyable {
  private let references: ReportReferences
  private var writer = HTMLWriter()

  init(_ references: ReportReferences) { self.references = references }

  static func html(_ words: Words, _ references: ReportReferences) -> HTML {
    var markup = ReportMarkup(references)
    markup.write(words)
    return markup.finish()
  }

  /// Figures are left out: they are cards.
  mutating func write(_ block: ReportBlock) {
    switch block {
    case .paragraph(let words): paragraph(words)
    case .note(let words):
      writer.open("p", class: "note")
      write(words)
      writer.close("p")
    case .empty(let text): writer.element("p", class: "empty", text)
    case .list(let items): write(items)
    case .table(let table): write(table)
    case .figures: break
    case .commentary(let page):
      writer.open("div", class: "prose commentary")
      writer.append(
        references.publication.html(page, at: references.route, topHeading: 3))
      writer.close("div")
    }
  }

  private mutating func paragraph(_ words: Words) {
    writer.open("p")
    write(words)
    writer.close("p")
  }

  private mutating func write(_ items: [ReportItem]) {
    guard !items.isEmpty else { return }
    writer.open("ul", class: "list")
    for item in items {
      writer.open("li")
      paragraph(item.head)
      for detail in item.details {
        writer.open("p", class: "help")
        write(detail)
        writer.close("p")
      }
      writer.close("li")
    }
    writer.close("ul")
  }

  private mutating func write(_ table: ReportTable) {
    guard !table.rows.isEmpty else { return }
    writer.reserve(writer.count + table.rows.count * table.columns.count * 72)
    writer.openTable(table.caption, table.columns.map { ($0.name, $0.isNumber) })
    for row in table.rows {
      writer.open("tr")
      for (index, cell) in row.enumerated() {
        if index == 0 {
          writer.open("th", "scope", "row")
        } else if table.columns[index].isNumber {
          writer.open("td", class: "n")
        } else {
          writer.open("td")
        }
        write(cell)
        writer.close(index == 0 ? "th" : "td")
      }
      writer.close("tr")
    }
    writer.closeTable()
  }

  mutating func write(_ words: Words) {
    for phrase in words.phrases {
      switch phrase {
      case .text(let text): writer.text(text)
      case .strong(let text): writer.element("b", text)
      case .time(let shown, let machine): writer.element("time", "datetime", machine, shown)
      case .mark(let mark, let text): writer.element("span", class: mark.className, text)
      case .link(let link, let text): writer.link(text, href: references.href(link))
      }
    }
  }

  func finish() -> HTML { writer.finish() }
}

extension ReportMark {
  /// The class that gives it its mark.
  fileprivate var className: StaticString {
    switch self {
    case .good: "mark-good"
    case .bad: "mark-bad"
    case .doubtful: "mark-warn"
    case .neutral: "mark-none"
    }
  }
}
