import Chronology
import FrontMatter
import Markdown
import SourceText

let incidentKeys = [
  "id", "title", "severity", "systems", "started", "resolved", "caused_by",
]

/// Reads an incident. Instants without a zone are taken in the policy's.
package func readIncident(
  _ file: SourceFile, zone: Zone, systems directory: SystemDirectory = SystemDirectory()
) -> Incident {
  let source = RecordSource(file, known: incidentKeys, instants: ["started", "resolved"])
  var facts = RecordFacts(source.mapping, zone: zone)
  let id = facts.id(of: file)
  let title = facts.text("title") ?? source.document.title
  let severity = facts.text("severity")
  let systems = facts.systems("systems", directory)
  let isUnlisted = facts.reportGeneral(systems, directory)
  let started = facts.instant("started")
  let resolved = facts.instant("resolved", isEnd: true)
  let causedBy = facts.texts("caused_by")
  let meaning = KeyMeaning(of: facts.mapping.unread, in: .incident, systems: directory, zone: zone)
  let unread = meaning.doubts(from: started?.value, to: resolved?.value)
  return Incident(
    id: id.value, idPlace: id.place, document: source.document, title: title, severity: severity,
    systems: systems.names, started: started, resolved: resolved, causedBy: causedBy,
    unread: facts.mapping.unread, problems: source.problems + facts.problems(replacedBy: unread),
    hasUnknownSystems: !systems.unknown.isEmpty || isUnlisted)
}

extension MarkdownDocument {
  /// The text of the heading that is its title.
  var title: Located<String>? {
    titleHeading.map { Located($0.text, $0.place) }
  }
}
