import DeploymentGate
import Documents
import PolicyReading
import Records
import Reports
import SourceText

extension RecordView {
  var kicker: String {
    guard let type = change.type?.value else { return change.id }
    return "\(change.id) · \(type) change"
  }

  /// Type, risk, and outcome or stage, each in words and by its look.
  var badges: Badges {
    var badges: [Badge] = []
    if let type = change.type?.value { badges.append(Badge(word: type, .info)) }
    if let risk = change.risk?.value {
      let rank = policy.risks.first { $0.name == risk }?.rank ?? 0
      badges.append(Badge("\(risk) risk", rank * 2 >= policy.risks.count ? .warn : .plain))
    }
    if let outcome = change.outcome?.value {
      badges.append(Badge(word: outcome.words, outcome.badge, isMarked: true))
    }
    if stage.rawValue != change.outcome?.value.words { badges.append(Badge(word: stage.rawValue)) }
    if change.outcome == nil {
      let standing = CalendarStanding(
        change, answer: publication.calendar.answers[change], asOf: publication.asOf)
      switch standing.tone {
      case .bad: badges.append(Badge(word: standing.words, .bad, isMarked: true))
      case .doubtful: badges.append(Badge(word: standing.words, .warn, isMarked: true))
      case .good, .frozen, .current, .planned, .conflict, .neutral: break
      }
    }
    let counts = FindingCounts(publication.findings.of(path: change.file.path))
    if !counts.isEmpty {
      let place = findings.firstBlock.map { LinkTarget.here($0) }
      badges.append(Badge(RichText([.findings(counts, to: place)])))
    }
    return Badges(badges)
  }

  var facts: Section {
    var facts: [Fact] = []
    func add(_ term: String, _ value: String?) {
      if let value { facts.append(Fact(term, RichText(value))) }
    }
    for (term, name) in [
      ("Requester", change.requester), ("Implementer", change.implementer), ("Owner", change.owner),
    ] {
      if let name { facts.append(Fact(term, "\(Inline.link(.person(name.value), name.value))")) }
    }
    facts.append(Fact("Systems", publication.systems(change.systems)))
    add("Category", change.categories.map(\.value).joined(separator: ", "))
    add("Security-relevant", change.isSecurityRelevant.map { $0.value ? "yes" : "no" })
    add("Spec version", change.runtime?.specVersion.map { "\($0.value)" })
    add("WASM hash", change.runtime?.wasmHash?.value)
    if let review = change.review { facts.append(Fact("Review", sentence(review))) }
    for delivery in change.deliveries {
      let texts = delivery.texts.map { text -> RichText in
        text.hasPrefix("https://") ? "\(text, to: .web(text))" : "\(text)"
      }
      facts.append(Fact("Delivers", texts.joined(by: ", ")))
    }
    if !change.external.isEmpty {
      let names = change.external.map { name -> RichText in
        name.value.hasPrefix("https://") || name.value.hasPrefix("http://")
          ? "\(name.value, to: .web(name.value))" : "\(name.value)"
      }
      facts.append(Fact("Elsewhere", names.joined(by: ", ")))
    }
    facts.append(
      Fact("Policy version", "\(policy.shortName, to: .route(publication.links.route(of: policy)))")
    )
    facts.append(Fact("Source", "\(Inline.path(change.file.path))"))
    return Section("facts", "Facts", [Facts(facts), Table.unread(change.unread)])
  }

  private func sentence(_ review: Review) -> RichText {
    var text = RichText(review.at.map { [.instant($0.value)] } ?? [])
    if let by = review.by?.value { text += RichText(" \(by)") }
    if let notes = review.notes?.value { text += RichText(": \(notes)") }
    return text
  }

  /// Links to the records that this one names, and to those that name it.
  var related: [any Block] {
    var stated: [RecordRelations.Relation] = []
    func add(_ words: String, _ id: Located<String>?) {
      if let id { stated.append(.init(words: words, id: id.value)) }
    }
    add("Follows", change.follows)
    add("Supersedes", change.supersedes)
    for incident in change.incidents { add("Fixes", incident) }
    for incident in change.causedIncidents { add("Caused", incident) }
    add("Post-mortem", change.postMortem)
    return publication.related(change.id, stated)
  }
}

extension Outcome {
  fileprivate var badge: Badge.Kind {
    switch self {
    case .successful: .good
    case .successfulWithIssues: .warn
    case .failed, .rolledBack, .aborted: .bad
    case .cancelled, .rejected: .off
    }
  }
}

extension Policy {
  /// `POL-CM-001 1.0`, or its title where it has no id.
  var shortName: String {
    let name = metadata.id?.value ?? title
    return metadata.version.map { "\(name) \($0.value)" } ?? name
  }
}
