import Markdown

/// A part of a document that somebody wrote.
package struct Prose: Block {
  package enum Role: Sendable { case bare, text, masthead, lead, opening, commentary }

  package let document: MarkdownDocument
  package let nodes: Range<Int>
  /// The heading that is the page's title, which is left out; nil for none.
  package let omitted: Int?
  /// The level that the highest of its headings is brought to.
  package let topHeading: Int
  package let role: Role

  package init(
    _ document: MarkdownDocument, _ nodes: Range<Int>, omitting omitted: Int? = nil,
    topHeading: Int, as role: Role = .bare
  ) {
    self.document = document
    self.nodes = nodes
    self.omitted = omitted
    self.topHeading = topHeading
    self.role = role
  }

  package static let name = "prose"

  package static let fields = TemplateFields<Self>(
    .prose("content", "The text, as markup.") { $0 },
    .flag("isWrapped", "It stands in a frame of its own.") { $0.role != .bare },
    .flag("isMasthead", "It stands below the title of a policy.") { $0.role == .masthead },
    .flag("isLead", "It opens the page.") { $0.role == .lead },
    .flag("isOpening", "It stands between the lead and the page.") { $0.role == .opening },
    .flag("isCommentary", "It is the commentary on a report.") { $0.role == .commentary })

  package var isEmpty: Bool { nodes.isEmpty }

  package func write(to writer: inout TextWriter) {
    for paragraph in paragraphs { writer.paragraph(RichText(paragraph)) }
  }

  package func write(to writer: inout MarkdownWriter) {
    if role == .commentary {
      writer.quote(paragraphs.map { RichText($0) })
    } else {
      writer.prose(self)
    }
  }

  package func write(to writer: inout MailWriter) { writer.prose(self) }

  /// The words of each of its paragraphs, headings and items.
  package var paragraphs: [String] {
    var paragraphs: [String] = []
    var index = nodes.lowerBound
    while index < nodes.upperBound {
      let node = document.nodes[index]
      switch node.kind {
      case .paragraph, .heading, .tableRow, .codeBlock:
        paragraphs.append(document.plainText(of: index))
        index = Int(node.end)
      default: index += 1
      }
    }
    return paragraphs.filter { !$0.isEmpty }
  }
}
