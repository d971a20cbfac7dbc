import Configuration
import Documents
import Markdown
import SourceText

/// The references from one page to everything else. What those to records have in common is worked
/// out once, and those that a table names row by row are kept once they are known: a page is made by
/// one thread, with one of these.
final class PageLinks: LinkMap {
  let route: Route
  private let publication: Publication
  private let changes: RecordLinks
  private let incidents: RecordLinks
  /// By name; nil for a system that has no page.
  private var systems: [String: String?] = [:]
  /// The notes of each document that the page shows part by part, by its path: a note stands below the
  /// first part that leads to it.
  private var notes: [String: WrittenFootnotes] = [:]
  /// By the code of the rule; nil where nothing leads to it.
  private var findings: [String: String?] = [:]

  init(from route: Route, _ publication: Publication) {
    self.route = route
    self.publication = publication
    changes = RecordLinks(toIncidents: false, from: route)
    incidents = RecordLinks(toIncidents: true, from: route)
  }

  func change(_ id: String) -> String { changes.href(id) }

  func incident(_ id: String) -> String { incidents.href(id) }

  /// Nil for a system that has no page.
  func system(_ name: String) -> String? {
    if let href = systems[name] { return href }
    let href = publication.systems.route(ofSystem: name)?.href(from: route)
    systems[name] = .some(href)
    return href
  }

  func href(_ target: LinkTarget) -> String? {
    // A host shows it at whatever depth was asked for.
    if route == .notFound, let base = publication.settings.baseURL {
      return publication.siteLinks.address(target, under: base)
    }
    switch target {
    case .change(let id): return change(id)
    case .incident(let id): return incident(id)
    case .system(let name): return system(name)
    case .here(let id): return "#\(id)"
    case .findings(let code):
      if let href = findings[code] { return href }
      let href = publication.siteLinks.href(target, from: route)
      findings[code] = .some(href)
      return href
    default: return publication.siteLinks.href(target, from: route)
    }
  }

  func write(_ prose: Prose, to writer: inout HTMLWriter) {
    let path = prose.document.file.path
    let notes = notes[path] ?? WrittenFootnotes()
    self.notes[path] = notes
    publication.write(
      prose.document, nodes: prose.nodes, omitting: prose.omitted, at: route,
      topHeading: prose.topHeading, notes: notes, to: &writer)
  }
}

extension LinkTarget {
  /// A page of this site.
  static func route(_ route: Route, query: String? = nil, fragment: String? = nil) -> LinkTarget {
    .page(path: route.path, query: query, fragment: fragment)
  }
}
