import Chronology
import Documents

/// One page that will be written: where it goes, and how its bytes are made.
///
/// Pages are independent of each other, so that they can be rendered on several threads and
/// written as they come.
package struct PlannedPage: Sendable {
  package let route: Route
  package let render: @Sendable (TemplateLibrary) -> RenderedPage
  /// What the page says, for formats without templates; nil for files.
  let document: (@Sendable () -> Document)?

  package init(
    _ route: Route, document: (@Sendable () -> Document)? = nil,
    render: @escaping @Sendable (TemplateLibrary) -> RenderedPage
  ) {
    self.route = route
    self.document = document
    self.render = render
  }

  /// A page whose model is made only when it is rendered, so that no two pages' models need to
  /// be in memory at once.
  init<Page: SitePage>(
    _ route: Route, template: StaticString, in publication: Publication,
    _ model: @escaping @Sendable () -> Page
  ) {
    self.init(route, document: { model().document }) { library in
      var page = model()
      let document = page.document
      page.frame.description = document.description(in: publication.zone)
      return RenderedPage(
        content: library.render(
          page, with: "\(template)", links: PageLinks(from: route, publication),
          zone: publication.zone),
        twin: route.hasTwin
          ? document.markdown(in: publication.zone) {
            publication.siteLinks.href($0, from: route)
          } : nil)
    }
  }
}

/// A page as the site holds it.
package struct RenderedPage: Sendable {
  package let content: [UInt8]
  /// The same as Markdown; nil for files, and for the page of what is not there.
  package var twin: [UInt8]?
}

extension Route {
  /// The same page as Markdown.
  var twin: Route { Route(path: outputPath.dropLast(".html".count) + ".md") }

  /// What people read; the page for what is not there stands for no address.
  var hasTwin: Bool { isPage && self != .notFound }
}

extension Document {
  private static let mostInPreview = 200

  /// What it comes to, in plain words, as much as a preview of a link shows.
  fileprivate func description(in zone: Zone) -> String {
    let words = lead.isEmpty ? "" : lead.plain(in: zone)
    let text = words.isEmpty ? "\(kicker): \(title)" : "\(title). \(words)"
    guard text.utf8.count > Self.mostInPreview, text.count > Self.mostInPreview else { return text }
    return text.prefix(Self.mostInPreview).split(separator: " ").dropLast()
      .joined(separator: " ") + " …"
  }

  /// - Parameter address: Where a target leads; nil where the text stays.
  package func markdown(
    in zone: Zone, address: @escaping (LinkTarget) -> String?
  ) -> [UInt8] {
    var writer = MarkdownWriter(zone: zone, address: address)
    writer.heading(RichText(title), level: 1)
    writer.paragraph(RichText(kicker))
    if !lead.isEmpty { writer.paragraph(lead) }
    writer.write(blocks)
    return writer.finish()
  }

  /// As lines for a terminal.
  package func text(in zone: Zone) -> [UInt8] {
    var writer = TextWriter(zone: zone)
    writer.heading(title)
    writer.paragraph(RichText(kicker))
    if !lead.isEmpty { writer.paragraph(lead) }
    for block in blocks where !block.isEmpty {
      writer.verbatim([""])
      block.write(to: &writer)
    }
    return Array(writer.text.utf8)
  }
}
