import Calendar
import Chronology
import Findings
import Obligations
import PolicyReading
import Records
import Rules
import SourceText

// The next slots of a change:
//  1. what leaves the gate without an answer leaves no slot either, and a change that has ended has none;
//  2. the calendar of the policy that judges it says when it may run, its lead time from when on;
//  3. the time of other changes on its systems, and on those that depend on them, is taken out;
//  4. what is left and long enough are the slots; every window before the first of them is told with
//     what stands in its way.

/// The next times in which a change fits.
package struct NextSlots: Sendable {
  package let change: Change
  /// From when on they are looked for.
  package let from: Instant
  /// How long each has to be; 0 for an instant.
  package let seconds: Int64
  package let zone: Zone
  /// Windows before the first slot that it may use, in order, and why it does not fit there.
  package let earlier: [Obstructed]
  /// In order.
  package let slots: [Slot]
  /// What has to happen first: approvals that are missing.
  package let needs: [GateCause]
  /// Why there is no answer, or no slot: never empty where there is none.
  package let obstacles: [GateCause]
  /// Nothing is known, as the obstacles say.
  package let isUnknown: Bool

  /// A time in which it fits: it may begin at the start, or later as long as it ends by the end.
  package struct Slot: Sendable {
    package let interval: Interval
    /// The window that is open when it begins; nil where the change needs none.
    package let window: String?
  }

  package struct Obstructed: Sendable {
    package let interval: Interval
    package let window: String?
    /// What stands in its way, never empty.
    package let reasons: [String]
  }

  /// - Parameter conflicts: Those of the register at that instant, where somebody has them.
  package init(
    _ change: Change, by gate: RegisterGate, from: Instant, seconds: Int64, count: Int,
    conflicts: ChangeConflicts? = nil
  ) {
    self.change = change
    self.from = from
    self.seconds = seconds
    let start = Interval(start: from, end: from)
    let asked = gate.question(change, named: nil, over: start, asOf: from)
    let book = gate.book.judging(change, in: gate.register)
    let calendar = book.calendars[0]
    zone = calendar.zone
    let ended = asked.record.filter { $0.kind == .ended }
    needs = asked.record.filter { $0.kind == .approval }
    guard asked.obstacles.isEmpty, ended.isEmpty else {
      (earlier, slots) = ([], [])
      obstacles = asked.obstacles + ended
      isUnknown = !asked.obstacles.isEmpty
      return
    }
    var search = SlotSearch(
      change, calendar: calendar,
      conflicts: conflicts ?? ChangeConflicts(gate.register, asOf: from), from: from,
      seconds: seconds)
    slots = search.slots(count)
    let subject = asked.subject
    earlier = search.earlier(before: slots.first?.interval.start) { interval, profile in
      let words = GateWords(
        time: GateTime(zone: calendar.zone), subject: subject, interval: interval)
      let (state, because) = book.weigh({ _ in profile }, over: interval)
      return state == .unknown
        ? because.flatMap { words.causes($0.cause, in: $0.calendar) }.once.map(\.text) : []
    }
    guard slots.isEmpty else {
      (obstacles, isUnknown) = ([], false)
      return
    }
    let words = GateWords(time: GateTime(zone: zone), subject: asked.subject, interval: start)
    let (state, because) = book.weigh({ search.profile(in: $0) }, over: start)
    let leadDoubt = search.leadDoubt
    isUnknown = state == .unknown || leadDoubt != nil
    obstacles =
      because.flatMap { words.causes($0.cause, in: $0.calendar) }.once
      + (leadDoubt.map { [GateCause(.unreadable, $0, at: nil)] } ?? [])
      + [
        GateCause(
          .outside, "there is no slot in the next \(SlotSearch.daysAhead) days", at: nil)
      ]
  }
}

/// Looks for the slots of one change.
struct SlotSearch {
  private let change: Change
  private let calendar: DeploymentCalendar
  private let profile: ChangeProfile
  private let from: Instant
  private let seconds: Int64
  /// Nil where no lead time stands in the way; never over where that depends on holidays that no list has.
  private let lead: (earliest: Instant, words: String)?
  private let others: [(change: Change, interval: Interval)]
  private let span: Interval

  /// Windows that come so seldom that none is open for a year are none to plan by.
  static let daysAhead = 400
  /// More windows than these, before the first slot, say nothing new.
  private static let mostEarlier = 12

