/// A term and what it is here.
package struct Fact: TemplateModel {
  package let term: String
  package let value: RichText

  package init(_ term: String, _ value: RichText) {
    self.term = term
    self.value = value
  }

  package static let fields = TemplateFields<Self>(
    .text("term", "The term.") { $0.term },
    .rich("value", "What it is here.") { $0.value })
}

/// Facts beside each other, such as those of a record.
package struct Facts: Block {
  package let facts: [Fact]

  /// Facts of which nothing is known are left out.
  package init(_ facts: [Fact]) { self.facts = facts.filter { !$0.value.isEmpty } }

  package static let name = "facts"

  package static let fields = TemplateFields<Self>(.list("facts", "The facts.") { $0.facts })

  package var isEmpty: Bool { facts.isEmpty }

  package func write(to writer: inout TextWriter) {
    for fact in facts { writer.item("\(fact.term): \(fact.value)", []) }
  }

  package func write(to writer: inout MarkdownWriter) {
    writer.list(facts.map { ("\(Inline.strong($0.term)): \($0.value)", []) })
  }

  package func write(to writer: inout MailWriter) {
    writer.list(facts.map { ("\(Inline.strong($0.term)): \($0.value)", []) })
  }
}
