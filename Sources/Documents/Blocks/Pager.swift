/// Links to the pages of one listing; nothing where there is only one.
package struct Pager: Block {
  private struct Page: TemplateModel {
    let number: Int
    let target: LinkTarget
    let isCurrent: Bool

    static let fields = TemplateFields<Self>(
      .target("href", "Where the page is.") { $0.target },
      .text("number", "The number of the page, from 1.") { "\($0.number)" },
      .flag("isCurrent", "It is the page at hand.") { $0.isCurrent })
  }

  private let pages: [Page]

  /// - Parameters:
  ///   - current: From 1.
  ///   - target: Where a page is, by its number.
  package init(page current: Int, of count: Int, target: (Int) -> LinkTarget) {
    pages =
      count < 2
      ? []
      : (1...count).map { Page(number: $0, target: target($0), isCurrent: $0 == current) }
  }

  package static let name = "pager"

  package static let fields = TemplateFields<Self>(.list("pages", "The pages.") { $0.pages })

  package var isEmpty: Bool { pages.isEmpty }

  private var links: RichText {
    pages.map { "\("Page \($0.number)", to: $0.isCurrent ? nil : $0.target)" }.joined(by: " · ")
  }

  package func write(to writer: inout TextWriter) {}

  package func write(to writer: inout MarkdownWriter) { writer.paragraph(links) }

  package func write(to writer: inout MailWriter) { writer.paragraph(links) }
}
