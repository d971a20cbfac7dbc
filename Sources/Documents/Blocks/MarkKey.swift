/// What the marks of a page mean.
package struct MarkKey: Block {
  private struct Mark: TemplateModel {
    let tone: Tone
    let words: String

    static let fields = TemplateFields<Self>(
      .text("tone", "The tone of the mark, as in `inline/mark`.") { $0.tone.look },
      .text("words", "What it means.") { $0.words })
  }

  private let marks: [Mark]

  package init(_ marks: [(Tone, String)]) { self.marks = marks.map { Mark(tone: $0, words: $1) } }

  package static let name = "key"

  package static let fields = TemplateFields<Self>(.list("marks", "The marks.") { $0.marks })

  package var isEmpty: Bool { marks.isEmpty }

  // Other formats say in words what a mark says on a page.

  package func write(to writer: inout TextWriter) {}

  package func write(to writer: inout MarkdownWriter) {}

  package func write(to writer: inout MailWriter) {}
}
