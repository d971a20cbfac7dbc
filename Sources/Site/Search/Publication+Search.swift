import Chronology
import Markdown
import Records
import Reports
import SourceText

/// The records as the search finds them.
extension Publication {
  /// Changes and incidents, the latest first; of two with one id the first alone.
  var searchedRecords: [SearchEntry] {
    var dated: [(at: Instant, id: String, entry: SearchEntry)] = []
    var lastID: String?
    for change in register.changes where change.id != lastID {
      lastID = change.id
      dated.append((change.anchor ?? .distantPast, change.id, entry(of: change)))
    }
    lastID = nil
    for incident in register.incidents where incident.id != lastID {
      lastID = incident.id
      dated.append((incident.started?.value ?? .distantPast, incident.id, entry(of: incident)))
    }
    return dated.sorted { ($1.at, $1.id) < ($0.at, $0.id) }.map(\.entry)
  }

  private func entry(of change: Change) -> SearchEntry {
    let standing = change.outcome?.value.words ?? stage(of: change).rawValue
    let systems = change.systems.map(\.value)
    let sections = change.sections.filter { section in
      guard section.state == .filled else { return false }
      // What these state is told by the facts.
      switch section.role {
      case .title, .type, .riskLevel, .approvals: return false
      default: return true
      }
    }
    return SearchEntry(
      kind: "Change", id: change.id, title: change.title?.value ?? "Untitled change",
      facts: [
        change.type?.value ?? "", systems.prefix(3).joined(separator: ", "), standing,
        change.anchor.map { DisplayTime.day(zone.wallTime(at: $0).day) } ?? "",
      ],
      route: .change(change.id), names: [change.id],
      named: systems + change.peopleNamed + change.external.map(\.value),
      texts: [change.type?.value, change.risk.map { "\($0.value) risk" }, standing]
        .compactMap(\.self) + change.categories.map(\.value) + change.environments.map(\.value),
      body: (change.document, [change.preamble, change.opening] + sections.map(\.content)))
  }

  private func entry(of incident: Incident) -> SearchEntry {
    let systems = incident.systems.map(\.value)
    return SearchEntry(
      kind: "Incident", id: incident.id, title: incident.title?.value ?? "Untitled incident",
      facts: [
        incident.severity?.value ?? "", systems.prefix(3).joined(separator: ", "),
        incident.resolved == nil ? "not resolved" : "resolved",
        incident.started.map { DisplayTime.day(zone.wallTime(at: $0.value).day) } ?? "",
      ],
      route: .incident(incident.id), names: [incident.id], named: systems,
      texts: [incident.severity?.value].compactMap(\.self),
      body: (incident.document, [incident.document.nodes.indices]))
  }
}

extension Change {
  /// The texts that name people in it.
  var peopleNamed: [String] {
    [requester, implementer, owner, review?.by].compactMap { $0?.value }
      + approvals.compactMap { $0.by?.value }
  }
}
