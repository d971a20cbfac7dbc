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

  package enum Repetition: Sendable, Hashable {
    case once(Interval)
    /// Again and again, as the row or the declaration says, within a time.
    case recurring(Recurrence, within: Interval)
  }

  package let name: String
  package let source: Source
  package let recurrence: Repetition
  package let allowance: FreezeAllowance
  /// As written, for example `Emergency only`.
  package let allowedText: String
  let scope: FreezeScope
  /// The row of the policy that it rests on; nil for a declaration where the policy has none.
  package let reference: PolicyReference?
  /// Where it is stated: the row, the declaration's or the incident's key.
  package let place: Place
  let zone: Zone
  package let surroundings: RowSurroundings
  let holidays: HolidayLists
  private let severities: IncidentSeverities
  private let places: KnownSurroundings

  init(
    name: String, source: Source, recurrence: Repetition, allowance: FreezeAllowance,
    allowedText: String, scope: FreezeScope, reference: PolicyReference?, place: Place, zone: Zone,
    surroundings: RowSurroundings = RowSurroundings(), holidays: HolidayLists = HolidayLists(),
    severities: IncidentSeverities, places: KnownSurroundings
  ) {
    self.places = places
    self.surroundings = surroundings
    self.holidays = holidays
    self.severities = severities
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

  /// What a declaration says of the times at which it holds again, as written; nil for other freezes.
  package var times: String? {
    if case .declaration(let declaration) = source {
      declaration.times?.value.text
    } else {
      nil
    }
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

  /// Its occurrences that meet a span, whole, in order.
  ///
  /// - Parameter orUnknown: With those of which it is not known, because they depend on holidays of a
  ///   year that no list has, or on a weekend that lies in two months.
  package func occurrences(in span: Interval, orUnknown: Bool = false) -> [Interval] {
    switch recurrence {
    case .once(let interval): return interval.overlaps(span) ? [interval] : []
    case .recurring(let recurrence, let bounds):
      guard let span = span.intersection(bounds) else { return [] }
      let found = recurrence.occurrences(in: span, zone: zone, holidays: holidays)
      return (orUnknown ? found.possible : found.certain).intervals
        .compactMap { $0.intersection(bounds) }
    }
  }

  /// There may be times of which it is not known whether it holds.
  var mayBeUnknown: Bool {
    if case .recurring(let recurrence, _) = recurrence {
      recurrence.mayBeUnknown(holidays)
    } else {
      false
    }
  }

  /// What is not known of it at a time at which it may hold.
  func doubt(at instant: Instant) -> CalendarDoubt? {
    guard case .recurring(let recurrence, _) = recurrence else { return nil }
    return CalendarDoubt(
      .freezes, at: place, "\(name): " + recurrence.unknownWords(holidays, at: instant, in: zone))
  }

  /// The word for every system there is, folded.
  static let everySystem = NamedSystems.every

  /// Whether a change may run during it.
  package func allows(_ profile: ChangeProfile) -> Answer {
    allowance.ways.reduce(Answer.no) { passes, way in
      .any(passes, way.reduce(Answer.yes) { .all($0, meets($1, profile)) })
    }
  }

  private func meets(_ condition: FreezeAllowance.Condition, _ profile: ChangeProfile) -> Answer {
    switch condition {
    case .emergency: profile.isGoverned == nil ? .unknown : Answer(profile.isEmergency)
    // Without an incident there is nothing that a fix could be related to.
    case .relatedFix: Answer(incident.map { profile.incidents.contains($0.id) } ?? false)
    case .type(let name): Answer(profile.folded.type.map { $0 == WordForm.fold(name) })
    case .risk(let name): Answer(profile.folded.risk.map { $0 == WordForm.fold(name) })
    case .category(let name): Answer(profile.folded.categories.contains(WordForm.fold(name)))
    case .severity(let asked):
      profile.incidents.reduce(Answer.no) { .any($0, severities.meets(asked, incident: $1)) }
    case .unsaid: .unknown
    case .approval(let role):
      Answer(ApprovalRole.roles(in: role).contains(where: profile.approvals.contains))
    }
  }

  /// Whether it holds for one of a change's systems. Not known where a system of either is not, or
  /// where, without a list of systems, names of both are nearly the same.
  package func concerns(_ profile: ChangeProfile) -> Answer {
    .all(scope.concerns(profile), surroundings.meetsAny(of: profile, known: places))
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
