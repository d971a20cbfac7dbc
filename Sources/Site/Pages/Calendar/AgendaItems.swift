import Chronology
import DeploymentGate
import Markdown
import Records
import Reports
import SourceText
import Synchronization

/// What the lists of months and weeks say of changes. A change stands in the lists of its month and
/// of its week with the same words and links, since the pages of the calendar lie beside each other:
/// the first page that lists it writes them, and the other takes them over.
final class AgendaItems: Sendable {
  private let publication: Publication
  private let links: RecordLinks
  /// Of systems, by name.
  private let systems: [String: String]
  /// By the index of the change; nil for what no page has listed yet.
  private let known: Mutex<[HTML?]>

  init(_ publication: Publication) {
    self.publication = publication
    // Of the pages of months and weeks any: none of them is linked from a list.
    let page = Route.calendar("list")
    links = RecordLinks(toIncidents: false, from: page)
    var systems: [String: String] = [:]
    for change in publication.register.changes {
      for system in change.systems where systems[system.value] == nil {
        systems[system.value] = publication.systems.route(ofSystem: system.value)?.href(from: page)
      }
    }
    self.systems = systems
    known = Mutex([HTML?](repeating: nil, count: publication.register.changes.count))
  }

  func html(of entry: CalendarEntry) -> HTML {
    if let html = known.withLock({ $0[entry.change] }) { return html }
    // Another thread may write the same meanwhile: nobody waits for it.
    let html = item(entry)
    known.withLock { $0[entry.change] = html }
    return html
  }

  private func item(_ entry: CalendarEntry) -> HTML {
    let change = publication.register.changes[entry.change]
    let href = links.href(change.id)
    var writer = HTMLWriter()
    writer.reserve(1024)
    writer.markup("<p class=\"when\">")
    writer.time(entry.shown, in: publication.zone)
    writer.markup("</p><div>")
    writer.recordLink(change.id, to: href)
    writer.markup(" ")
    writer.name(change.title?.value ?? "Untitled change")
    writer.open("p", class: "help")
    writeFacts(of: change, entry, href: href, to: &writer)
    writer.markup("</p></div>")
    return writer.finish()
  }

  /// How it stands, what it is, what it concerns, and when it was planned where that is not when it
  /// took place.
  private func writeFacts(
    of change: Change, _ entry: CalendarEntry, href: String, to writer: inout HTMLWriter
  ) {
    let standing = CalendarStanding(
      change, answer: publication.calendar.answers[change], asOf: publication.asOf)
    writer.element("span", "class", standing.mark, standing.words)
    if entry.isConflicting {
      writer.markup(" · ")
      writer.element("a", ["class": "mark-conflict", "href": href + "#times"], "conflict")
    }
    writer.markup(" · ")
    writer.text(change.type?.value ?? "type not stated")
    if let risk = change.risk?.value {
      writer.text(", ")
      writer.text(risk)
      writer.text(" risk")
    }
    for (index, system) in change.systems.enumerated() {
      writer.text(index == 0 ? " · " : ", ")
      writer.link(system.value, href: systems[system.value])
    }
    if entry.actual != nil, let planned = entry.planned, planned != entry.actual {
      writer.text(" · planned ")
      writer.time(planned, in: publication.zone)
    }
  }
}
