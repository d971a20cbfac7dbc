import Chronology
import Markdown

/// Writes blocks as markup for mail programs, which drop scripts, drawings and what is fetched.
package struct MailWriter: ~Copyable {
  private let zone: Zone
  /// Where a target leads in the world; nil where nothing is known to lead there: then the text stays.
  private let address: (LinkTarget) -> String?
  private var html = HTMLWriter()

  package init(zone: Zone, address: @escaping (LinkTarget) -> String?) {
    self.zone = zone
    self.address = address
  }

  package mutating func write(_ blocks: [any Block]) {
    for block in blocks where !block.isEmpty {
      block.write(to: &self)
    }
  }

  /// The page around what `content` writes.
  package mutating func document(
    title: String, language: String, style: String, _ content: (inout MailWriter) -> Void
  ) {
    html.markup("<!doctype html>\n")
    html.open("html", "lang", language)
    html.open("head")
    html.open("meta", "charset", "utf-8")
    html.open("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    html.open("meta", ["name": "color-scheme", "content": "light dark"])
    html.element("title", title)
    html.element("style", style)
    html.close("head")
    html.newline()
    html.open("body")
    html.open("div", class: "report")
    content(&self)
    html.close("div")
    html.close("body")
    html.newline()
    html.close("html")
    html.newline()
  }

  package mutating func title(_ text: String) { html.element("h1", text) }

  package mutating func heading(_ text: String) { html.element("h2", text) }

  package mutating func newline() { html.newline() }

  package mutating func paragraph(_ text: RichText) {
    html.open("p")
    write(text)
    html.close("p")
  }

  package mutating func paragraph(_ text: RichText, class name: StaticString) {
    html.open("p", class: name)
    write(text)
    html.close("p")
  }

  package mutating func list(_ items: [(head: RichText, details: [RichText])]) {
    guard !items.isEmpty else { return }
    html.open("ul")
    for item in items {
      html.open("li")
      write(item.head)
      for detail in item.details {
        html.open("br")
        html.open("span", class: "soft")
        write(detail)
        html.close("span")
      }
      html.close("li")
    }
    html.close("ul")
  }

  package mutating func table(
    _ columns: [(name: String, isNumber: Bool)], _ rows: [[RichText]]
  ) {
    guard !rows.isEmpty else { return }
    html.open("table", ["role": "table", "cellpadding": "0", "cellspacing": "0"])
    html.open("tr")
    for column in columns {
      html.element("th", ["scope": "col", "class": column.isNumber ? "n" : nil], column.name)
    }
    html.close("tr")
    for row in rows {
      html.open("tr")
      for (cell, column) in zip(row, columns) {
        html.open("td", ["class": column.isNumber ? "n" : nil])
        write(cell)
        html.close("td")
      }
      html.close("tr")
    }
    html.close("table")
  }

  /// A link of the content folder leads nowhere in a mail, and its pictures are not in it.
  package mutating func prose(_ prose: Prose) {
    var options = HTMLOptions(headingOffset: prose.topHeading - 1) { link in
      link.hasPrefix("https://") || link.hasPrefix("http://") || link.hasPrefix("mailto:")
        ? .keep(link) : .dead(suggestion: nil)
    }
    options.omitted = prose.omitted
    options.picture = { _ in .absent }
    html.append(renderHTML(prose.document, nodes: prose.nodes, options: options).html)
  }

  package mutating func write(_ text: RichText) {
    for piece in text.pieces {
      switch piece {
      case .strong(let text): html.element("b", text)
      case .mark(let tone, let text, _): html.element("b", "class", tone.rawValue, tone.sign + text)
      case .link(let target, let text), .id(let target?, let text),
        .name(let text, let target?):
        if let address = address(target) {
          html.element("a", "href", address, text)
        } else {
          html.text(text)
        }
      case .code(let text), .path(let text): html.element("code", text)
      case .text, .id, .severity, .findings, .drawing, .instant, .interval, .day, .small, .name:
        html.text(piece.plain(in: zone))
      }
    }
  }

  package consuming func finish() -> HTML { html.finish() }
}
