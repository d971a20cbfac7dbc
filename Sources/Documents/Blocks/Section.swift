/// A part of a page under a heading.
package struct Section: Block {
  /// The id of its heading, unique on its page.
  package let anchor: String
  package let heading: String
  package let blocks: [any Block]
  /// It holds running text above all.
  package let isProse: Bool

  package init(
    _ anchor: String, _ heading: String, isProse: Bool = false, _ blocks: [any Block]
  ) {
    self.anchor = anchor
    self.heading = heading
    self.isProse = isProse
    self.blocks = blocks
  }

  /// A section without content vanishes.
  package var isEmpty: Bool { blocks.allSatisfy(\.isEmpty) }

  package static let name = "section"

  package static let fields = TemplateFields<Self>(
    .text("anchor", "The id of the heading.") { $0.anchor },
    .text("heading", "The heading.") { $0.heading },
    .flag("isProse", "It holds running text above all.") { $0.isProse },
    .blocks("content", "What stands below the heading.") { $0.blocks })

  package func write(to writer: inout TextWriter) {
    writer.heading(heading)
    writer.write(blocks)
  }

  package func write(to writer: inout MarkdownWriter) {
    writer.heading(heading)
    writer.write(blocks)
  }

  package func write(to writer: inout MailWriter) {
    writer.heading(heading)
    writer.write(blocks)
  }
}
