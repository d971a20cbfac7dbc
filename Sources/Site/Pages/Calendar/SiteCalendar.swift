import Calendar
import Chronology
import DeploymentGate
import Configuration
import Findings
import Records
import SourceText

// What all pages of the calendar share, worked out once:
//  1. the changes that have a time, by day;
//  2. the freezes and their occurrences;
//  3. the months and weeks that have a page;
//  4. the changes that run into another one.

/// The calendar as pages show it.
struct SiteCalendar: Sendable {
  let gate: RegisterGate
  /// What the gate answers for changes that are planned.
  let answers: PlannedAnswers
  var book: CalendarBook { gate.book }
  /// In which days begin and end.
  let zone: Zone
  let asOf: Instant
  let entries: CalendarEntries
  let freezes: FreezeEntries
  let span: CalendarSpan
  /// Whose work is in whose way.
  let conflicts: ChangeConflicts
  /// Ids of changes that run into another one on a system.
  let conflicting: Set<String>

  /// - Parameters:
  ///   - gate: Made anew where nobody has it.
  ///   - answers: Of the gate, asked where nobody has them.
  init(
    _ register: Register, findings: FindingsIndex, asOf: Instant, gate known: RegisterGate? = nil,
    answers: PlannedAnswers? = nil
  ) {
    let gate = known ?? RegisterGate(register)
    self.gate = gate
    self.answers = answers ?? PlannedAnswers(gate, asOf: asOf)
    zone = register.zone
    conflicts = ChangeConflicts(register, asOf: asOf)
    self.asOf = asOf
    conflicting = findings.conflicting
    entries = CalendarEntries(register, conflicting: conflicting, asOf: asOf, zone: zone)
    let reach = Interval(start: asOf + -Self.reach, end: asOf + Self.reach)
    let found = gate.book.freezeOccurrences(in: reach)
    var days: [Int] = []
    for entry in entries.all {
      for range in [entry.days, entry.plannedDays].compactMap(\.self) {
        days += [range.lowerBound, range.upperBound]
      }
    }
    for occurrence in found {
      guard case .once = occurrence.freeze.recurrence else { continue }
      let range = CalendarEntry.days(of: occurrence.interval, in: zone)
      days.append(range.lowerBound)
      if !occurrence.freeze.isOpenEnded { days.append(range.upperBound) }
    }
    span = CalendarSpan(
      days: days, asOf: asOf, horizon: register.settings.calendarHorizon, zone: zone)
    freezes = FreezeEntries(found, in: span.run, book: gate.book)
  }

  /// How far freezes are looked for before and after the as-of instant: sixty years.
  private static let reach: Int64 = 60 * 366 * 86_400

  /// The occurrences of freezes that meet an interval, by start.
  func freezes(in interval: Interval) -> [CalendarBook.FreezeOccurrence] {
    freezes.occurrences.filter { $0.interval.overlaps(interval) }
  }

  /// The page of the week in which a change begins; nil for one without any time.
  func week(of change: Change) -> Route? {
    let taken = change.hasStarted ? change.started?.value ?? change.ended?.value : nil
    guard let start = taken ?? change.scheduled?.value.start else { return nil }
    return span.week(of: zone.wallTime(at: start).day.daysSinceEpoch)
  }
}
