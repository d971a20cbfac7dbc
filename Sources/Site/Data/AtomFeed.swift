import Chronology
import Configuration
import Documents
import Figures
import Findings
import Interchange
import PolicyReading
import Records
import Reports
import SourceText

/// What happened last, for readers of feeds (RFC 4287): changes when they ended or began, incidents, and
/// the reports of periods that are over. Every entry has the address of its page, so that there is a
/// feed only where that is known.
struct AtomFeed: Sendable {
  private struct Entry: Sendable {
    let route: Route
    let updated: Instant
    /// Title and summary, made for those alone that stay.
    let words: @Sendable () -> (title: String, summary: String)
  }

  private let title: String
  private let baseURL: String
  private let asOf: Instant
  private let entries: [Entry]

  private static let mostEntries = 100

  /// Nil where the address of the site is not known.
  init?(_ publication: Publication) {
    guard let baseURL = publication.settings.baseURL else { return nil }
    self.baseURL = baseURL
    title = publication.settings.title
    asOf = publication.asOf
    let asOf = publication.asOf
    var entries: [Entry] = []
    var lastID: String?
    for change in publication.register.changes where change.id != lastID {
      lastID = change.id
      guard
        let at = [change.ended, change.started, change.requested].compactMap({ $0?.value })
          .first(where: { $0 <= asOf })
      else { continue }
      entries.append(
        Entry(
          route: .change(change.id), updated: at,
          words: {
            (
              "\(change.id) \(change.title?.value ?? "Untitled change")",
              Self.summary(of: change, publication)
            )
          }))
    }
    lastID = nil
    for incident in publication.register.incidents where incident.id != lastID {
      lastID = incident.id
      guard
        let at = [incident.resolved, incident.started].compactMap({ $0?.value })
          .first(where: { $0 <= asOf })
      else { continue }
      entries.append(
        Entry(
          route: .incident(incident.id), updated: at,
          words: {
            let isOver = incident.resolved.map { $0.value <= asOf } ?? false
            return (
              "\(incident.id) \(incident.title?.value ?? "Untitled incident")",
              isOver ? "Resolved." : "Not resolved."
            )
          }))
    }
    for kind in [Period.Kind.week, .month, .quarter] {
      for figures in publication.reports.course(of: kind).periods
      where figures.period.interval.end <= asOf {
        guard let route = Route.report(figures.period) else { continue }
        entries.append(
          Entry(
            route: route, updated: figures.period.interval.end,
            words: {
              let report = publication.reports.report(of: figures)
              return (
                report.title,
                report.showsVerdict ? report.summary.plain(in: publication.zone) : ""
              )
            }))
      }
    }
    self.entries = Array(
      entries.sorted { ($0.updated, $1.route.path) > ($1.updated, $0.route.path) }
        .prefix(Self.mostEntries))
  }

  private static func summary(of change: Change, _ publication: Publication) -> String {
    let counts = publication.findingCounts(of: change).plain(in: publication.zone)
    let type = change.type.map { "\($0.value) change" } ?? "Change of no stated type"
    return
      "\(type), \(publication.standing(of: change).plain(in: publication.zone)); findings: \(counts)."
  }

  func xml() -> [UInt8] {
    let own = Route.atom.address(under: baseURL)
    var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    bytes += "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n".utf8
    bytes.element("id", own)
    bytes.element("title", title)
    bytes.element("updated", (entries.first?.updated ?? asOf).rfc3339)
    bytes.link("self", own)
    bytes.link("alternate", Route.dashboard.address(under: baseURL))
    bytes += "<author>".utf8
    bytes.element("name", title)
    bytes += "</author>\n".utf8
    for entry in entries {
      let address = entry.route.address(under: baseURL)
      let (title, summary) = entry.words()
      bytes += "<entry>\n".utf8
      bytes.element("id", address)
      bytes.element("title", title)
      bytes.element("updated", entry.updated.rfc3339)
      bytes.link("alternate", address)
      if !summary.isEmpty { bytes.element("summary", summary) }
      bytes += "</entry>\n".utf8
    }
    bytes += "</feed>\n".utf8
    return bytes
  }
}

extension [UInt8] {
  fileprivate mutating func element(_ name: String, _ text: String) {
    self += "<\(name)>".utf8
    appendXML(text)
    self += "</\(name)>\n".utf8
  }

  fileprivate mutating func link(_ relation: String, _ address: String) {
    self += "<link rel=\"\(relation)\" href=\"".utf8
    appendXML(address)
    self += "\"/>\n".utf8
  }
}
