/// A list of things, each with what is to be said of it.
package struct ItemList: Block {
  /// An item: what it is about, and what is to be said of it.
  package struct Item: TemplateModel {
    package let head: RichText
    package let details: [RichText]
    /// The head stands in a paragraph of its own.
    package let isParagraph: Bool

    package init(_ head: RichText, _ details: [RichText] = [], isParagraph: Bool = true) {
      self.head = head
      self.details = details.filter { !$0.isEmpty }
      self.isParagraph = isParagraph
    }

    package static let fields = TemplateFields<Self>(
      .rich("head", "What the item is about.") { $0.head },
      .flag("isParagraph", "Its head stands in a paragraph of its own.") { $0.isParagraph },
      .list("details", "What is to be said of it.") { $0.details.map(Detail.init) })
  }

  struct Detail: TemplateModel {
    let text: RichText

    static let fields = TemplateFields<Self>(.rich("text", "A sentence or two.") { $0.text })
  }

  package let items: [Item]

  package init(_ items: [Item]) { self.items = items }

  /// Items of a line each.
  package init(lines: [RichText]) { items = lines.map { Item($0, isParagraph: false) } }

  package static let name = "list"

  package static let fields = TemplateFields<Self>(.list("items", "The items.") { $0.items })

  package var isEmpty: Bool { items.isEmpty }

  /// The list, or what is said where it has no item.
  package func or(_ empty: RichText) -> any Block { isEmpty ? EmptyState(empty) : self }

  package func write(to writer: inout TextWriter) {
    for item in items { writer.item(item.head, item.details) }
  }

  package func write(to writer: inout MarkdownWriter) {
    writer.list(items.map { ($0.head, $0.details) })
  }

  package func write(to writer: inout MailWriter) {
    writer.list(items.map { ($0.head, $0.details) })
  }
}
