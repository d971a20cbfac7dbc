/// Running text.
package struct Paragraph: Block {
  package let text: RichText

  package init(_ text: RichText) { self.text = text }

  package static let name = "paragraph"

  package static let fields = TemplateFields<Self>(.rich("text", "The text.") { $0.text })

  package var isEmpty: Bool { text.isEmpty }

  package func write(to writer: inout TextWriter) { writer.paragraph(text) }

  package func write(to writer: inout MarkdownWriter) { writer.paragraph(text) }

  package func write(to writer: inout MailWriter) { writer.paragraph(text) }
}
