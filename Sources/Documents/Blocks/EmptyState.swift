/// What would be here, where there is nothing, and how it comes here.
package struct EmptyState: Block {
  package let text: RichText

  package init(_ text: RichText) { self.text = text }

  package static let name = "empty"

  package static let fields = TemplateFields<Self>(.rich("text", "The text.") { $0.text })

  package var isEmpty: Bool { text.isEmpty }

  package func write(to writer: inout TextWriter) { writer.paragraph(text) }

  package func write(to writer: inout MarkdownWriter) { writer.paragraph(text) }

  package func write(to writer: inout MailWriter) { writer.paragraph(text, class: "soft") }
}
