import Chronology
import PolicyReading
import SourceText

/// When a change was made and closed, each time with where it stands; nil where nothing says it.
struct ActualTimes {
  var started: Located<Instant>?
  var deployed: Located<Instant>?
  var closed: Located<Instant>?

  /// The keys of the front matter that hold them.
  enum Key: String { case started, deployed, closed }

  subscript(_ key: Key) -> Located<Instant>? {
    get {
      switch key {
      case .started: started
      case .deployed: deployed
      case .closed: closed
      }
    }
    set {
      switch key {
      case .started: started = newValue
      case .deployed: deployed = newValue
      case .closed: closed = newValue
      }
    }
  }
}

extension FactName {
  /// The keys of the front matter of which it may say the same.
  fileprivate var keys: [ActualTimes.Key] {
    switch self {
    case .actualStart: [.started]
    case .actualEnd, .made: [.deployed]
    case .actualTime, .dayOfWork: [.started, .deployed]
    case .completed: [.deployed, .closed]
    case .closed: [.closed]
    default: []
    }
  }
}

/// What a body says of when a change was made, wherever it stands. It counts where the front matter has no such key,
/// and agrees with it where it has.
extension Reconciliation {
  /// - Parameters:
  ///   - written: The times of the front matter.
  ///   - scheduled: The planned time, which `Deployment date` may mean too.
  ///   - isOver: The front matter has an outcome.
  mutating func actualTimes(
    _ written: ActualTimes, scheduled: Interval?, isOver: Bool, zone: Zone
  ) -> ActualTimes {
    let fields = fieldsOfWork()
    var times = written
    // What is plain comes first: the rest is held against it.
    for field in fields {
      guard let zone = self.zone(of: field, else: zone) else { continue }
      if field.fact == .actualTime, times.started == nil, times.deployed == nil,
        let reading = IntervalText.read(field.text, in: zone)
      {
        if reading.zoneAssumed { reportZone(field, zone) }
        times.started = Located(reading.interval.start, field.place)
        times.deployed = Located(reading.interval.end, field.place)
      } else if let fact = field.fact, fact.keys.count == 1, times[fact.keys[0]] == nil,
        let reading = InstantText.read(field.text, in: zone),
        Interval.plausibleYears.contains(reading.instant)
      {
        if reading.zoneAssumed { reportZone(field, zone) }
        times[fact.keys[0]] = Located(reading.instant, field.place)
      }
    }
    for field in fields {
      guard let fact = field.fact, !agrees(field, fact, times, scheduled, zone) else { continue }
      hold(field, fact, against: times, scheduled, isOver: isOver, zone)
    }
    return times
  }

  /// Fields of actual times outside the sections and in those of prose, and anywhere in the text those whose
  /// label says `actual`.
  private func fieldsOfWork() -> [StatedField] {
    let near = (body.fields + body.besides).filter { $0.fact?.isOfWork ?? false }
    let names = vocabulary.sections
    let anywhere = document.labelledValues { $0.hasPrefix("actual ") }.filter { value in
      !near.contains { WordForm.fold($0.label) == WordForm.fold(value.label) }
    }.compactMap { label, text, place -> StatedField? in
      guard let fact = names.fact(of: label), fact.isOfWork else { return nil }
      return StatedField(
        role: nil, ownName: nil, fact: fact, label: label, text: text, place: place,
        isStruck: text.holds("~~"), state: .filled)
    }
    return (near + anywhere).filter { field in
      field.isFilled && !field.isStruck && !field.text.isEmpty && NonAnswer(field.text) == nil
    }
  }

  /// Whether what a field says is known already, or says no time: a day holds what lies on it.
  private func agrees(
    _ field: StatedField, _ fact: FactName, _ times: ActualTimes, _ scheduled: Interval?,
    _ zone: Zone
  ) -> Bool {
    let known = fact.keys.compactMap { times[$0] }
    if known.contains(where: { $0.place == field.place }) { return true }
    if let zone = self.zone(of: field, else: zone) {
      if let said = InstantText.read(field.text, in: zone)?.instant {
        // Seconds are seldom told.
        return known.contains { abs($0.value - said) < 60 }
          || fact == .dayOfWork && scheduled.map { $0.start == said || $0.end == said } ?? false
      }
      if let said = IntervalText.read(field.text, in: zone)?.interval {
        let isKept =
          times.started.map { abs($0.value - said.start) < 60 } ?? false
          && times.deployed.map { abs($0.value - said.end) < 60 } ?? false
        return isKept || fact == .dayOfWork && scheduled == said
      }
    }
    guard let day = Self.onlyDay(in: field.text) else { return false }
    if known.contains(where: { zone.holds(day, Interval(start: $0.value, end: $0.value)) }) {
      return true
    }
    // Work over midnight was done on both days.
    if fact != .closed, let start = times.started?.value, let end = times.deployed?.value,
      start <= end, zone.holds(day, Interval(start: start, end: end))
    {
      return true
    }
    return fact == .dayOfWork && scheduled.map { zone.holds(day, $0) } ?? false
  }

