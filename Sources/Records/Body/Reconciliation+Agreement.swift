import Chronology
import PolicyReading
import SourceText

/// The facts that may stand in the front matter and in the body alike, compared in one place: where both
/// speak, they say the same. What `agreed` brings together where it is read, such as the type and the
/// risk, is compared there.
extension Reconciliation {
  /// What the front matter says of facts that a line, a table or a section may say as well.
  struct StatedFacts {
    var categories: [Located<String>] = []
    var isSecurityRelevant: Located<Bool>?
    var environments: [Located<String>] = []
    var regions: [Located<String>] = []
    var requested: Located<Instant>?
    var scheduled: Located<Interval>?
    var type: Located<String>?
    var risk: Located<String>?
    var requester: Located<String>?
    var implementer: Located<String>?
  }

  /// What lines within the sections say of the change otherwise than the record: `**Risk:** High` in the
  /// summary.
  mutating func compareBesides(
    _ stated: StatedFacts, _ people: PeopleDirectory, zone: Zone
  ) {
    let vocabulary = vocabulary
    for field in body.besides where field.isFilled && !field.isStruck {
      switch (field.role, field.fact) {
      case (.type, _): compareName("type", field, stated.type, vocabulary.type)
      case (.riskLevel, _): compareName("risk", field, stated.risk, vocabulary.risk)
      case (_, .requester): comparePerson("requester", field, stated.requester, people)
      case (_, .implementer): comparePerson("implementer", field, stated.implementer, people)
      case (_, let fact): compare(field, as: fact, stated, zone)
      }
    }
  }

  private mutating func compareName(
    _ key: String, _ field: StatedField, _ known: Located<String>?,
    _ resolve: (String) -> String?
  ) {
    guard let known, let said = choice(of: field, resolve), said != known.value else { return }
    disagree(key, field, known.value, known.place)
  }

  private mutating func comparePerson(
    _ key: String, _ field: StatedField, _ known: Located<String>?, _ people: PeopleDirectory
  ) {
    guard let known else { return }
    let named = people.identities(in: field.text)
    if named.isEmpty || named.share(with: people.identities(in: known.value)) { return }
    disagree(key, field, known.value, known.place)
  }

  mutating func compare(_ stated: StatedFacts, zone: Zone) {
    for field in body.fields where field.isFilled && !field.isStruck {
      compare(field, as: field.fact, stated, zone)
    }
    compareBoxes(stated)
  }

  private mutating func compare(
    _ field: StatedField, as fact: FactName?, _ stated: StatedFacts, _ zone: Zone
  ) {
    switch fact {
    case .category: compareCategory(field, stated)
    case .securityRelevance:
      guard let known = stated.isSecurityRelevant, let said = Self.truth(field.choice) else {
        break
      }
      if said != known.value {
        disagree("security relevance", field, String(known.value), known.place)
      }
    case .environment: compareNames("environment", field, stated.environments)
    case .region: compareNames("region", field, stated.regions)
    case .requested:
      guard let known = stated.requested, let day = Self.day(field.text, zone) else { break }
      // One may be told in the zone of whoever wrote it.
      let own = zone.wallTime(at: known.value).day
      if abs(own.daysSinceEpoch - day.daysSinceEpoch) > 1 {
        disagree("requested date", field, "\(own)", known.place)
      }
    case .plannedTime:
      guard let known = stated.scheduled else { break }
      let isOther =
        IntervalText.read(field.text, in: zone).map { $0.interval != known.value }
        ?? InstantText.readDay(field.text).map { !zone.holds($0, known.value) } ?? false
      if isOther { disagree("planned time", field, known.place.text, known.place) }
    case .plannedStart, .plannedEnd:
      guard let known = stated.scheduled, let zone = self.zone(of: field, else: zone) else {
        break
      }
      let own = fact == .plannedStart ? known.value.start : known.value.end
      let isOther =
        InstantText.read(field.text, in: zone).map { $0.instant != own }
        // The end of a day is the start of the next.
        ?? InstantText.readDay(field.text).map {
          !zone.holds($0, Interval(start: fact == .plannedStart ? own : own + -1, end: own))
        } ?? false
      if isOther { disagree("planned time", field, known.place.text, known.place) }
    // Compared where they are read.
    case .id, .systems, .requester, .implementer, .actualStart, .actualEnd, .actualTime, .made,
      .completed, .closed, .dayOfWork, nil:
      break
    }
  }

  /// What a body says of security where the front matter says nothing.
  func securityRelevanceInBody() -> Located<Bool>? {
    body.fields.lazy.filter { $0.fact == .securityRelevance && $0.isFilled && !$0.isStruck }
      .compactMap { field in Self.truth(field.choice).map { Located($0, field.place) } }.first
  }

  private mutating func compareCategory(_ field: StatedField, _ stated: StatedFacts) {
    guard let first = stated.categories.first else { return }
    let known = stated.categories.map(\.value)
    let texts = [field.choice] + field.choice.parts(at: ",").map { WordForm.trim($0) }
    let vocabulary = vocabulary
    let others = texts.compactMap { vocabulary.category($0) }.filter { !known.contains($0) }
    guard let other = others.first else { return }
    // In some policies `Category` is the type.
    if field.role == .type, vocabulary.type(field.text) != nil { return }
    problems.append(
      ReadingProblem(
        .disagreement(
          key: "category", first: other, second: known.joined(separator: ", "), other: first.place),
        at: field.place))
  }

  private mutating func compareNames(
    _ key: String, _ field: StatedField, _ known: [Located<String>]
  ) {
    guard let first = known.first, !field.isSection else { return }
    let said = Set(
      field.choice.split { ",;/&\n".contains($0) }.map { WordForm.fold(String($0)) }
        .filter { !$0.isEmpty })
    if said.isSubset(of: Set(known.map { WordForm.fold($0.value) })) { return }
    disagree(key, field, known.map(\.value).joined(separator: ", "), first.place)
  }

  mutating func disagree(
    _ key: String, _ field: StatedField, _ known: String, _ place: Place
  ) {
    problems.append(
      ReadingProblem(
        .disagreement(key: key, first: field.text, second: known, other: place), at: field.place))
  }

  private static func truth(_ text: String) -> Bool? {
    switch WordForm.words(text).first {
    case "yes", "true", "relevant", "y": true
    case "no", "false", "none", "not", "n": false
    default: nil
    }
  }

  private static func day(_ text: String, _ zone: Zone) -> CivilDay? {
    InstantText.readDay(text)
      ?? InstantText.read(text, in: zone).map {
        zone.wallTime(at: $0.instant).day
      }
  }
}
