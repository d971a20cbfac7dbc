/// Records by their ids, each with a word or two: what a number counts. There may be thousands.
package struct RecordList: Block {
  package struct Entry: TemplateModel {
    let id: String
    /// Nil for what has no page.
    let target: LinkTarget?
    /// What is said of it; nil where being in the list says all.
    let words: String?

    package init(
      _ id: String, isIncident: Bool = false, hasPage: Bool = true, words: String? = nil
    ) {
      self.id = id
      target = !hasPage ? nil : isIncident ? .incident(id) : .change(id)
      self.words = words
    }

    /// What has no page of its own, and may lead to the page of another.
    package init(_ id: String, to target: LinkTarget?, words: String?) {
      self.id = id
      self.target = target
      self.words = words
    }

    package static let fields = TemplateFields<Self>(
      .text("id", "The id of the record.") { $0.id },
      .target("href", "The address of its page, where it has one.") { $0.target },
      .optionalText("words", "What is said of it.") { $0.words })
  }

  package let entries: [Entry]

  package init(_ entries: [Entry]) { self.entries = entries }

  package static let name = "record-list"

  package static let fields = TemplateFields<Self>(.list("records", "The records.") { $0.entries })

  package var isEmpty: Bool { entries.isEmpty }

  private var text: RichText {
    entries.map { entry in
      "\(Inline.id(entry.target, entry.id))\(entry.words.map { " \($0)" } ?? "")"
    }.joined(by: ", ")
  }

  package func write(to writer: inout TextWriter) { writer.paragraph(text) }

  package func write(to writer: inout MarkdownWriter) { writer.paragraph(text) }

  package func write(to writer: inout MailWriter) { writer.paragraph(text) }
}