  /// Reports what a field says otherwise than the times that are known, or says of one that nothing else says.
  private mutating func hold(
    _ field: StatedField, _ fact: FactName, against times: ActualTimes, _ scheduled: Interval?,
    isOver: Bool, _ zone: Zone
  ) {
    let known = fact.keys.compactMap { key in times[key].map { (key, $0) } }
    let isDay = Self.onlyDay(in: field.text) != nil
    let isRead =
      isDay || InstantText.read(field.text, in: zone) != nil
      || IntervalText.read(field.text, in: zone) != nil
    if let (key, first) = known.first, isRead, known.count == fact.keys.count {
      return disagree("time of `\(key.rawValue)`", field, first.place.text, first.place)
    }
    guard isRead || field.text.holdsDay else {
      tellsOfEnd(field, fact, isOver: isOver, isTimed: !known.isEmpty)
      return
    }
    // Of `10/03/2026` nobody knows which day it is; one of them may be the one that is known.
    if !isRead, fact != .actualTime,
      known.contains(where: { mayMean(field.text, $0.1.value, zone) })
    {
      return
    }
    if fact == .dayOfWork, known.isEmpty, scheduled == nil {
      return refuse(
        field,
        "a planned time under `scheduled:` of the front matter, one that was kept under "
          + "`started:` and `deployed:`")
    }
    let missing = fact.keys.filter { times[$0] == nil }.map { "`\($0.rawValue):`" }
    if missing.isEmpty { return refuse(field, "the same as the front matter says") }
    refuse(
      field,
      (isRead && !isDay ? "the same" : "an instant such as 2026-03-02T09:15Z,")
        + " under \(missing.joined(separator: " or ")) of the front matter")
  }

  /// The day that a text says and nothing else; nil where it says more than one, or none.
  private static func onlyDay(in text: String) -> CivilDay? {
    if let day = InstantText.readDay(text) { return day }
    let days = WrittenDay.all(in: text)
    guard days.count == 1, case .day(let day) = days[0] else { return nil }
    return day
  }

  /// Whether one of the days that a text names is that of an instant.
  private func mayMean(_ text: String, _ instant: Instant, _ zone: Zone) -> Bool {
    let own = zone.wallTime(at: instant).day
    return WrittenDay.all(in: text).contains { day in
      switch day {
      case .instant(let said): abs(said - instant) < 60
      case .day(let said): said == own
      case .yearless(let month, let number): own.month == month && own.day == number
      }
    }
  }

  /// A text without a day: `Completed: yes` tells of an end, and `Actual start: about noon` of a time that
  /// nobody can read. `Implemented: all nodes` does neither.
  private mutating func tellsOfEnd(
    _ field: StatedField, _ fact: FactName, isOver: Bool, isTimed: Bool
  ) {
    let words = WordForm.words(field.choice)
    guard let first = words.first, !ApprovalWords.isDenying(first),
      !UnderWay.removed(from: words).isEmpty
    else { return }
    if ["yes", "true", "done", "y", "x"].contains(first), fact != .dayOfWork {
      guard !isOver, fact != .actualStart else { return }
      problems.append(
        ReadingProblem(
          .endBesideOutcome(label: field.label, text: field.text, outcome: nil), at: field.place))
    } else if !isTimed, WordForm.words(field.label).first == "actual",
      !["pending", "open", "later", "awaiting"].contains(first)
    {
      refuse(field, "an instant such as 2026-03-02T09:15Z")
    }
  }

  private mutating func refuse(_ field: StatedField, _ expected: String) {
    problems.append(
      ReadingProblem(
        .unreadableValue(key: field.label, text: field.text, expected: expected), at: field.place))
  }
}

extension Zone {
  /// Whether an interval, or an instant, has a part on a day.
  func holds(_ day: CivilDay, _ interval: Interval) -> Bool {
    start(of: day) <= interval.end && interval.start < start(of: day.adding(days: 1))
  }
}
