/// What a reader must know before the rest: a heading and what it is about, one item each.
package struct Notice: Block {
  private struct Item: TemplateModel {
    let text: RichText

    static let fields = TemplateFields<Self>(.rich("text", "The item.") { $0.text })
  }

  /// The id of its heading, unique on its page.
  package let anchor: String
  package let heading: String
  package let items: [RichText]
  /// Below the items; empty for nothing.
  package let rest: RichText

  package init(_ anchor: String, _ heading: String, _ items: [RichText], rest: RichText = "") {
    self.anchor = anchor
    self.heading = heading
    self.items = items
    self.rest = rest
  }

  package static let name = "notice"

  package static let fields = TemplateFields<Self>(
    .text("anchor", "The id of the heading.") { $0.anchor },
    .text("heading", "The heading.") { $0.heading },
    .list("items", "What it is about.") { $0.items.map(Item.init) },
    .rich("rest", "What is said below the items.") { $0.rest })

  package var isEmpty: Bool { items.isEmpty }

  /// What it is where nothing can be set apart.
  private var group: Group {
    Group(heading, [ItemList(items.map { ItemList.Item($0) }), Paragraph(rest)])
  }

  package func write(to writer: inout TextWriter) { group.write(to: &writer) }

  package func write(to writer: inout MarkdownWriter) { group.write(to: &writer) }

  package func write(to writer: inout MailWriter) { group.write(to: &writer) }
}
