import Markdown
import Records
import Synchronization

/// The links of lists to changes, each made once for all pages of one depth: the lists behind the
/// figures name every change some thirty times.
final class ChangeLinks: Sendable {
  private let register: Register
  /// By how a page leads to the change `x`, then by the change's id.
  private let made = Mutex<[String: [String: HTML]]>([:])

  init(_ register: Register) { self.register = register }

  /// The links from a page, by the change's id.
  func from(_ route: Route) -> [String: HTML] {
    let links = RecordLinks(toIncidents: false, from: route)
    return made.withLock { made in
      let example = links.href("x")
      if let known = made[example] { return known }
      var html: [String: HTML] = [:]
      html.reserveCapacity(register.changes.count)
      for change in register.changes {
        var writer = HTMLWriter()
        writer.element("a", "href", links.href(change.id), change.id)
        html[change.id] = writer.finish()
      }
      made[example] = html
      return html
    }
  }
}

/// The links of one page to the records behind its figures.
struct ListedLinks {
  private let made: [String: HTML]
  private let changes: RecordLinks
  private let incidents: RecordLinks

  init(_ links: ChangeLinks, from route: Route) {
    made = links.from(route)
    changes = RecordLinks(toIncidents: false, from: route)
    incidents = RecordLinks(toIncidents: true, from: route)
  }

  /// A link to a record.
  func write(_ id: String, isIncident: Bool, to writer: inout HTMLWriter) {
    if !isIncident, let link = made[id] { return writer.append(link) }
    let href = isIncident ? incidents.href(id) : changes.href(id)
    writer.element("a", "href", href, id)
  }
}
