import Chronology
import Configuration
import FrontMatter
import Markdown
import PolicyReading
import SourceText

// Reading a change:
//  1. the front matter and the body are parsed, each with its own problems;
//  2. the instants of the front matter say which policy judges the change, and so which names
//     and sections count;
//  3. the body is cut into sections, and boxes, sign-offs and evidence are read out of them;
//  4. what both places say is compared.

/// Reads a change record. Whatever cannot be read is among its problems; the rest is kept.
package func readChange(
  _ file: SourceFile, policies: PolicyBook, settings: Settings,
  systems: SystemDirectory = SystemDirectory(), people: PeopleDirectory = PeopleDirectory()
) -> Change {
  ChangeReader(
    policies, settings: settings, systems: systems, people: people
  ).read(file)
}

struct ChangeReader: Sendable {
  let vocabularies: Vocabularies
  let zone: Zone
  let systems: SystemDirectory
  let people: PeopleDirectory
  private let words: RecordWords
  private let ids: RecordIDForm
  /// Names of systems that texts may speak of.
  private let known: WidenedSystems.Known

  init(
    _ policies: PolicyBook, settings: Settings, systems: SystemDirectory, people: PeopleDirectory,
    frozen: Set<String> = []
  ) {
    words = RecordWords(settings.words)
    ids = RecordIDForm(settings.idPatterns)
    vocabularies = Vocabularies(policies, words: words)
    zone = settings.zone ?? policies.latest.zone
    self.systems = systems
    self.people = people
    known = systems.foldedNames.merging(frozen.map { ($0, $0) }) { listed, _ in listed }
  }

  func read(_ file: SourceFile) -> Change {
    let source = RecordSource(
      file, known: ChangeKeys.record.names, forms: ChangeKeys.forms, words: words)
    var facts = RecordFacts(source.mapping, zone: zone)
    let requested = facts.instant("requested")
    let approved = facts.approvals(people)
    let decided = approved.filter(\.isGiven).compactMap(\.at?.value).max() ?? requested?.value
    let vocabulary = vocabularies.vocabulary(at: decided)
    var body = readSections(
      source.document, names: vocabulary.sections, fillers: vocabulary.fillers,
      isTitled: facts.mapping.has("title"))
    let own = OwnFieldValues(
      own: vocabulary.ownFields, zone: zone, systems: systems, people: people)
    let keys = own.stated(by: facts.mapping.unread)
    if words.mapsValues {
      body.fields = body.fields.map { $0.read(words) }
      body.sections = body.sections.map { $0.read(words, in: source.document) }
    }
    body.fields += keys
    let misfits = own.problems(of: body, in: source)
    var reconciliation = Reconciliation(
      facts: facts, document: source.document, body: body, vocabulary: vocabulary, ids: ids)
    let id = reconciliation.id()
    let title = reconciliation.title()
    let type = reconciliation.type()
    let risk = reconciliation.risk()
    let categories = reconciliation.categories()
    let systems = reconciliation.systems(systems, known: known)
    let requester = reconciliation.person("requester")
    let implementer = reconciliation.person("implementer")
    let (approvals, unapproved) = reconciliation.approvals(approved, people)
    let evidence = reconciliation.evidence()
    let requestedAt = requested ?? reconciliation.requestedDate(zone: zone)
    let planned = reconciliation.plannedInterval(zone: zone)
    facts = reconciliation.facts
    let environments = facts.texts("environment")
    let regions = facts.texts("region")
    let outcome = facts.outcome()
    let deliveries = facts.deliveries()
    let external = facts.texts("external")
    let scheduled = facts.interval("scheduled")
    let isSecurityRelevant = facts.truth("security_relevant")
    let stated = Reconciliation.StatedFacts(
      categories: categories, isSecurityRelevant: isSecurityRelevant, environments: environments,
      regions: regions, requested: requested, scheduled: scheduled, type: type, risk: risk,
      requester: requester, implementer: implementer)
    reconciliation.compare(stated, zone: zone)
    reconciliation.compareBesides(stated, people, zone: zone)
    let times = reconciliation.actualTimes(
      ActualTimes(
        started: facts.instant("started"), deployed: facts.instant("deployed"),
        closed: facts.instant("closed")),
      scheduled: (scheduled ?? planned)?.value, isOver: outcome != nil, zone: zone)
    let approvers = approvals.flatMap(\.people)
    let requesters = parties(in: requester, approvers)
    let implementers = parties(in: implementer, approvers)
    let meaning = ChangeKeyMeaning(
      facts: ChangeKeyMeaning.Facts(
        type: type, risk: risk, categories: categories, systems: systems,
        isSecurityRelevant: isSecurityRelevant,
        parties: requesters.named + implementers.named,
        approvers: approvers,
        scheduled: scheduled ?? planned),
      vocabulary: vocabulary, directory: self.systems, people: people)
    // A field of the policy's own is read, though no key of every record.
    let ownKeys = Set(keys.map(\.place))
    let ends =
      outcome == nil
      ? StatedEnd.all(
        in: reconciliation.body, of: source.document, title: title, unread: facts.mapping.unread,
        besides: meaning.problems(of: facts.mapping.unread)) : []
    return Change(
      id: id.value, idPlace: id.place, document: source.document, title: title, type: type,
      risk: risk, categories: categories,
      isSecurityRelevant: isSecurityRelevant ?? reconciliation.securityRelevanceInBody(),
      systems: systems.names, requester: requester, implementer: implementer,
      owner: facts.text("owner"), requested: requestedAt,
      scheduled: scheduled ?? planned, started: times.started, deployed: times.deployed,
      closed: times.closed, outcome: outcome, approvals: approvals,
      rollback: facts.rollback(), postMortem: facts.text("post_mortem"),
      incidents: facts.texts("incident"), causedIncidents: facts.texts("caused_incidents"),
      follows: facts.text("follows"), supersedes: facts.text("supersedes"),
      review: facts.review(), runtime: facts.runtime(), evidence: evidence,
      waivers: facts.waivers(people), sections: reconciliation.body.sections,
      fields: reconciliation.body.fields,
      preamble: reconciliation.body.preamble, opening: reconciliation.body.opening,
      isOpened: reconciliation.body.isOpened, unread: facts.mapping.unread,
      // The last to be evaluated: reading the facts adds to their problems.
      problems: inOrder(
        source.problems + facts.problems + reconciliation.problems
          + reconciliation.body.problems + ends + misfits
      ).filter { !($0.kind.isUnreadKey && ownKeys.contains($0.place)) },
      hasUnknownSystems: !systems.unknown.isEmpty, requesters: requesters.named,
      implementers: implementers.named, unapproved: unapproved,
      mayTouchOthers: reconciliation.mayTouchOthers, environments: environments, regions: regions,
      deliveries: deliveries, external: external, hasUnnamedRequesters: requesters.areOthers,
      hasUnnamedImplementers: implementers.areOthers)
  }

