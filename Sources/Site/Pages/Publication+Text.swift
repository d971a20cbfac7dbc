import Markdown
import Records
import SourceText

extension Publication {
  /// The part of ids in texts that keeps them apart from a page's own.
  static let textPrefix = "text-"

  private func options(
    _ document: MarkdownDocument, at route: Route, headingOffset: Int
  ) -> HTMLOptions {
    let path = document.file.path
    var options = HTMLOptions(headingOffset: headingOffset, idPrefix: Self.textPrefix) { link in
      self.resolve(link, fromPath: path, at: route)
    }
    options.picture = { picture in
      guard case .file(let target, _) = ContentReference(picture, from: path),
        let found = self.links.pictures[target]
      else { return .absent }
      return .shown(address: found.route.href(from: route), size: found.picture.size)
    }
    options.record = { self.href(ofRecord: $0, at: route) }
    return options
  }

  /// Writes nodes of a document for the page at a route, its links led to other pages. The highest of the
  /// headings is brought to a level, so that those of a page stay in order however the text begins. One
  /// node may be left out: the heading that is the page's title.
  ///
  /// - Parameter notes: Shared by the parts of a page that shows a text part by part.
  func write(
    _ document: MarkdownDocument, nodes: Range<Int>, omitting omitted: Int? = nil,
    at route: Route, topHeading: Int, notes: WrittenFootnotes? = nil, to writer: inout HTMLWriter
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
    _ = writer.append(document, nodes: nodes, options: options, written: notes)
  }
}

extension Publication {
  /// Where a link of a text leads from the page at a route. Links to content files lead to the
  /// pages that these became; what else is relative leads nowhere.
  func resolve(_ link: String, fromPath path: String, at route: Route) -> LinkResolution {
    switch ContentReference(link, from: path) {
    case .refused: return .unsafe
    case .outside: return .keep(link)
    case .here(let fragment):
      return .keep("#" + percentEncoded(anchor(fragment, in: path) ?? "content", keeping: ":@"))
    case .file(let written, let fragment):
      if let picture = links.pictures[written] { return .keep(picture.route.href(from: route)) }
      guard let target = links.content.file(at: written) else {
        return links.content.section(at: written).map {
          .keep(Route.section(of: $0).href(from: route))
        } ?? .dead(suggestion: nil)
      }
      guard let page = self.route(ofPath: target) else { return .dead(suggestion: nil) }
      return .keep(
        page.href(from: route, fragment: fragment.flatMap { anchor($0, in: target) }))
    }
  }

  /// The page of a content file. A freeze that has none of its own is in the calendar.
  private func route(ofPath path: String) -> Route? {
    links.route(ofPath: path)
      ?? (links.isFreeze(path) ? calendar.freezes.route(ofFile: path) ?? .calendar : nil)
  }

  /// The id that a place of a content file has on the file's page. Nil where it is the page's title,
  /// and where the page tells the part in another way.
  private func anchor(_ fragment: String, in path: String) -> String? {
    guard !fragment.isEmpty else { return nil }
    if let index = links.change(ofPath: path) {
      guard let anchors = links.content.anchors(in: path), let anchor = anchors[fragment] else {
        return nil
      }
      return recordAnchors.id(of: anchor.name, in: path) {
        RecordView(register.changes[index], in: self).ids(of: anchors)
      }
    }
    guard links.isText(path), !links.isFreeze(path) || calendar.freezes.route(ofFile: path) != nil,
      let anchor = links.content.anchor(fragment, in: path),
      anchor.node != links.titleNode(of: path), !isInTitle(anchor, of: path)
    else { return nil }
    return Self.textPrefix + anchor.name
  }

  /// Whether a place stands in the heading that became the page's title, which shows words alone.
  private func isInTitle(_ anchor: DocumentAnchor, of path: String) -> Bool {
    guard let title = links.titleNode(of: path) else { return false }
    return links.content.holds(anchor.node, in: title, of: path)
  }

  /// Nil where no record has the id, and on the record's own page.
  private func href(ofRecord id: String, at route: Route) -> String? {
    let record: Route? =
      switch register.kind(ofRecord: id) {
      case .change: .change(id)
      case .incident: .incident(id)
      case nil: nil
      }
    return record == route ? nil : record?.href(from: route)
  }
}

extension Route {
  /// The section that shows what is in a folder.
  fileprivate static func section(of folder: DecidingFolder) -> Route {
    switch folder {
    case .policy: .policyIndex
    case .changes, .incidents: .changes
    case .freezes: .calendar
    }
  }
}