  init(
    _ change: Change, calendar: DeploymentCalendar, conflicts: ChangeConflicts, from: Instant,
    seconds: Int64
  ) {
    self.change = change
    self.calendar = calendar
    self.from = from
    self.seconds = max(1, seconds)
    let type = calendar.policy.types.first {
      WordForm.fold($0.name) == change.type.map { WordForm.fold($0.value) }
    }
    profile = ChangeProfile(change, type: type)
    span = Interval(start: from, end: from + Int64(Self.daysAhead) * 86_400)
    others = conflicts.othersWork(besides: change, in: span)
    let requested = change.requested?.value ?? from
    lead = type?.leadTime.flatMap { asked in
      guard
        let earliest = asked.earliestStart(
          after: requested, in: calendar.zone, calendar.holidays), from < earliest
      else { return nil }
      return (earliest, asked.words)
    }
  }

  /// Why it is not known when the lead time is over; nil where it is.
  var leadDoubt: String? {
    guard let lead, lead.earliest == .distantFuture else { return nil }
    return "the lead time, \(lead.words), depends on holidays of a year that no list has"
  }

  func profile(in calendar: DeploymentCalendar) -> ChangeProfile { profile }

  private var taken: IntervalSet { IntervalSet(others.map(\.interval)) }

  mutating func slots(_ count: Int) -> [NextSlots.Slot] {
    let start = max(from, lead?.earliest ?? from)
    guard start < span.end else { return [] }
    let open = calendar.openTime(for: profile, in: Interval(start: start, end: span.end))
      .subtracting(taken)
    return open.intervals.filter { $0.seconds >= seconds }.prefix(count).map { interval in
      NextSlots.Slot(interval: interval, window: window(at: interval.start))
    }
  }

  /// Every window that the change may use and that is open before an instant, with its obstacles.
  ///
  /// - Parameter doubts: Why it is not known whether it may run in an interval; empty where it is.
  func earlier(
    before first: Instant?, doubts: (Interval, ChangeProfile) -> [String]
  ) -> [NextSlots.Obstructed] {
    let end = min(first ?? span.end, span.end)
    guard from < end, calendar.needsWindow(profile) || first != nil else { return [] }
    let before = Interval(start: from, end: end)
    let windows = calendar.windowTime(for: profile, in: before, orUnknown: true)
      .intersection(before)
    return windows.intervals.prefix(Self.mostEarlier).compactMap { interval in
      let reasons = reasons(interval) { doubts(interval, profile) }
      if reasons.isEmpty { return nil }
      return NextSlots.Obstructed(
        interval: interval, window: window(at: interval.start), reasons: reasons)
    }
  }

  private func reasons(_ interval: Interval, doubts: () -> [String]) -> [String] {
    let time = GateTime(zone: calendar.zone)
    var reasons: [String] = []
    if interval.seconds < seconds {
      reasons.append("too short for \(DurationText.describe(seconds: seconds))")
    }
    if let lead, interval.end + -seconds < lead.earliest {
      reasons.append(
        leadDoubt ?? "before \(time.text(lead.earliest)), the lead time: \(lead.words)")
    }
    for (freeze, occurrence) in calendar.stoppingFreezes(for: profile, in: interval) {
      let until =
        occurrence.end == .distantFuture
        ? "which has no end yet" : "until \(time.text(occurrence.end))"
      reasons.append("\(freeze.name), \(until): \(freeze.allowedText)")
    }
    for other in others where other.interval.overlaps(interval) {
      let title = other.change.title.map { " \($0.value)" } ?? ""
      reasons.append(
        "\(other.change.id)\(title) has its systems \(time.text(other.interval.start)) - "
          + time.end(other.interval.end, of: other.interval.start))
    }
    for doubt in calendar.doubts
    where doubt.concern != .authorisation && doubt.interval.overlaps(interval) {
      reasons.append(doubt.message)
    }
    if reasons.isEmpty { reasons = doubts() }
    if reasons.isEmpty,
      calendar.frozenTime(for: profile, in: interval, orUnknown: true).overlaps(interval)
    {
      reasons.append("a freeze may hold for its systems, which are not known")
    }
    return reasons.isEmpty
      ? ["what is left of it is too short for \(DurationText.describe(seconds: seconds))"]
      : Array(reasons.prefix(4))
  }

  /// The name of the first window of the table that is open at an instant.
  private func window(at instant: Instant) -> String? {
    guard calendar.needsWindow(profile) else { return nil }
    let second = Interval(start: instant, end: instant + 1)
    return calendar.windows(for: profile).first { $0.openings(in: second).contains(instant) }?.name
  }
}
