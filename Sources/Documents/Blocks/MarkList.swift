/// A list whose items say by a mark how each stands.
package struct MarkList: Block {
  private struct Item: TemplateModel {
    let text: RichText

    static let fields = TemplateFields<Self>(.rich("text", "The item.") { $0.text })
  }

  package let items: [RichText]

  package init(_ items: [RichText]) { self.items = items }

  package static let name = "marks"

  package static let fields = TemplateFields<Self>(
    .list("items", "The items.") { $0.items.map(Item.init) })

  package var isEmpty: Bool { items.isEmpty }

  package func write(to writer: inout TextWriter) {
    for item in items { writer.item(item, []) }
  }

  package func write(to writer: inout MarkdownWriter) { writer.list(items.map { ($0, []) }) }

  package func write(to writer: inout MailWriter) { writer.list(items.map { ($0, []) }) }
}
