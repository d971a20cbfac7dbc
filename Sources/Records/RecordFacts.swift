import Chronology
import FrontMatter
import PolicyReading
import SourceText

/// The front matter of a record, read by the types that records have.
struct RecordFacts {
  var mapping: MappingReader
  let zone: Zone

  init(_ mapping: MappingReader, zone: Zone) {
    self.mapping = mapping
    self.zone = zone
  }

  var problems: [ReadingProblem] { mapping.problems }

  /// The same with other problems in place of those of their places.
  func problems(replacedBy others: [ReadingProblem]) -> [ReadingProblem] {
    if others.isEmpty { return problems }
    let places = Set(others.map(\.place))
    return problems.filter { !places.contains($0.place) } + others
  }

  /// A text that answers; what only fills the place of an answer is reported and reads as nothing.
  mutating func text(_ key: String) -> Located<String>? {
    guard let text = mapping.text(key) else { return nil }
    return isAnswer(text, to: key) ? text : nil
  }

  mutating func texts(_ key: String) -> [Located<String>] {
    mapping.texts(key).filter { isAnswer($0, to: key) }
  }

  /// A text as it is written, whatever it says.
  mutating func written(_ key: String) -> Located<String>? { mapping.text(key) }

  private mutating func isAnswer(_ text: Located<String>, to key: String) -> Bool {
    guard let found = NonAnswer(text.value) else { return true }
    switch (found, Self.questions[key]) {
    case (.nothing, nil): return true
    case (.nothing, .other), (.void, .other): return false
    default:
      mapping.report(.notAnswered(key: key, text: text.value), at: text.place)
      return false
    }
  }

  /// What a key asks for, where `none` does not answer it as it stands.
  private enum Question {
    /// A person, or a text that has to be there: `none` is no answer.
    case something
    /// Other records: `none` says that there are none.
    case other
  }

  private static let questions: [String: Question] = [
    "id": .something, "title": .something, "type": .something, "risk": .something,
    "category": .something, "requester": .something, "implementer": .something,
    "owner": .something, "by": .something, "post_mortem": .something, "name": .something,
    "reason": .something, "incident": .other, "caused_incidents": .other, "caused_by": .other,
    "follows": .other, "supersedes": .other,
  ]
  mutating func truth(_ key: String) -> Located<Bool>? { mapping.boolean(key) }
  mutating func number(_ key: String) -> Located<Int>? { mapping.integer(key) }

  /// An RFC 3339 instant of a plausible year. Without a zone the policy's is taken, and said so. Of
  /// a fraction of a second the end of something is rounded up, everything else down.
  mutating func instant(_ key: String, isEnd: Bool = false) -> Located<Instant>? {
    guard let text = mapping.text(key) else { return nil }
    guard let reading = InstantText.read(text.value, in: zone) else {
      reportInstant(
        key, text,
        expected: InstantText.accepted(insteadOf: text.value)
          ?? "an instant such as 2026-03-02T09:15Z")
      return nil
    }
    let instant = isEnd ? reading.end : reading.instant
    guard Interval.plausibleYears.contains(instant) else {
      reportInstant(key, text, expected: "an instant of the years 1970 to 2200")
      return nil
    }
    if reading.zoneAssumed {
      mapping.report(.zoneAssumed(key: key, text: text.value, zone: zone.name), at: text.place)
    }
    return Located(instant, text.place)
  }

  /// An instant, or a day, which begins at its midnight and ends with it.
  mutating func instantOrDay(_ key: String, isEnd: Bool = false) -> Located<Instant>? {
    if let text = mapping.text(key), let day = InstantText.readDay(text.value) {
      return Located(zone.start(of: isEnd ? day.adding(days: 1) : day), text.place)
    }
    return instant(key, isEnd: isEnd)
  }

  private mutating func reportInstant(_ key: String, _ text: Located<String>, expected: String) {
    mapping.report(
      .unreadableValue(key: key, text: text.value, expected: expected), at: text.place)
  }

  /// `2026-03-09T02:00Z/2026-03-09T04:00Z`, or a mapping with `from` and `to`.
  mutating func interval(_ key: String) -> Located<Interval>? {
    if case .mapping(let entries, let place)? = mapping.node(key) {
      // A key beside them may say how long it lasts.
      let nested = MappingReader(
        entries, at: place, known: ["from", "to"], unknownKeys: .refused)
      var facts = RecordFacts(nested, zone: zone)
      let from = facts.instant("from")
      let to = facts.instant("to", isEnd: true)
      let broken = facts.problems.contains {
        if case .zoneAssumed = $0.kind { false } else { true }
      }
      mapping.absorb(facts.mapping)
      guard let from, let to else {
        if !broken { reportInterval(key, text: "", at: nested.place) }
        return nil
      }
      guard from.value < to.value else {
        reportInterval(key, text: nested.place.text, at: nested.place)
        return nil
      }
      return Located(Interval(start: from.value, end: to.value), nested.place)
    }
    guard let text = mapping.text(key) else { return nil }
    guard let reading = IntervalText.read(text.value, in: zone), reading.interval.seconds > 0,
      Interval.plausibleYears.contains(reading.interval.start),
      reading.interval.end <= Interval.plausibleYears.end
    else {
      reportInterval(key, text: text.value, at: text.place)
      return nil
    }
    if reading.zoneAssumed {
      mapping.report(.zoneAssumed(key: key, text: text.value, zone: zone.name), at: text.place)
    }
    return Located(reading.interval, text.place)
  }

  private mutating func reportInterval(_ key: String, text: String, at place: Place) {
    mapping.report(
      .unreadableValue(
        key: key, text: text,
        expected: "an interval of the years 1970 to 2200 whose start is before its end, "
          + "such as 2026-03-09T02:00Z/2026-03-09T04:00Z"), at: place)
  }

  /// How a change ended.
  mutating func outcome() -> Located<Outcome>? {
    guard let text = text("outcome") else { return nil }
    if let outcome = Outcome(writtenAs: text.value) { return Located(outcome, text.place) }
    let names = Outcome.allCases.map(\.rawValue)
    let meant = suggest(for: text.value, among: names).map { "; perhaps `\($0)`" } ?? ""
    mapping.report(
      .unreadableValue(
        key: "outcome", text: text.value,
        expected: "one of " + names.joined(separator: ", ") + meant), at: text.place)
    return nil
  }

  /// What `read` makes of the mapping under a key.
  mutating func nested<Value>(
    _ key: String, known: [String], _ read: (inout RecordFacts, Place) -> Value
  ) -> Value? {
    guard let nested = mapping.mapping(key, known: known) else { return nil }
    var facts = RecordFacts(nested, zone: zone)
    let value = read(&facts, nested.place)
    mapping.absorb(facts.mapping)
    return value
  }

  /// What `read` makes of every mapping of the list under a key. A key that is not known may take back
  /// what the others say (`status: withdrawn`), so that it is refused.
  mutating func nestedList<Value>(
    _ key: String, known: [String], _ read: (inout RecordFacts, Place) -> Value?
  ) -> [Value] {
    mapping.mappings(key, known: known, unknownKeys: .refused).compactMap { nested in
      var facts = RecordFacts(nested, zone: zone)
      let value = read(&facts, nested.place)
      mapping.absorb(facts.mapping)
      return value
    }
  }

  mutating func report(_ kind: ReadingProblem.Kind, at place: Place) {
    mapping.report(kind, at: place)
  }
}
