import Chronology
import PolicyReading
import SourceText

/// What keys that nobody reads may mean in a freeze or an incident: that it begins earlier, ends later, or
/// holds for more. Plain notes mean none of it.
struct KeyMeaning {
  /// The record, by the keys that it is read by.
  struct Record: Sendable {
    let from: String
    let to: String
    /// Nil where the policy says what may pass.
    let allowed: String?
    let known: [String]
  }

  private let keys: [UnreadKey]
  private let record: Record
  private let systems: SystemDirectory
  /// What a freeze says that it holds for; nil of an incident, which tells what was to do with it.
  private let others: OtherSystems?
  private let zone: Zone

  init(
    of keys: [UnreadKey], in record: Record, systems: SystemDirectory, zone: Zone,
    others: OtherSystems? = nil
  ) {
    self.others = others
    self.keys = keys
    self.record = record
    self.systems = systems
    self.zone = zone
  }

  /// The keys that may mean something, each with the key that would say it.
  func doubts(from: Instant?, to: Instant?) -> [ReadingProblem] {
    keys.compactMap { key in
      guard let meaning = meaning(of: key, from, to) else { return nil }
      if meaning.isTime, isWithin(key.value, from, to) { return nil }
      if meaning == .to, isOwnLength(key.value, from, to) { return nil }
      if meaning == .day, let to, isOver(key.value, by: to) { return nil }
      // A freeze was talked about on the days before it.
      if meaning == .day, let from, isBefore(key.value, from) { return nil }
      return ReadingProblem(
        .unknownKey(key.key, suggestion: meaning.key(of: record), known: record.known),
        at: key.place)
    }
  }

  private enum Meaning {
    case from, to, systems, allowed, again, zone
    /// Some day.
    case day

    var isTime: Bool {
      switch self {
      case .from, .to, .day: true
      case .systems, .allowed, .again, .zone: false
      }
    }

    func key(of record: Record) -> String? {
      switch self {
      case .from: record.from
      case .to: record.to
      case .systems: "systems"
      case .allowed: record.allowed
      case .again: "when"
      case .day, .zone: nil
      }
    }
  }

  private func meaning(of key: UnreadKey, _ from: Instant?, _ to: Instant?) -> Meaning? {
    let isOver = to != nil
    let words = key.words
    if let to {
      let end = LaterEnd(end: to, zone: zone)
      let isBeforeStart = from.map { isBefore(key.value, $0) } ?? false
      if !isBeforeStart, !words.contains(where: { $0.hasPrefix("end") }),
        GoingOn.isOver(key, words, by: end)
      {
        return nil
      }
      if saysLaterEnd(key, end, from) { return .to }
    }
    let text = key.value
    // `end_state` is no end, and `service_owner` no service, unless what they say is one. Words such as
    // `not`, `also` and `max` change nothing of what the others mean.
    let telling = words.filter { !Self.filling.contains($0) }
    let isSure = telling.count <= 1 || words.last.map(Self.prepositions.contains) ?? false
    func has(_ exact: Set<String>, _ beginnings: [String] = []) -> Bool {
      words.contains { word in
        exact.contains(word) || beginnings.contains { word.hasPrefix($0) }
      }
    }
    // An incident is over when `resolved` says so: how long it took, and what recovery was, tell no
    // other end unless a day does.
    let isTold =
      record.allowed == nil && isOver && !text.holdsDay && !isLonger(text, from, to)
    if isSure && !isTold || text.holdsDay {
      if has(["from", "since"], ["start", "begin", "commenc", "effective"]) { return .from }
      if has(
        ["to", "end", "ends", "ended", "ending", "till", "through", "thru"],
        [
          "until", "exten", "expir", "lift", "finish", "reopen", "resum", "duration", "length",
          "days", "hours", "recover", "mitigat",
        ])
      {
        return .to
      }
    }
    if isOver, let going = GoingOn(key, words), !isWithin(text, from, to),
      going.isSure || from.map({ !isBefore(text, $0) }) ?? true
    {
      return .to
    }
    if isSure, !isTold,
      has(
        ["buffer", "margin", "padding", "grace", "tail"],
        ["cooldown", "cool", "prolong", "lengthen", "overrun"])
    {
      return .to
    }
    if record.allowed != nil, isSure,
      has(
        ["frequency", "cycle", "rhythm", "interval", "periodic"], ["occurr", "daily", "monthly"])
    {
      return .again
    }
    if record.allowed != nil,
      has(["cron", "every"], ["rrule", "recur", "repeat", "weekly", "yearly", "annual"])
    {
      return .again
    }
    // Its times are read in the site's own zone, whatever a key says.
    if record.allowed != nil, isSure,
      has(["tz", "zone", "timezone"]) || words.starts(with: ["time", "zone"]),
      ZoneText.read(text)?.zone != zone
    {
      return .zone
    }
    let saysScope = has(
      [
        "affected", "impacted", "also", "hosts", "host", "apps", "app", "repos", "repo", "plus",
        "additional", "additionally", "more", "others", "further", "teams", "platforms", "products",
        "sites", "clusters",
      ],
      [
        "scope", "system", "service", "component", "appl", "downstream", "upstream", "depend",
        "exclu", "except", "includ", "affect", "cover", "target", "environment", "region",
      ])
    if saysScope, isSure || namesSystems(text) { return .systems }
    if record.allowed != nil, words.last.map(Self.reach.contains) ?? false,
      WordForm.words(text).first.map(Self.everything.contains) ?? false
    {
      return .systems
    }
    if let others, others.areSaid(by: key, words) { return .systems }
    if record.allowed != nil {
      if has(
        ["ban", "banned", "deny", "denied", "denies", "only", "unless", "quota"],
        [
          "allow", "permit", "exempt", "block", "prohibit", "forbid", "restrict", "disallow",
          "requir", "condition", "limit", "stop", "halt",
        ]), isSure || FreezeAllowanceText.read(text) != nil
      {
        return .allowed
      }
      if saysMore(words, key) { return .allowed }
      // A freeze says nothing else of days.
      if text.holdsDay, !Paperwork.isMeant(by: words) { return .day }
    }
    return nil
  }

