import Chronology
import Findings
import PolicyReading
import Records
import SourceText

/// A time in which changes are held back, and what may pass it nevertheless. A class, since every
/// page of the calendar and every report looks through all of them.
package final class Freeze: Sendable {
  package enum Source: Sendable {
    /// A row of the policy with days of its own.
    case policy(FreezeRow)
    /// A file of `content/freezes`.
    case declaration(DeclaredFreeze)
    /// An incident, by a row of the policy for the time after one.
    case incident(Incident, FreezeRow)
  }

  package enum Recurrence: Sendable, Hashable {
    case once(Interval)
    /// Each year from the start of the first day to the end of the last, across New Year where the
    /// last comes before the first.
    case yearly(first: MonthDay, last: MonthDay)
  }

  package let name: String
  package let source: Source
  package let recurrence: Recurrence
  package let allowance: FreezeAllowance
  /// As written, for example `Emergency only`.
  package let allowedText: String
  let scope: FreezeScope
  /// The row of the policy that it rests on; nil for a declaration where the policy has none.
  package let reference: PolicyReference?
  /// Where it is stated: the row, the declaration's or the incident's key.
  package let place: Place
  let zone: Zone

  init(
    name: String, source: Source, recurrence: Recurrence, allowance: FreezeAllowance,
    allowedText: String, scope: FreezeScope, reference: PolicyReference?, place: Place, zone: Zone
  ) {
    self.name = name
    self.source = source
    self.recurrence = recurrence
    self.allowance = allowance
    self.allowedText = allowedText
    self.scope = scope
    self.reference = reference
    self.place = place
    self.zone = zone
  }

  /// As the list of systems writes them, else as they are written; empty where it holds for all, or
  /// where none is known.
  package var systems: [String] { scope.names }

  /// It may hold for other systems: something stands in the place of one that nobody knows.
  package var hasUnknownSystems: Bool { scope.hasUnknown }

  /// Nobody has said when it ends: the incident is not resolved, or the declaration has no `to`.
  package var isOpenEnded: Bool {
    if case .once(let interval) = recurrence { interval.end == .distantFuture } else { false }
  }

  /// The incident that caused it; nil for other freezes.
  package var incident: Incident? {
    if case .incident(let incident, _) = source { incident } else { nil }
  }

  /// A name that stays the same as long as the freeze is the same one: of its file, its incident
  /// or its row.
  package var key: String {
    switch source {
    case .policy(let row): row.name
    case .declaration(let declaration): declaration.file.stem
    case .incident(let incident, let row): "\(row.name) \(incident.id)"
    }
  }

  /// Its occurrences that meet a span, whole, in order. Two neighbouring ones may touch.
  package func occurrences(in span: Interval) -> [Interval] {
    switch recurrence {
    case .once(let interval): return interval.overlaps(span) ? [interval] : []
    case .yearly(let first, let last):
      let from = zone.wallTime(at: span.start).day
      let to = zone.wallTime(at: span.end).day
      // One day more on either side: clocks may go back over midnight.
      let near = from.daysSinceEpoch - 1...max(from, to).daysSinceEpoch + 1
      return (from.year - 1...max(from, to).year).compactMap { year in
        let days = Self.days(from: first, to: last, in: year)
        guard days.lowerBound <= near.upperBound, near.lowerBound <= days.upperBound else {
          return nil
        }
        let occurrence = Self.occurrence(from: first, to: last, in: year, zone: zone)
        return occurrence.seconds > 0 && occurrence.overlaps(span) ? occurrence : nil
      }
    }
  }

  /// The occurrence that begins in a year. Where the year has no 29 February, a freeze that begins
  /// or ends on it begins, or ends, with 1 March.
  static func occurrence(
    from first: MonthDay, to last: MonthDay, in year: Int, zone: Zone
  ) -> Interval {
    let days = days(from: first, to: last, in: year)
    return Interval(
      start: zone.start(of: CivilDay(daysSinceEpoch: days.lowerBound)),
      end: zone.instant(
        of: WallTime(day: CivilDay(daysSinceEpoch: days.upperBound), second: 0), later: true))
  }

  /// Its days, counted from the epoch.
  static func days(from first: MonthDay, to last: MonthDay, in year: Int) -> Range<Int> {
    let wraps = (last.month, last.day) < (first.month, first.day)
    let endYear = wraps ? year + 1 : year
    let start = Self.day(first, in: year)?.daysSinceEpoch ?? Self.march(year)
    let end = Self.day(last, in: endYear).map { $0.daysSinceEpoch + 1 } ?? Self.march(endYear)
    return start..<max(end, start)
  }

  private static func day(_ day: MonthDay, in year: Int) -> CivilDay? {
    CivilDay(year: year, month: day.month, day: day.day)
  }

  /// 1 March of a year, in days since the epoch.
  private static func march(_ year: Int) -> Int {
    day(MonthDay(month: 3, day: 1), in: year)?.daysSinceEpoch ?? 0
  }

  /// The word for every system there is, folded.
  static let everySystem = NamedSystems.every

  /// Whether a change may run during it.
  package func allows(_ profile: ChangeProfile) -> Answer {
    if allowance.nothing { return .no }
    let passesAsEmergency: Answer =
      !allowance.emergencyOnly
      ? .yes : profile.isGoverned == nil ? .unknown : Answer(profile.isEmergency)
    // Without an incident there is nothing that a fix could be related to.
    let passesAsFix =
      !allowance.relatedFixesOnly || incident.map { profile.incidents.contains($0.id) } ?? false
    return .all(passesAsEmergency, Answer(passesAsFix))
  }

  /// Whether it holds for one of a change's systems. Not known where a system of either is not, or
  /// where, without a list of systems, names of both are nearly the same.
  package func concerns(_ profile: ChangeProfile) -> Answer {
    scope.concerns(profile)
  }

  /// Whether it stops a change: it concerns one of its systems and does not allow it.
  package func stops(_ profile: ChangeProfile) -> Answer {
    let isKept: Answer =
      switch allows(profile) {
      case .yes: .no
      case .no: .yes
      case .unknown: .unknown
      }
    return .all(concerns(profile), isKept)
  }
}
