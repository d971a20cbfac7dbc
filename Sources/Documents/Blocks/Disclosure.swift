/// A part of a page that a reader opens; a link to its anchor opens it.
package struct Disclosure: Block {
  package let summary: RichText
  /// An id, unique on its page; empty for none.
  package let anchor: String
  package let isOpen: Bool
  package let blocks: [any Block]

  package init(
    _ summary: RichText, anchor: String = "", isOpen: Bool = false, _ blocks: [any Block]
  ) {
    self.summary = summary
    self.anchor = anchor
    self.isOpen = isOpen
    self.blocks = blocks
  }

  package static let name = "disclosure"

  package static let fields = TemplateFields<Self>(
    .rich("summary", "What is seen of it while it is closed.") { $0.summary },
    .text("anchor", "The id of what opens.") { $0.anchor },
    .flag("isOpen", "It is open from the beginning.") { $0.isOpen },
    .blocks("content", "What opens.") { $0.blocks })

  package func write(to writer: inout TextWriter) {
    writer.paragraph(summary)
    writer.write(blocks)
  }

  package func write(to writer: inout MarkdownWriter) {
    writer.paragraph(summary)
    writer.write(blocks)
  }

  package func write(to writer: inout MailWriter) {
    writer.paragraph(summary)
    writer.write(blocks)
  }
}