  /// What a key says that none of those for an end is: a later day, however long it takes more, or a remark
  /// that it goes on. Days and times of what people do about it say nothing.
  private func saysLaterEnd(_ key: UnreadKey, _ end: LaterEnd, _ from: Instant?) -> Bool {
    let words = key.words
    let isFreeze = record.allowed != nil
    let saysPaperwork = Paperwork.isMeant(by: words)
    // `updated: 2026-06-06` is a day of paperwork; what a sentence there says is not.
    let isBareDay =
      saysPaperwork && LaterEnd.isOfDays(key.value) && WrittenDay.all(in: key.value).count < 2
    if isFreeze, !isBareDay, end.isSaid(in: key.value) { return true }
    if !key.isDenied, words.contains(where: { $0.hasPrefix("inclusiv") }) { return isFreeze }
    if !saysPaperwork, WrittenDay.all(in: key.value).contains(where: end.isBehind) {
      return !key.value.contains("://")
    }
    // `hypercare: 5 days` beside a freeze; `freeze: 96 hours` beside an incident.
    let isOfFreeze = words.contains { $0.hasPrefix("freez") || $0 == "frozen" || $0 == "hold" }
    // `weeks: 4` names the unit in the key.
    let value = WordForm.trim(key.value)
    guard !saysPaperwork, isFreeze || isOfFreeze,
      let length = Chronology.DurationText.read(value)
        ?? words.last.flatMap({ Chronology.DurationText.read("\(value) \($0)") })
    else { return false }
    guard isFreeze, let from else { return true }
    let own = Interval(start: from, end: max(from, end.end)).seconds
    let isOfWhole = words.contains { ["duration", "length", "lasts", "took"].contains($0) }
    return isOfWhole ? own < length : own != length
  }

  /// Whether no day that a text names comes after an end.
  private func isOver(_ text: String, by end: Instant) -> Bool {
    let days = WrittenDay.all(in: text)
    return !days.isEmpty && !days.contains(where: LaterEnd(end: end, zone: zone).isBehind)
      && !days.contains { if case .yearless = $0 { true } else { false } }
  }

  /// `max_risk: none`, `types: [Standard]`, `approval: CTO`: what passes may be less than `allowed` says.
  private func saysMore(_ words: [String], _ key: UnreadKey) -> Bool {
    let said = WordForm.words(key.value)
    if ["max", "min", "maximum", "minimum"].contains(words.first ?? "") { return true }
    let isOfKinds = words.contains { Self.kinds.contains($0) || Self.kinds.contains($0 + "s") }
    if isOfKinds, words.allSatisfy({ Self.kinds.contains($0) || Self.besideKinds.contains($0) }) {
      return words.contains(where: Self.kinds.contains)
        || said.contains(where: Self.names.contains)
    }
    guard ["approval", "approvals", "signoff", "permission"].contains(words.last ?? "") else {
      return false
    }
    // Who declared the freeze may have needed one: `approval: OPS-7`, `approval: 2026-05-02`.
    return !key.isDenied && !key.value.holdsDay && !["true", "yes", "given"].contains(key.value)
      && !key.value.utf8.contains(UInt8(ascii: "@"))
      && !key.value.utf8.contains { (0x30...0x39).contains($0) }
  }

