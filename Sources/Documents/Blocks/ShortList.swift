/// Many short items, such as ids, in as many columns as there is room for.
package struct ShortList: Block {
  private struct Item: TemplateModel {
    let text: RichText

    static let fields = TemplateFields<Self>(.rich("text", "The item.") { $0.text })
  }

  package let items: [RichText]

  package init(_ items: [RichText]) { self.items = items }

  package static let name = "short-list"

  package static let fields = TemplateFields<Self>(
    .list("items", "The items.") { $0.items.map(Item.init) })

  package var isEmpty: Bool { items.isEmpty }

  package func write(to writer: inout TextWriter) { writer.paragraph(items.joined(by: ", ")) }

  package func write(to writer: inout MarkdownWriter) { writer.paragraph(items.joined(by: ", ")) }

  package func write(to writer: inout MailWriter) { writer.paragraph(items.joined(by: ", ")) }
}
