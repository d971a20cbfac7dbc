import Chronology
import Findings
import PolicyReading
import Records
import SourceText

/// The windows of all versions of the policy as events.
///
/// A window that never closes is one event, from the beginning of its policy's time in force or of
/// the span to its end: programs show such an event in the row of whole days.
struct WindowEvents {
  private(set) var events: [CalendarEvent] = []
  private var identity = EventIdentity()
  private let span: FeedSpan

  init(_ book: CalendarBook, span: FeedSpan) {
    self.span = span
    for calendar in book.calendars {
      for window in calendar.windows { add(window, of: calendar) }
    }
  }

  private mutating func add(_ window: DeploymentWindow, of calendar: DeploymentCalendar) {
    guard let scope = calendar.inForce.intersection(span.interval) else { return }
    let revision = PolicyRevision(calendar)
    let uid = identity.uid(
      "window", window.name, version: calendar.policy.metadata.version?.value,
      of: calendar.policy)
    func event(_ uid: String, _ time: CalendarEvent.Time, _ revision: EventRevision) {
      events.append(
        CalendarEvent(
          uid: uid, summary: "Window: \(window.name)", description: window.lines(calendar.policy),
          categories: ["Window"], status: .confirmed, address: nil, time: time,
          revision: revision))
    }
    if window.row.time.isAlways {
      event(uid, .once(scope), revision.revision(endingIn: span))
      return
    }
    let plan = RecurrencePlan(
      window.row.time, in: scope, inForce: calendar.inForce, zone: window.zone,
      holidays: window.holidays)
    for (index, part) in plan.parts.enumerated() {
      let uid = index == 0 ? uid : EventIdentity.uid(uid, part: index + 1)
      if let series = part.series {
        event(uid, .series(series), revision.revision(of: series, in: span))
      }
      for (uid, single) in EventIdentity.uids(uid, of: part.singles) {
        event(uid, .once(single.interval), revision.revision(of: single.interval))
      }
    }
    guard let unknown = window.unknownTimes(in: scope) else { return }
    for (uid, single) in EventIdentity.uids(
      uid.replacing("@", with: "-perhaps@"), of: unknown.singles(in: window.zone))
    {
      events.append(
        CalendarEvent(
          uid: uid, summary: "Perhaps a window: \(window.name)",
          description: ["Not known: \(unknown.reason)"] + window.lines(calendar.policy),
          categories: ["Window"], status: .tentative, address: nil, time: .once(single.interval),
          revision: revision.revision(of: single.interval)))
    }
  }
}

extension UnknownTimes {
  /// Each by the day that it begins on.
  func singles(in zone: Zone) -> [SeriesPlan.Single] {
    times.intervals.map {
      SeriesPlan.Single(day: zone.wallTime(at: $0.start).day, interval: $0)
    }
  }
}

extension DeploymentWindow {
  /// What its row says of it.
  fileprivate func lines(_ policy: Policy) -> [String] {
    var lines = ["Time: \(row.timeText) (\(zone.name))"]
    if !row.purpose.isEmpty { lines.append("Purpose: \(row.purpose)") }
    if let appliesTo = row.appliesTo { lines.append("Applies to: \(appliesTo)") }
    if let places = row.surroundings.words { lines.append("In: \(places)") }
    lines.append("Policy: \(policy.citation(row.reference))")
    return lines
  }
}

extension Policy {
  /// `POL-CM-001 §8.1`; without a line, which moves with every sentence above it.
  func citation(_ reference: PolicyReference) -> String {
    (metadata.id?.value ?? title) + (reference.clause.map { " §\($0)" } ?? "")
  }
}
