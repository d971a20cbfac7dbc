import Markdown
import SourceText

extension Publication {
  /// The part of ids in texts that keeps them apart from a page's own.
  static let textPrefix = "text-"

  /// Nodes of a document as markup for the page at a route, its links led to other pages.
  /// `headingOffset` is added to the level of its headings.
  func html(
    _ document: MarkdownDocument, nodes: Range<Int>, at route: Route, headingOffset: Int = 0
  ) -> HTML {
    let path = document.file.path
    let links = links
    let options = HTMLOptions(headingOffset: headingOffset, idPrefix: Self.textPrefix) { link in
      links.resolve(link, fromPath: path, at: route)
    }
    return renderHTML(document, nodes: nodes, options: options).html
  }

  /// The same with the highest of the headings brought to a level, so that those of a page stay in
  /// order however the text begins.
  func html(
    _ document: MarkdownDocument, nodes: Range<Int>, at route: Route, topHeading: Int
  ) -> HTML {
    var highest: Int?
    for node in document.nodes[nodes] {
      if case .heading(let level) = node.kind { highest = min(level, highest ?? level) }
    }
    return html(
      document, nodes: nodes, at: route, headingOffset: topHeading - (highest ?? topHeading))
  }
}

extension LinkTable {
  /// Where a link of a text leads from the page at a route. Links to content files lead to the
  /// pages that these became; what else is relative leads nowhere.
  func resolve(_ link: String, fromPath path: String, at route: Route) -> LinkResolution {
    let bytes = Array(link.utf8)
    guard let first = bytes.first else { return .dead(suggestion: nil) }
    if first == UInt8(ascii: "#") {
      return .keep("#\(Publication.textPrefix)\(String(decoding: bytes[1...], as: UTF8.self))")
    }
    let stop = bytes.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") }
    if bytes[..<(stop ?? bytes.endIndex)].contains(UInt8(ascii: ":")) { return .keep(link) }
    let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
    let target = String(decoding: bytes[..<(hash ?? bytes.endIndex)], as: UTF8.self)
    let fragment = hash.map {
      Publication.textPrefix + String(decoding: bytes[($0 + 1)...], as: UTF8.self)
    }
    guard let page = self.route(ofPath: joined(target, besides: path)) else {
      return .dead(suggestion: nil)
    }
    return .keep(page.href(from: route, fragment: fragment))
  }

  /// `../incidents/a.md` beside `content/changes/b.md` is `content/incidents/a.md`.
  private func joined(_ relative: String, besides path: String) -> String {
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in relative.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
