/// Parts of a page that stand beside each other where there is room, and else below each other.
package struct Columns: Block {
  package let blocks: [any Block]

  package init(_ blocks: [any Block]) { self.blocks = blocks.filter { !$0.isEmpty } }

  package static let name = "columns"

  package static let fields = TemplateFields<Self>(.blocks("content", "The parts.") { $0.blocks })

  package var isEmpty: Bool { blocks.isEmpty }

  package func write(to writer: inout TextWriter) { writer.write(blocks) }

  package func write(to writer: inout MarkdownWriter) { writer.write(blocks) }

  package func write(to writer: inout MailWriter) { writer.write(blocks) }
}
