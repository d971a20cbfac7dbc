import Documents

/// A page that is a document in its frame.
struct DocumentPage: SitePage {
  var frame: PageFrame
  let document: Document

  var summaryText: RichText {
    document.lead.isEmpty ? "\(document.kicker): \(document.title)" : document.lead
  }

  static let fields = TemplateFields<Self>(
    .object("frame", "What stands around the content.") { $0.frame },
    .text("kicker", "What kind of page it is.") { $0.document.kicker },
    .text("title", "The title.") { $0.document.title },
    .rich("lead", "What the page comes to, in a sentence or two.") { $0.document.lead },
    .blocks("content", "The blocks of the page.") { $0.document.blocks })
}

extension PlannedPage {
  /// A page that is a document, made only when it is rendered. The parameters are those of
  /// `Publication.frame`.
  init(
    _ title: String, at route: Route, in place: HeaderPlace?, below trail: [Breadcrumb] = [],
    as name: String? = nil, _ publication: Publication,
    _ document: @escaping @Sendable () -> Document
  ) {
    self.init(route, template: "document", in: publication) {
      DocumentPage(
        frame: publication.frame(title, at: route, in: place, below: trail, as: name),
        document: document())
    }
  }
}
