import Chronology
import Configuration
import FrontMatter
import Markdown
import SourceText

let incidentKeys = [
  "id", "title", "severity", "systems", "started", "resolved", "caused_by", "imported",
]

/// Reads an incident. Instants without a zone are taken in the policy's.
///
/// - Parameter settled: Of one that was certainly over by then no more is read than its id, its systems
///   and when it was; nil to read all of every one.
package func readIncident(
  _ file: SourceFile, zone: Zone, systems directory: SystemDirectory = SystemDirectory(),
  settled: Instant? = nil, settings: Settings = Settings()
) -> Incident {
  let words = RecordWords(settings.words)
  let ids = RecordIDForm(settings.idPatterns)
  if let settled,
    let source = RecordSource(
      frontMatterOf: file, known: incidentKeys, forms: incidentForms, words: words)
  {
    let incident = readIncident(source, zone: zone, systems: directory, ids: ids, isSettled: true)
    if let span = incident.certainSpan, span.end <= settled { return incident }
  }
  return readIncident(
    RecordSource(file, known: incidentKeys, forms: incidentForms, words: words), zone: zone,
    systems: directory, ids: ids)
}

private let incidentForms: [String: ValueForm] = ["started": .instant, "resolved": .instant]

/// - Parameter isSettled: What tells nothing of when and for what it holds is left out.
private func readIncident(
  _ source: RecordSource, zone: Zone, systems directory: SystemDirectory, ids: RecordIDForm,
  isSettled: Bool = false
) -> Incident {
  let file = source.document.file
  var facts = RecordFacts(source.mapping, zone: zone)
  let id = facts.id(of: file, form: ids)
  let title = isSettled ? nil : facts.text("title") ?? source.document.title
  let severity = isSettled ? nil : facts.text("severity")
  let systems = facts.systems("systems", directory)
  let isUnlisted = facts.reportGeneral(systems, directory)
  let started = facts.instant("started")
  let resolved = facts.instant("resolved", isEnd: true)
  let causedBy = isSettled ? [] : facts.texts("caused_by")
  let meaning = KeyMeaning(of: facts.mapping.unread, in: .incident, systems: directory, zone: zone)
  let unread = meaning.doubts(from: started?.value, to: resolved?.value)
  let beside =
    isSettled
    ? []
    : IncidentText(end: resolved?.value, zone: zone).problems(of: source.document)
      + meaning.doubts(
        ofLabels: source.document.allLabels, from: started?.value, to: resolved?.value)
  return Incident(
    id: id.value, idPlace: id.place, document: source.document, title: title, severity: severity,
    systems: systems.names, started: started, resolved: resolved, causedBy: causedBy,
    unread: facts.mapping.unread,
    problems: source.problems + facts.problems(replacedBy: unread) + beside,
    hasUnknownSystems: !systems.unknown.isEmpty || isUnlisted, isSettled: isSettled)
}

extension MarkdownDocument {
  /// The text of the heading that is its title.
  var title: Located<String>? {
    titleHeading.map { Located($0.text, $0.place) }
  }
}
