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
    guard case .daily(let weekdays, let start, let end) = window.row.time else {
      event(uid, .once(scope), revision.revision(endingIn: span))
      return
    }
    let length = EventSeries.Length.minutes(end > start ? end - start : end + 1440 - start)
    let plan = SeriesPlan(
      occurrences(of: window, in: scope, of: calendar, weekdays, start, end, length),
      rule: weekdays.count == Weekday.allCases.count
        ? .daily : .weekly(Weekday.allCases.filter(weekdays.contains)),
      length: length, zone: window.zone, until: scope.end,
      isOpen: calendar.inForce.end == .distantFuture)
    if let series = plan.series {
      event(uid, .series(series), revision.revision(of: series, in: span))
    }
    for single in plan.singles {
      event(
        EventIdentity.uid(uid, on: single.day), .once(single.interval),
        revision.revision(of: single.interval))
    }
  }

  /// From the opening that runs at the beginning of the scope; for a policy without a successor at
  /// least two years, so that every change of the clocks is among them.
  private func occurrences(
    of window: DeploymentWindow, in scope: Interval, of calendar: DeploymentCalendar,
    _ weekdays: [Weekday], _ start: Int, _ end: Int, _ length: EventSeries.Length
  ) -> [RuledOccurrence] {
    let isOpen = calendar.inForce.end == .distantFuture
    let until = isOpen ? max(scope.end, scope.start + 2 * 366 * 86_400) : scope.end
    let first = window.zone.wallTime(at: scope.start).day.daysSinceEpoch - 1
    let last = window.zone.wallTime(at: until).day.daysSinceEpoch
    let days = Set(weekdays)
    return (first...max(first, last)).compactMap { number in
      let day = CivilDay(daysSinceEpoch: number)
      guard days.contains(day.weekday) else { return nil }
      let whole = window.opening(on: day, from: start, to: end)
      if let whole {
        guard whole.end > scope.start, whole.overlaps(calendar.inForce) else { return nil }
      }
      let isNextDay = end <= start || end == 1440
      return RuledOccurrence(
        start: WallTime(day: day, second: start * 60),
        end: WallTime(
          day: isNextDay ? day.adding(days: 1) : day, second: end == 1440 ? 0 : end * 60),
        length: length, whole: whole, inForce: calendar.inForce, zone: window.zone)
    }
  }
}

extension DeploymentWindow {
  /// What its row says of it.
  fileprivate func lines(_ policy: Policy) -> [String] {
    var lines = ["Time: \(row.timeText) (\(zone.name))"]
    if !row.purpose.isEmpty { lines.append("Purpose: \(row.purpose)") }
    if let appliesTo = row.appliesTo { lines.append("Applies to: \(appliesTo)") }
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
