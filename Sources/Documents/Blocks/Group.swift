/// Blocks under a heading within a section.
package struct Group: Block {
  package let heading: String
  package let blocks: [any Block]

  package init(_ heading: String, _ blocks: [any Block]) {
    self.heading = heading
    self.blocks = blocks
  }

  package static let name = "group"

  package static let fields = TemplateFields<Self>(
    .text("heading", "The heading.") { $0.heading },
    .blocks("content", "What stands below the heading.") { $0.blocks })

  package func write(to writer: inout TextWriter) {
    writer.paragraph(RichText(heading))
    writer.write(blocks)
  }

  package func write(to writer: inout MarkdownWriter) {
    writer.strong(RichText(heading))
    writer.write(blocks)
  }

  package func write(to writer: inout MailWriter) {
    writer.paragraph(RichText([.strong(heading)]))
    writer.write(blocks)
  }
}