  /// Whom a text names as a party, with those approvers whose name stands in it in any other way: `@ann
  /// (pair: rpc-lead)`.
  private func parties(
    in text: Located<String>?, _ approvers: [Identity]
  ) -> (named: [Identity], areOthers: Bool) {
    guard let text else { return ([], false) }
    let named = people.identities(in: text.value)
    if !text.value.utf8.contains(0x20) { return (named, false) }
    let words = text.value.parts(at: " ").filter { !$0.hasPrefix("@") }.flatMap(WordForm.words)
    let others = approvers.filter { approver in
      !named.share(with: [approver])
        && people.names(of: approver).contains { $0.stands(in: words) }
    }
    return (named + others, Self.speakOfOthers(words))
  }

  /// Whether words say that there are more people than are named: `and others`, `or on-call`; not `@ann (on
  /// call)`.
  private static func speakOfOthers(_ words: [String]) -> Bool {
    words.indices.contains { index in
      if unnamed.contains(words[index]) { return true }
      guard onDuty.contains(words[index]) else { return false }
      return words[..<index].suffix(3).contains(where: joining.contains)
    }
  }

  private static let unnamed: Set<String> = [
    "others", "al", "approver", "approvers", "reviewer", "reviewers", "colleague", "colleagues",
    "someone", "somebody",
  ]
  private static let onDuty: Set<String> = ["oncall", "call", "rest"]
  private static let joining: Set<String> = ["and", "or", "with", "plus"]

  /// By their places.
  private func inOrder(_ problems: [ReadingProblem]) -> [ReadingProblem] {
    problems.sorted { $0.place.range.lower < $1.place.range.lower }
  }
}

extension ReadingProblem.Kind {
  fileprivate var isUnreadKey: Bool {
    if case .keyNotRead = self { true } else { false }
  }
}
