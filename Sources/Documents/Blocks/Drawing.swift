import Markdown

/// A chart: the sentence that says what it shows, and the drawing.
package struct Drawing: Block {
  package let sentence: RichText
  package let drawing: HTML

  package init(_ sentence: RichText, _ drawing: HTML) {
    self.sentence = sentence
    self.drawing = drawing
  }

  package static let name = "drawing"

  package static let fields = TemplateFields<Self>(
    .rich("sentence", "What the drawing shows, in words.") { $0.sentence },
    .html("drawing", "The drawing.") { $0.drawing })

  package var isEmpty: Bool { sentence.isEmpty && drawing.isEmpty }

  package func write(to writer: inout TextWriter) { writer.paragraph(sentence) }

  package func write(to writer: inout MarkdownWriter) { writer.paragraph(sentence) }

  package func write(to writer: inout MailWriter) { writer.paragraph(sentence) }
}
