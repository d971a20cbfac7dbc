import Markdown
import Records
import SourceText

extension Publication {
  /// The part of ids in texts that keeps them apart from a page's own.
  static let textPrefix = "text-"

  /// Nodes of a document as markup for the page at a route, its links led to other pages.
  /// `headingOffset` is added to the level of its headings.
  func html(
    _ document: MarkdownDocument, nodes: Range<Int>, at route: Route, headingOffset: Int = 0
  ) -> HTML {
    renderHTML(
      document, nodes: nodes, options: options(document, at: route, headingOffset: headingOffset)
    ).html
  }

  private func options(
    _ document: MarkdownDocument, at route: Route, headingOffset: Int
  ) -> HTMLOptions {
    let path = document.file.path
    let links = links
    return HTMLOptions(headingOffset: headingOffset, idPrefix: Self.textPrefix) { link in
      links.resolve(link, fromPath: path, at: route)
    }
  }

  /// The same with the highest of the headings brought to a level, so that those of a page stay in
  /// order however the text begins. One node may be left out: the heading that is the page's title.
  func html(
    _ document: MarkdownDocument, nodes: Range<Int>, omitting omitted: Int? = nil,
    at route: Route, topHeading: Int
  ) -> HTML {
    var writer = HTMLWriter()
    write(
      document, nodes: nodes, omitting: omitted, at: route, topHeading: topHeading, to: &writer)
    return writer.finish()
  }

  /// The same behind what was written so far.
  func write(
    _ document: MarkdownDocument, nodes: Range<Int>, omitting omitted: Int? = nil,
    at route: Route, topHeading: Int, to writer: inout HTMLWriter
  ) {
    var highest: Int?
    for index in nodes where index != omitted {
      if case .heading(let level) = document.nodes[index].kind {
        highest = min(level, highest ?? level)
      }
    }
    let offset = topHeading - (highest ?? topHeading)
    var options = options(document, at: route, headingOffset: offset)
    options.omitted = omitted
    // What is wrong with the links of a text is found by the rules.
    _ = writer.append(document, nodes: nodes, options: options)
  }

  /// The text of a content page, without its title.
  func html(_ page: ContentPage, at route: Route, topHeading: Int) -> HTML {
    html(
      page.document, nodes: page.body, omitting: page.titleNode, at: route,
      topHeading: topHeading)
  }
}

extension LinkTable {
  /// Where a link of a text leads from the page at a route. Links to content files lead to the
  /// pages that these became; what else is relative leads nowhere.
  func resolve(_ link: String, fromPath path: String, at route: Route) -> LinkResolution {
    switch ContentReference(link, from: path) {
    case .refused: return .unsafe
    case .outside: return .keep(link)
    case .here(let fragment):
      return .keep("#" + (anchor(fragment, in: path) ?? "content"))
    case .file(let target, let fragment):
      guard let page = self.route(ofPath: target) else { return .dead(suggestion: nil) }
      return .keep(page.href(from: route, fragment: fragment.flatMap { anchor($0, in: target) }))
    }
  }

  /// The id that a heading of a content file has on its page. Nil where it is the page's title,
  /// and for records, whose sections are put in the page's own order.
  private func anchor(_ fragment: String, in path: String) -> String? {
    guard isText(path), let heading = content.heading(fragment, in: path),
      heading.node != titleNode(of: path)
    else { return nil }
    return Publication.textPrefix + fragment
  }
}
