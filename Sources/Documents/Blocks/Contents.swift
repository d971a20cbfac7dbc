/// The parts of a page, each with a link, and the parts of those.
package struct Contents: Block {
  package struct Entry: TemplateModel {
    let name: String
    let target: LinkTarget
    package var entries: [Entry] = []

    package init(_ name: String, _ target: LinkTarget) {
      self.name = name
      self.target = target
    }

    package static let fields = TemplateFields<Self>(
      .text("name", "What the part is called.") { $0.name },
      .target("href", "Where it is.") { $0.target },
      .flag("hasParts", "It has parts of its own.") { !$0.entries.isEmpty },
      .list("parts", "Its parts.") { $0.entries })

    fileprivate var text: RichText { "\(name, to: target)" }
  }

  package let entries: [Entry]

  package init(_ entries: [Entry]) { self.entries = entries }

  package static let name = "contents"

  package static let fields = TemplateFields<Self>(.list("parts", "The parts.") { $0.entries })

  package var isEmpty: Bool { entries.isEmpty }

  private var list: ItemList {
    ItemList(
      entries.map { ItemList.Item($0.text, $0.entries.map(\.text), isParagraph: false) })
  }

  package func write(to writer: inout TextWriter) { list.write(to: &writer) }

  package func write(to writer: inout MarkdownWriter) { list.write(to: &writer) }

  package func write(to writer: inout MailWriter) { list.write(to: &writer) }
}