  private static let kinds: Set<String> = [
    "types", "risks", "categories", "changes", "severities", "levels",
  ]
  private static let besideKinds: Set<String> = [
    "type", "risk", "category", "change", "severity", "level", "of", "the", "not", "only", "and",
    "allowed", "permitted", "blocked", "denied",
  ]
  /// Names that most policies have.
  private static let names: Set<String> = [
    "standard", "normal", "emergency", "low", "medium", "high", "critical", "none", "runtime",
  ]
  private static let filling: Set<String> = [
    "not", "no", "is", "are", "also", "the", "of", "change", "changes", "freeze", "incident", "max",
    "min", "maximum", "minimum", "new", "extra", "other", "own", "all", "in", "and", "it", "what",
    "period", "down", "time",
  ]

  private static let prepositions: Set<String> = [
    "to", "until", "till", "from", "since", "through", "thru",
  ]

  private static let reach: Set<String> = [
    "impact", "radius", "reach", "extent", "cascades", "where",
  ]
  private static let everything: Set<String> = ["all", "everything", "every", "everywhere", "true"]

  private func namesSystems(_ text: String) -> Bool {
    let named = systems.read(text)
    return !named.names.isEmpty && named.unknown.isEmpty
  }

  /// What labels in the text say of its time, where it is later or earlier than the front matter's.
  func doubts(
    ofLabels labels: [(label: String, text: String, place: Place)], from: Instant?, to: Instant?
  ) -> [ReadingProblem] {
    labels.compactMap { label, text, place in
      let key = UnreadKey(key: label, value: text, place: place)
      let words = key.words
      let days = WrittenDay.all(in: text)
      let said: String
      if let to, let going = GoingOn(key, words), going.isSure, !isWithin(text, from, to),
        days.isEmpty
          || days.contains(where: LaterEnd(end: to, zone: zone).isBehind)
      {
        said = record.to
      } else if let to, words.contains(where: Self.ofEnd.contains), !Paperwork.isMeant(by: words),
        days.contains(where: LaterEnd(end: to, zone: zone).isBehind)
      {
        said = record.to
      } else if record.allowed != nil, let from, words.contains(where: Self.ofStart.contains),
        !Paperwork.isMeant(by: words), isBefore(text, from)
      {
        said = record.from
      } else {
        return nil
      }
      return ReadingProblem(
        .unreadableValue(
          key: said, text: "\(label): \(text)", expected: "a time that the text does not move"),
        at: place)
    }
  }

  private static let ofStart: Set<String> = ["from", "start", "starts", "begins", "since", "begin"]
  private static let ofEnd: Set<String> = [
    "to", "end", "ends", "until", "till", "through", "resolved", "resolution", "recovered",
    "restored", "lifted", "over", "ended", "extended", "recurred", "reopened", "closed",
  ]

  /// Whether a text is the length of the record's time.
  private func isOwnLength(_ text: String, _ from: Instant?, _ to: Instant?) -> Bool {
    guard let from, let to, let length = Chronology.DurationText.read(WordForm.trim(text)) else {
      return false
    }
    return Interval(start: from, end: max(from, to)).seconds == length
  }

  /// Whether a text is a length of time that is longer than the record's.
  private func isLonger(_ text: String, _ from: Instant?, _ to: Instant?) -> Bool {
    guard let from, let to else { return false }
    let length = Chronology.DurationText.read(text)
    return length.map { Interval(start: from, end: max(from, to)).seconds < $0 } ?? false
  }

  /// Whether every day that a text names lies before an instant.
  private func isBefore(_ text: String, _ instant: Instant) -> Bool {
    let days = WrittenDay.all(in: text)
    return !days.isEmpty
      && days.allSatisfy { day in
        switch day {
        case .instant(let own): own < instant
        case .day(let day): zone.start(of: day.adding(days: 1)) <= instant
        case .yearless: false
        }
      }
  }

  /// Whether a text is an instant or a day that the record's time holds already.
  private func isWithin(_ text: String, _ from: Instant?, _ to: Instant?) -> Bool {
    guard let from, let to else { return false }
    if let reading = InstantText.read(text, in: zone) {
      return from <= reading.instant && reading.end <= to
    }
    guard let day = InstantText.readDay(WordForm.trim(text)) else { return false }
    return from <= zone.start(of: day) && zone.start(of: day.adding(days: 1)) <= to
  }
}

extension KeyMeaning.Record {
  static let freeze = Self(from: "from", to: "to", allowed: "allowed", known: freezeKeys)
  static let incident = Self(
    from: "started", to: "resolved", allowed: nil, known: incidentKeys)
}
