import Calendar
import Chronology
import Documents
import Markdown
import Records
import SourceText

/// The page of an incident: its facts, its text, and the changes around it.
struct IncidentPage: SitePage {
  var frame: PageFrame
  let kicker: String
  let title: String
  let badges: Badges
  let findings: FindingList
  let body: Prose
  let facts: Section
  let related: [any Block]

  var document: Document {
    Document(kicker: kicker, title: title, [badges, findings, body, facts] + related)
  }

  static let fields = TemplateFields<Self>(
    .object("frame", "What stands around the content.") { $0.frame },
    .text("kicker", "What kind of page it is.") { $0.kicker },
    .text("title", "The title.") { $0.title },
    .blocks("badges", "How it stands, in a few words.") { [$0.badges] },
    .blocks("findings", "What was found in it.") { [$0.findings] },
    .blocks("body", "Its text.") { [$0.body] },
    .blocks("facts", "Its facts.") { [$0.facts] },
    .blocks("related", "The changes around it.") { $0.related })
}

/// One page an incident; of two with one id the first.
func planIncidents(_ publication: Publication) -> [PlannedPage] {
  let incidents = publication.register.incidents
  return incidents.indices.compactMap { index in
    let incident = incidents[index]
    guard index == 0 || incidents[index - 1].id != incident.id else { return nil }
    let route = Route.incident(incident.id)
    return PlannedPage(route, template: "incident", in: publication) {
      IncidentView(publication: publication, incident: incident, route: route).page
    }
  }
}

private struct IncidentView {
  let publication: Publication
  let incident: Incident
  let route: Route

  var page: IncidentPage {
    IncidentPage(
      frame: publication.frame(
        "\(incident.id) \(incident.title?.value ?? "")", at: route, in: .changes,
        below: [Breadcrumb(.changes)], as: incident.id,
        of: incident.file.path),
      kicker: "\(incident.id) · Incident", title: incident.title?.value ?? "Untitled incident",
      badges: badges, findings: FindingList(publication.findings.of(path: incident.file.path)),
      body: publication.body(incident.document, omitting: incident.titleNode),
      facts: Section("facts", "Facts", [facts, Table.unread(incident.unread)]),
      related: related)
  }

  private var badges: Badges {
    let severity = incident.severity.map { [Badge("severity \($0.value)", .warn)] } ?? []
    let isOver = incident.resolved != nil
    return Badges(
      severity + [
        Badge(isOver ? "resolved" : "not resolved", isOver ? .good : .bad, isMarked: true)
      ])
  }

  private var facts: Facts {
    Facts([
      Fact(
        "Systems",
        publication.systems(incident.systems, isUnknown: incident.hasUnknownSystems)),
      Fact("Started", incident.started.map { "\(Inline.instant($0.value))" } ?? "not recorded"),
      Fact("Resolved", resolved),
      Fact("Freeze", freezes),
      Fact("Source", "\(Inline.path(incident.file.path))"),
    ])
  }

  private var resolved: RichText {
    guard let end = incident.resolved?.value else { return "not yet" }
    guard let start = incident.started?.value else { return "\(Inline.instant(end))" }
    return "\(Inline.instant(end)), after \(DurationText.describe(seconds: end - start))"
  }

  /// The freezes that its policy calls for.
  private var freezes: RichText {
    publication.calendar.freezes.all.filter { $0.freeze.incident?.id == incident.id }
      .map { "\($0.freeze.name, to: .route($0.route))" }.joined(by: ", ")
  }

  /// The changes that caused it, and those that fix it.
  private var related: [any Block] {
    publication.related(
      incident.id,
      incident.causedBy.map { RecordRelations.Relation(words: "Caused by", id: $0.value) })
  }
}
