import Chronology
import Markdown
import Records
import SourceText

/// The page of an incident: its facts, its text, and the changes around it.
struct IncidentPage: PageModel {
  let frame: PageFrame
  let kicker: String
  let title: String
  let badges: HTML
  let findings: HTML
  let body: HTML
  let facts: HTML
  let related: HTML

  static let fields = PageFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { $0.kicker },
    .text("title") { $0.title },
    .html("badges") { $0.badges },
    .html("findings") { $0.findings },
    .html("body") { $0.body },
    .html("facts") { $0.facts },
    .html("related") { $0.related })
}

/// One page an incident; of two with one id the first.
func planIncidents(_ publication: Publication) -> [PlannedPage] {
  let incidents = publication.register.incidents
  let changes = ChangesOfIncidents(publication.register)
  return incidents.indices.compactMap { index in
    let incident = incidents[index]
    guard index == 0 || incidents[index - 1].id != incident.id else { return nil }
    let route = Route.incident(incident.id)
    return PlannedPage(route, template: "incident") {
      IncidentView(
        publication: publication, incident: incident, route: route,
        changes: changes.of(incident.id)
      ).page
    }
  }
}

/// What changes say of incidents, by incident.
private struct ChangesOfIncidents: Sendable {
  private var links: [String: [(relation: String, id: String)]] = [:]

  init(_ register: Register) {
    for change in register.changes {
      for cause in change.causedIncidents {
        links[cause.value, default: []].append(("Caused by", change.id))
      }
      for fix in change.incidents {
        links[fix.value, default: []].append(("Fixed by", change.id))
      }
    }
  }

  /// By the change's id.
  func of(_ incident: String) -> [(relation: String, id: String)] { links[incident] ?? [] }
}

private struct IncidentView {
  let publication: Publication
  let incident: Incident
  let route: Route
  let changes: [(relation: String, id: String)]

  var page: IncidentPage {
    var findings = HTMLWriter()
    findings.findings(
      Array(publication.findings.of(path: incident.file.path)), at: route,
      links: publication.links)
    return IncidentPage(
      frame: publication.frame(at: route, in: .changes).page(
        "\(incident.id) \(incident.title?.value ?? "")",
        breadcrumbs: .trail([Breadcrumb(.changes)], to: incident.id, at: route)),
      kicker: "\(incident.id) · Incident", title: incident.title?.value ?? "Untitled incident",
      badges: badges, findings: findings.finish(), body: text, facts: facts, related: related)
  }

  private var badges: HTML {
    var writer = HTMLWriter()
    writer.open("ul", class: "badges")
    if let severity = incident.severity?.value {
      writer.element("li", class: "badge warn", "severity \(severity)")
    }
    writer.element(
      "li", ["class": incident.resolved == nil ? "badge bad mark-bad" : "badge good mark-good"],
      incident.resolved == nil ? "not resolved" : "resolved")
    writer.close("ul")
    return writer.finish()
  }

  /// The text without the heading that became the title.
  private var text: HTML {
    let document = incident.document
    guard document.nodes.count > 1 else { return .empty }
    return publication.html(
      document, nodes: 1..<document.nodes.count, omitting: incident.titleNode, at: route,
      topHeading: 2)
  }

  private var facts: HTML {
    var writer = HTMLWriter()
    writer.open("section", "aria-labelledby", "facts")
    writer.element("h2", "id", "facts", "Facts")
    writer.open("dl", class: "facts")
    writer.element("dt", "Systems")
    writer.open("dd")
    if incident.systems.isEmpty {
      writer.text(incident.hasUnknownSystems ? "not known" : "all")
    }
    writer.systems(incident.systems, at: route, in: publication)
    writer.close("dd")
    writer.element("dt", "Started")
    writer.open("dd")
    if let at = incident.started?.value {
      writer.time(at, in: publication.zone)
    } else {
      writer.text("not on record")
    }
    writer.close("dd")
    writer.element("dt", "Resolved")
    writer.open("dd")
    if let at = incident.resolved?.value {
      writer.time(at, in: publication.zone)
      if let start = incident.started?.value {
        writer.text(", after \(DurationText.describe(seconds: at - start))")
      }
    } else {
      writer.text("not yet")
    }
    writer.close("dd")
    writer.element("dt", "Source")
    writer.open("dd")
    writer.path(incident.file.path)
    writer.close("dd")
    writer.close("dl")
    writer.unreadKeys(incident.unread)
    writer.close("section")
    return writer.finish()
  }

  /// The changes that caused it, and those that fix it.
  private var related: HTML {
    let stated = incident.causedBy.map { (relation: "Caused by", id: $0.value) }
    let links = stated + changes.filter { link in !stated.contains { $0 == link } }
    guard !links.isEmpty else { return .empty }
    var writer = HTMLWriter()
    writer.open("section", "aria-labelledby", "related")
    writer.element("h2", "id", "related", "Related")
    writer.open("ul", class: "list")
    for (relation, id) in links {
      writer.open("li")
      writer.text("\(relation) ")
      writer.record(id, at: route, in: publication)
      writer.close("li")
    }
    writer.close("ul")
    writer.close("section")
    return writer.finish()
  }
}
