import Chronology
import FrontMatter
import Markdown
import PolicyReading
import SourceText

/// What the labelled lines and tables of a body say in place of front matter, boxes and sections.
extension Reconciliation {
  /// The name that labelled lines choose. One that is no name is a problem where nothing else of the
  /// record chooses; two different ones are a problem anyhow.
  mutating func labelled(
    _ role: SectionRole, key: String, isStated: Bool, expected: String,
    _ resolve: (String) -> String?
  ) -> Located<String>? {
    var chosen: Located<String>?
    var unread: StatedField?
    for field in body.fields where field.role == role {
      guard let name = choice(of: field, resolve) else {
        // `Category` is the type in some policies, and elsewhere what is changed.
        let isOther = field.fact == .category && vocabulary.category(field.text) != nil
        if field.isFilled, !isOther { unread = unread ?? field }
        continue
      }
      if let chosen, chosen.value != name {
        problems.append(
          ReadingProblem(
            .disagreement(key: key, first: name, second: chosen.value, other: chosen.place),
            at: field.place))
        return chosen
      }
      chosen = chosen ?? Located(name, field.place)
    }
    if chosen == nil, !isStated, let unread {
      problems.append(
        ReadingProblem(
          .unreadableValue(key: key, text: unread.text, expected: expected), at: unread.place))
    }
    return chosen
  }

  func choice(of field: StatedField, _ resolve: (String) -> String?) -> String? {
    guard field.isFilled, !field.isStruck else { return nil }
    let boxes = readBoxes(in: field.text)
    guard boxes.isEmpty else {
      let ticked = boxes.filter(\.isTicked)
      return ticked.count == 1 ? resolve(ticked[0].label) : nil
    }
    return resolve(field.text) ?? chosen(in: [field.text], resolve)
  }

  /// Fields that say a fact, without what is struck out or no answer.
  private func stated(_ fact: FactName) -> [StatedField] {
    body.fields.filter { $0.fact == fact && $0.isFilled && !$0.isStruck }
  }

  /// The id that the body states. A text that has not the form of an id is none: `ID` may be that of
  /// anything.
  func idInBody() -> Located<String>? {
    stated(.id).first { ids.isValid($0.text) }.map { Located($0.text, $0.place) }
  }

  /// Texts that say a category, and no type.
  func categoriesInBody() -> [Located<String>] {
    stated(.category).flatMap { field -> [Located<String>] in
      if vocabulary.category(field.text) != nil { return [Located(field.text, field.place)] }
      if field.role == .type, vocabulary.type(field.text) != nil { return [] }
      return field.choice.parts(at: ",").map { Located(WordForm.trim($0), field.place) }
    }
  }

  /// Where systems are named by a label of their own.
  func systemsInBody() -> [StatedField] { stated(.systems) }

  /// Who is named as a fact; the first of them.
  func personInBody(_ key: String) -> Located<String>? {
    let fact: FactName = key == "requester" ? .requester : .implementer
    return stated(fact).first.map { Located($0.text, $0.place) }
  }

  /// When the change was requested, an instant or the start of a day.
  mutating func requestedDate(zone: Zone) -> Located<Instant>? {
    guard !facts.mapping.has("requested"), let field = stated(.requested).first else { return nil }
    if let day = InstantText.readDay(field.text) {
      return Located(zone.start(of: day), field.place)
    }
    return instant(
      field, in: zone, expected: "a date such as 2026-03-02 or an instant such as 2026-03-02T09:15Z"
    )
  }

  /// When the work is planned: an interval, or a start and an end.
  mutating func plannedInterval(zone: Zone) -> Located<Interval>? {
    guard !facts.mapping.has("scheduled") else { return nil }
    let wholes = planned(.plannedTime)
    for whole in wholes {
      guard let zone = self.zone(of: whole, else: zone),
        let reading = IntervalText.read(whole.text, in: zone), reading.interval.seconds > 0
      else { continue }
      if reading.zoneAssumed { reportZone(whole, zone) }
      return Located(reading.interval, whole.place)
    }
    let (start, end) = (planned(.plannedStart).first, planned(.plannedEnd).first)
    guard let start, let end else {
      // `Planned date` and `Planned time` say it together.
      if start == nil, end == nil, wholes.count == 2,
        let reading = IntervalText.read(wholes.map(\.text).joined(separator: " "), in: zone),
        reading.interval.seconds > 0
      {
        if reading.zoneAssumed { reportZone(wholes[1], zone) }
        return Located(reading.interval, wholes[0].place)
      }
      // A span of which one end or all of it is not understood lasts nobody knows how long.
      if let half = start ?? end ?? wholes.first,
        half.text.utf8.contains(where: { (0x30...0x39).contains($0) })
          || WordForm.words(half.text).contains(where: Self.weekdays.contains)
      {
        problems.append(
          ReadingProblem(
            .unreadableValue(
              key: half.label, text: half.text,
              expected: "a start and an end, such as 2026-03-09T02:00Z/2026-03-09T04:00Z"),
            at: half.place))
      }
      return nil
    }
    let expected = "an instant such as 2026-03-02T09:15Z"
    guard let from = instant(start, in: zone, expected: expected),
      let to = instant(end, in: zone, expected: expected)
    else { return nil }
    guard from.value < to.value else {
      problems.append(
        ReadingProblem(
          .unreadableValue(key: end.label, text: end.text, expected: "a time after the start"),
          at: end.place))
      return nil
    }
    return Located(Interval(start: from.value, end: to.value), start.place)
  }

  /// `Sunday night` is no name of a window.
  private static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tonight",
    "tomorrow",
  ]

  /// What says a planned time, in sections of prose only where the label itself says that it is one.
  private func planned(_ fact: FactName) -> [StatedField] {
    stated(fact)
      + body.besides.filter { field in
        field.fact == fact && field.isFilled && !field.isStruck
          && WordForm.words(field.label).count > 1
          && !["start time", "end time", "start date", "end date"].contains(
            SectionNames.plainName(of: field.label))
      }
  }

  mutating func instant(
    _ field: StatedField, in zone: Zone, expected: String
  ) -> Located<Instant>? {
    guard let zone = self.zone(of: field, else: zone),
      let reading = InstantText.read(field.text, in: zone),
      Interval.plausibleYears.contains(reading.instant)
    else {
      problems.append(
        ReadingProblem(
          .unreadableValue(
            key: field.label, text: field.text,
            expected: InstantText.accepted(insteadOf: field.text) ?? expected),
          at: field.place))
      return nil
    }
    if reading.zoneAssumed { reportZone(field, zone) }
    return Located(reading.instant, field.place)
  }

  /// That of the label, `Planned start (UTC)`; nil where brackets say something else.
  func zone(of field: StatedField, else zone: Zone) -> Zone? {
    let said = WordForm.partingBrackets(field.label).inside.map { WordForm.fold($0) }
      .filter { !["actual", "planned", "scheduled"].contains($0) }
    if said.isEmpty { return zone }
    return said.allSatisfy { $0 == "utc" || $0 == "gmt" } ? .utc : nil
  }

  mutating func reportZone(_ field: StatedField, _ zone: Zone) {
    if !WordForm.partingBrackets(field.label).inside.isEmpty { return }
    problems.append(
      ReadingProblem(
        .zoneAssumed(key: field.label, text: field.text, zone: zone.name), at: field.place))
  }
}
