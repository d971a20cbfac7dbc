import Markdown

extension HTMLWriter {
  /// A column of a table; numbers are set to the right.
  typealias Column = (name: String, isNumber: Bool)

  /// Opens a table that scrolls inside itself, up to its rows.
  mutating func openTable(_ caption: String, _ columns: [Column]) {
    open("div", ["class": "scroll", "role": "region", "aria-label": caption, "tabindex": "0"])
    openBareTable(caption, columns)
  }

  /// The same without the element that scrolls.
  mutating func openBareTable(_ caption: String, _ columns: [Column]) {
    open("table")
    element("caption", class: "unseen", caption)
    open("thead")
    open("tr")
    for column in columns {
      markup(column.isNumber ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
      text(column.name)
      close("th")
    }
    close("tr")
    close("thead")
    open("tbody")
  }

  mutating func closeTable() {
    closeBareTable()
    close("div")
  }

  mutating func closeBareTable() {
    close("tbody")
    close("table")
  }

  /// A cell with a number, which leads to what it is counted over.
  mutating func numberCell(_ text: String, href: String?) {
    open("td", class: "n")
    link(text, href: href)
    close("td")
  }

  /// A text that leads somewhere, or does not.
  mutating func link(_ text: String, href: String?) {
    if let href { link(text, to: href) } else { self.text(text) }
  }

  /// The id of a record, which leads to its page.
  mutating func recordLink(_ id: String, to href: String) {
    markup("<a class=\"id\" href=\"")
    text(href)
    markup("\">")
    text(id)
    markup("</a>")
  }
}
