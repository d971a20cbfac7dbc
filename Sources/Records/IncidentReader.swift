import Chronology
import Configuration
import FrontMatter
import Markdown
import PolicyReading
import SourceText

let incidentKeys = IncidentKeys.record.names

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
  let latestEnd = facts.problems.lazy.compactMap { problem -> Instant? in
    guard case .unreadableValue("resolved", let text, _) = problem.kind else { return nil }
    return endOfDay(text, in: zone)
  }.first
  let causedBy = isSettled ? [] : facts.texts("caused_by")
  let meaning = KeyMeaning(of: facts.mapping.unread, in: .incident, systems: directory, zone: zone)
  let unread = meaning.doubts(from: started?.value, to: resolved?.value ?? latestEnd)
  let beside =
    isSettled
    ? []
    : IncidentText(end: resolved?.value ?? latestEnd, zone: zone).problems(of: source.document)
      + meaning.doubts(
        ofLabels: source.document.allLabels, from: started?.value,
        to: resolved?.value ?? latestEnd)
  return Incident(
    id: id.value, idPlace: id.place, document: source.document, title: title, severity: severity,
    systems: systems.names, started: started, resolved: resolved, causedBy: causedBy,
    unread: facts.mapping.unread,
    problems: source.problems + facts.problems(replacedBy: unread) + beside,
    hasUnknownSystems: !systems.unknown.isEmpty || isUnlisted, isSettled: isSettled,
    latestEnd: latestEnd)
}

/// The end of the one day that a text is, `2026-10-20` or `20 Oct 2026`; nil for any other text.
private func endOfDay(_ text: String, in zone: Zone) -> Instant? {
  var day = InstantText.readDay(text)
  let words = WordForm.words(text)
  let found = WrittenDay.all(in: text)
  // A question mark, or another sign, leaves it open.
  let isPlain = text.unicodeScalars.allSatisfy {
    $0.isLetter || $0.isNumeral || " .,/-".unicodeScalars.contains($0)
  }
  // Of a month alone the first day is read, which is not its end.
  if day == nil, isPlain, words.count == 3, Int(words[0]).map({ (1...31).contains($0) }) ?? false,
    found.count == 1, case .day(let only) = found[0]
  {
    day = only
  }
  guard let day else { return nil }
  let end = zone.start(of: day.adding(days: 1))
  return Interval.plausibleYears.contains(end) ? end : nil
}

extension MarkdownDocument {
  /// The text of the heading that is its title.
  var title: Located<String>? {
    titleHeading.map { Located($0.text, $0.place) }
  }
}
