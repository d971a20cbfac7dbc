/// The references from one page to records and systems. What those to records have in common is
/// worked out once, and those to systems, which a list names row by row, are kept once they are
/// known: a page is made by one thread, with one of these.
final class PageLinks {
  let route: Route
  private let systems: SystemIndex
  private let changes: RecordLinks
  private let incidents: RecordLinks
  /// By name; nil for a system that has no page.
  private var known: [String: String?] = [:]

  init(from route: Route, _ systems: SystemIndex) {
    self.route = route
    self.systems = systems
    changes = RecordLinks(toIncidents: false, from: route)
    incidents = RecordLinks(toIncidents: true, from: route)
  }

  func change(_ id: String) -> String { changes.href(id) }

  func incident(_ id: String) -> String { incidents.href(id) }

  /// Nil for a system that has no page.
  func system(_ name: String) -> String? {
    if let href = known[name] { return href }
    let href = systems.route(ofSystem: name)?.href(from: route)
    known[name] = .some(href)
    return href
  }
}
