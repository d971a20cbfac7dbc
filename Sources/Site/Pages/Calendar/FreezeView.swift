import Calendar
import Chronology
import Findings
import Markdown
import PolicyReading
import Records
import SourceText

/// A freeze together with all that its page says of it.
struct FreezeView {
  let publication: Publication
  let entry: FreezeEntry

  init(_ entry: FreezeEntry, in publication: Publication) {
    self.entry = entry
    self.publication = publication
  }

  var freeze: Freeze { entry.freeze }
  var route: Route { entry.route }

  var page: FreezePage {
    let met = FreezeChanges(entry, in: publication)
    return FreezePage(
      frame: publication.frame(at: route, in: .calendar).page(
        entry.title, breadcrumbs: .trail([Breadcrumb(.calendar)], to: entry.title, at: route)),
      kicker: kicker, title: entry.title, badges: badges, lead: lead, findings: findings,
      text: text, stopped: met.stoppedList(at: route, publication),
      during: met.duringList(at: route, publication), occurrences: occurrences, facts: facts)
  }

  private var kicker: String {
    switch freeze.source {
    case .policy: "Freeze of the policy"
    case .declaration: "Declared freeze"
    case .incident: "Freeze after an incident"
    }
  }

  /// The occurrence that holds, else the one that comes next.
  private var present: CalendarBook.FreezeOccurrence? {
    entry.occurrences.first { $0.interval.end > publication.asOf }
  }

  private var badges: HTML {
    var writer = HTMLWriter()
    writer.open("ul", class: "badges")
    let state =
      switch present?.interval {
      case let interval? where interval.contains(publication.asOf): "holds"
      case _?: "to come"
      case nil: "over"
      }
    writer.element("li", "class", state == "holds" ? "badge warn" : "badge", state)
    writer.element("li", class: "badge", freeze.allowedText)
    if freeze.isOpenEnded { writer.element("li", class: "badge bad", "no end is set") }
    writer.close("ul")
    return writer.finish()
  }

  private var lead: String {
    let zone = publication.zone
    guard let interval = present?.interval else {
      return entry.occurrences.last.map {
        "It ended \(DisplayTime.instant($0.interval.end, in: zone))."
      } ?? "It holds at no time that this calendar shows."
    }
    let end =
      interval.end == .distantFuture
      ? "no end is set" : "until \(DisplayTime.instant(interval.end, in: zone))"
    guard interval.contains(publication.asOf) else {
      return "It begins \(DisplayTime.instant(interval.start, in: zone)), \(end)."
    }
    return "It holds since \(DisplayTime.instant(interval.start, in: zone)), \(end)."
  }

  private var findings: HTML {
    guard case .declaration(let declaration) = freeze.source else { return .empty }
    var writer = HTMLWriter()
    writer.findings(
      Array(publication.findings.of(path: declaration.file.path)), at: route,
      links: publication.links)
    return writer.finish()
  }

  /// What the declaration says, without the heading that became the title.
  private var text: HTML {
    guard case .declaration(let declaration) = freeze.source else { return .empty }
    let document = declaration.document
    guard document.nodes.count > 1 else { return .empty }
    return publication.html(
      document, nodes: 1..<document.nodes.count, omitting: declaration.titleNode, at: route,
      topHeading: 2)
  }

  private var occurrences: HTML {
    guard case .recurring = freeze.recurrence else { return .empty }
    var writer = HTMLWriter()
    writer.open("section", "aria-labelledby", "occurrences")
    writer.element("h2", "id", "occurrences", "When it holds")
    guard !entry.occurrences.isEmpty else {
      writer.element("p", class: "empty", "At no time between the first month and the horizon.")
      writer.close("section")
      return writer.finish()
    }
    writer.open("ul", class: "list")
    for occurrence in entry.occurrences {
      writer.open("li")
      let days = CalendarEntry.days(of: occurrence.interval, in: publication.zone)
      let span = publication.calendar.span
      // The first occurrence may begin before the first month.
      if let month = span.month(of: days.lowerBound) ?? span.month(of: days.upperBound) {
        writer.open("a", "href", month.href(from: route))
        writer.time(occurrence.interval, in: publication.zone)
        writer.close("a")
      } else {
        writer.time(occurrence.interval, in: publication.zone)
      }
      if occurrence.freeze.allowedText != freeze.allowedText {
        writer.text(" · \(occurrence.freeze.allowedText)")
      }
      writer.close("li")
    }
    writer.close("ul")
    writer.close("section")
    return writer.finish()
  }

  private var facts: HTML {
    var writer = HTMLWriter()
    writer.open("section", "aria-labelledby", "facts")
    writer.element("h2", "id", "facts", "Facts")
    writer.open("dl", class: "facts")
    writer.fact("When", duration)
    writer.fact("May pass", freeze.allowedText)
    if let places = freeze.surroundings.words { writer.fact("Where", places) }
    writer.element("dt", "Systems")
    writer.open("dd")
    if freeze.systems.isEmpty { writer.text(freeze.hasUnknownSystems ? "not known" : "all") }
    for (index, name) in freeze.systems.enumerated() {
      if index > 0 { writer.text(", ") }
      writer.link(
        name, href: publication.systems.system(named: name)?.route.href(from: route))
    }
    writer.close("dd")
    switch freeze.source {
    case .policy: break
    case .declaration(let declaration):
      writer.fact("Declared by", declaration.declaredBy?.value ?? "not on record")
      if let at = declaration.declaredAt?.value {
        writer.element("dt", "Declared")
        writer.open("dd")
        writer.time(at, in: publication.zone)
        writer.close("dd")
      }
    case .incident(let incident, _):
      writer.element("dt", "Incident")
      writer.open("dd")
      writer.record(incident.id, at: route, in: publication)
      writer.close("dd")
    }
    if let reference = freeze.reference {
      writer.element("dt", "Rests on")
      writer.open("dd")
      writer.policy(reference, at: route, links: publication.links)
      writer.close("dd")
    }
    writer.element("dt", "Source")
    writer.open("dd")
    writer.path(freeze.place.file.path)
    writer.text(", line \(freeze.place.start.line)")
    writer.close("dd")
    writer.close("dl")
    if case .declaration(let declaration) = freeze.source {
      writer.unreadKeys(declaration.unread)
    }
    writer.close("section")
    return writer.finish()
  }

  private var duration: String {
    switch freeze.source {
    case .policy(let row): return row.durationText
    case .incident(_, let row): return "From the incident until \(row.durationText) after its end"
    case .declaration(let declaration):
      let zone = publication.zone
      guard let from = declaration.from?.value else { return "not on record" }
      guard let to = declaration.to?.value, to > from else {
        return "From \(DisplayTime.instant(from, in: zone)), no end is set"
      }
      return DisplayTime.interval(Interval(start: from, end: to), in: zone)
    }
  }
}
