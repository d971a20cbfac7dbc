import Chronology
import Findings
import PolicyReading
import Records
import SourceText

/// The freezes of all versions of the policy, the declared ones and those of incidents as events.
///
/// A freeze of which nobody has said when it ends reaches to the end of the span, and says so.
struct FreezeEvents {
  private(set) var events: [(freeze: Freeze, event: CalendarEvent)] = []
  private var identity = EventIdentity()
  private let book: CalendarBook
  private let span: FeedSpan
  private let addresses: FeedAddresses

  init(_ book: CalendarBook, span: FeedSpan, addresses: FeedAddresses) {
    self.book = book
    self.span = span
    self.addresses = addresses
    for calendar in book.calendars {
      for freeze in calendar.freezes { add(freeze, of: calendar) }
    }
  }

  private mutating func add(_ freeze: Freeze, of calendar: DeploymentCalendar) {
    switch (freeze.source, freeze.recurrence) {
    case (_, .recurring(let recurrence, let bounds)):
      add(freeze, recurrence, within: bounds, of: calendar)
    case (.policy, .once(let interval)):
      guard let cut = interval.intersection(calendar.inForce) else { return }
      let uid = uid(freeze, of: calendar)
      append(freeze, of: calendar, uid, .once(cut), PolicyRevision(calendar).revision(of: cut))
    case (_, .once(let interval)):
      guard calendar.inForce.contains(interval.start), interval.seconds > 0 else { return }
      let uid = identity.uid("freeze", freeze.key, of: book.calendars[0].policy)
      let end =
        freeze.isOpenEnded ? max(span.interval.end, interval.start + 86_400) : interval.end
      let revision =
        freeze.isOpenEnded
        ? span.revision(since: freeze.stated)
        : EventRevision(changed: freeze.stated, sequence: EventRevision.settled)
      append(freeze, of: calendar, uid, .once(Interval(start: interval.start, end: end)), revision)
    }
  }

  private mutating func add(
    _ freeze: Freeze, _ recurrence: Recurrence, within bounds: Interval,
    of calendar: DeploymentCalendar
  ) {
    guard let inForce = calendar.inForce.intersection(bounds),
      let scope = inForce.intersection(span.interval)
    else { return }
    let uid = uid(freeze, of: calendar)
    let revision = PolicyRevision(calendar, since: freeze.stated)
    if recurrence.isAlways {
      append(freeze, of: calendar, uid, .once(scope), revision.revision(endingIn: span))
      return
    }
    let plan = RecurrencePlan(
      recurrence, in: scope, inForce: inForce, zone: freeze.zone,
      holidays: freeze.holidays)
    for (index, part) in plan.parts.enumerated() {
      let uid = index == 0 ? uid : EventIdentity.uid(uid, part: index + 1)
      if let series = part.series {
        append(freeze, of: calendar, uid, .series(series), revision.revision(of: series, in: span))
      }
      for (uid, single) in EventIdentity.uids(uid, of: part.singles) {
        append(
          freeze, of: calendar, uid, .once(single.interval), revision.revision(of: single.interval))
      }
    }
    guard let unknown = freeze.unknownTimes(in: scope) else { return }
    for (uid, single) in EventIdentity.uids(
      uid.replacing("@", with: "-perhaps@"), of: unknown.singles(in: freeze.zone))
    {
      append(
        freeze, of: calendar, uid, .once(single.interval), revision.revision(of: single.interval),
        unless: unknown.reason)
    }
  }

  private mutating func uid(_ freeze: Freeze, of calendar: DeploymentCalendar) -> String {
    var kind = "freeze"
    if case .declaration = freeze.source { kind = "freeze-declared" }
    return identity.uid(
      kind, freeze.key, version: calendar.policy.metadata.version?.value, of: calendar.policy)
  }

  private mutating func append(
    _ freeze: Freeze, of calendar: DeploymentCalendar, _ uid: String, _ time: CalendarEvent.Time,
    _ revision: EventRevision, unless doubt: String? = nil
  ) {
    events.append(
      (
        freeze,
        CalendarEvent(
          uid: uid, summary: (doubt == nil ? "Freeze: " : "Perhaps a freeze: ") + freeze.name,
          description: (doubt.map { ["Not known: \($0)"] } ?? []) + freeze.lines(calendar.policy),
          categories: ["Freeze"], status: doubt == nil ? .confirmed : .tentative,
          address: freeze.incident.flatMap { addresses.incident($0.id) }, time: time,
          revision: revision)
      ))
  }
}

extension Freeze {
  /// What may pass, where it holds and what it rests on.
  fileprivate func lines(_ policy: Policy) -> [String] {
    var lines = ["Changes allowed: \(allowedText)"]
    if let times { lines.append("When: \(times) (\(zone.name))") }
    lines.append("Systems: \(systems.isEmpty ? "all" : systems.joined(separator: ", "))")
    if let places = surroundings.words { lines.append("In: \(places)") }
    if let incident {
      lines.append("Incident: \(incident.id)" + (incident.title.map { " \($0.value)" } ?? ""))
    }
    if isOpenEnded { lines.append("Open-ended: nobody has said yet when it ends") }
    switch source {
    case .policy: break
    case .declaration(let declaration): lines.append("Declared in: \(declaration.file.path)")
    case .incident(let incident, _): lines.append("Stated in: \(incident.file.path)")
    }
    if let reference { lines.append("Policy: \(policy.citation(reference))") }
    return lines
  }

  /// The instant on record by which a freeze became what it is.
  fileprivate var stated: Instant {
    switch source {
    case .policy: .distantPast
    case .declaration(let declaration):
      declaration.declaredAt?.value ?? declaration.from?.value ?? Instant(secondsSinceEpoch: 0)
    case .incident(let incident, _):
      incident.resolved?.value ?? incident.started?.value ?? Instant(secondsSinceEpoch: 0)
    }
  }
}
