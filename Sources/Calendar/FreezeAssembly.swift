import Chronology
import Findings
import PolicyReading
import Records
import SourceText

/// Puts the freezes of a policy together with those that are declared and those that incidents
/// cause.
struct FreezeAssembly {
  private(set) var freezes: [Freeze] = []
  private(set) var doubts: [CalendarDoubt] = []
  private var scopes: [NamedScope: FreezeScope] = [:]
  private let zone: Zone
  private let systems: SystemDirectory
  /// The row for declared freezes; nil where the policy has none.
  private let declaredRow: FreezeRow?
  /// The rows for the time after an incident.
  private let incidentRows: [FreezeRow]

  private let holidays: HolidayLists
  private let severities: IncidentSeverities
  private let places: KnownSurroundings
  /// The policy's words for what may pass.
  private let names: FreezeAllowanceText.Names

  init(
    policy: Policy, zone: Zone, systems: SystemDirectory, holidays: HolidayLists,
    incidents: [Incident], places: KnownSurroundings
  ) {
    self.places = places
    self.zone = zone
    self.holidays = holidays
    severities = IncidentSeverities(incidents)
    names = FreezeAllowanceText.Names(policy)
    self.systems = systems
    declaredRow = policy.freezes.first { $0.duration == .asDeclared }
    incidentRows = policy.freezes.filter {
      if case .afterIncident = $0.duration { true } else { false }
    }
    for row in policy.freezes { add(row) }
  }

  private mutating func add(_ row: FreezeRow) {
    guard case .recurring(let recurrence) = row.duration else { return }
    let zone = row.zone ?? zone
    freezes.append(
      Freeze(
        name: row.name, source: .policy(row), recurrence: Freeze.Repetition(recurrence, in: zone),
        allowance: row.allowed, allowedText: row.allowedText, scope: .all,
        reference: row.reference, place: row.reference.place, zone: zone,
        surroundings: row.surroundings, holidays: holidays, severities: severities, places: places))
  }

  /// Incidents of one id, of which nobody knows which a change fixes, and freezes of one name that hold
  /// at one time, of which nobody knows which was meant to: a doubt while either holds.
  mutating func compare(_ declarations: [DeclaredFreeze], _ incidents: [Incident]) {
    let named = Self.repeated(declarations) { WordForm.fold($0.name.value) }
    for (first, freeze) in named where span(first).overlaps(span(freeze)) {
      note(
        "the freeze has the name of \(first.file.path)", at: freeze.name.place,
        [span(first), span(freeze)])
    }
    if incidentRows.isEmpty { return }
    for (first, incident) in Self.repeated(incidents, by: \.id) {
      note(
        "the incident has the id of \(first.file.path)", at: incident.idPlace,
        [span(first), span(incident)])
    }
  }

  private mutating func note(_ message: String, at place: Place, _ spans: [Interval]) {
    for span in spans {
      doubts.append(CalendarDoubt(.freezes, at: place, message, in: span))
    }
  }

  /// Each that comes after the first of its key, behind that first.
  private static func repeated<Record>(
    _ all: [Record], by key: (Record) -> String
  ) -> [(Record, Record)] {
    var firsts: [String: Int] = [:]
    firsts.reserveCapacity(all.count)
    return all.indices.compactMap { index in
      let first = firsts[key(all[index]), default: index]
      if first != index { return (all[first], all[index]) }
      firsts[key(all[index])] = index
      return nil
    }
  }

  /// While a declaration holds, as far as that is certain.
  private func span(_ declaration: DeclaredFreeze) -> Interval {
    if let span = declaration.certainSpan { return span }
    guard declaration.to == nil, let from = declaration.from else { return .always }
    return Interval(start: from.value, end: .distantFuture)
  }

  /// Until the longest freeze after an incident is over, as far as it is certain when that is.
  private func span(_ incident: Incident) -> Interval {
    let longest = incidentRows.compactMap { row -> Int64? in
      if case .afterIncident(let seconds, _) = row.duration { Int64(seconds) } else { nil }
    }.max()
    return incident.certainSpan.map {
      Interval(start: $0.start, end: $0.end + (longest ?? 0))
    } ?? .always
  }

  /// A declaration without an end lasts until somebody writes one; without a start, or with its end
  /// before its start, it leaves a doubt. One that comes again does so from its start, else from the
  /// day on which it was declared. One that does not say what may pass follows the policy's row, and
  /// lets nothing pass where there is none.
  mutating func add(_ declaration: DeclaredFreeze) {
    guard let from = declaration.from?.value ?? declaration.recursFrom else {
      doubts.append(
        CalendarDoubt(
          .freezes, at: declaration.name.place,
          "\(declaration.file.path) does not say from when the freeze holds"))
      return
    }
    if let to = declaration.to, to.value <= from {
      doubts.append(
        CalendarDoubt(
          .freezes, at: to.place, "\(declaration.file.path) ends before it begins"))
      return
    }
    let bounds = Interval(start: from, end: declaration.to?.value ?? .distantFuture)
    // Nobody knows when within its time it holds.
    if declaration.problems.contains(where: { $0.isUnreadable("when") }) {
      doubts += CalendarDoubt.list(in: declaration.problems, of: declaration.file, during: bounds)
      return
    }
    let zone = declaration.times?.value.zone ?? zone
    guard let repetition = Freeze.Repetition(declaration.times?.value, within: bounds, in: zone)
    else {
      doubts.append(
        CalendarDoubt(
          .freezes, at: declaration.times?.place ?? declaration.name.place,
          "\(declaration.file.path) holds at no time between its start and its end"))
      return
    }
    // What else it may say matters while it holds, as long as it is certain when that is.
    doubts += CalendarDoubt.list(
      in: declaration.problems, of: declaration.file,
      during: declaration.certainSpan ?? .always)
    let written = declaration.allowed.flatMap { FreezeAllowanceText.read($0.value, names) }
    let allowance: FreezeAllowance
    let allowedText: String
    if let written, let text = declaration.allowed?.value {
      (allowance, allowedText) = (written, text)
    } else if declaration.allowed == nil, let declaredRow {
      (allowance, allowedText) = (declaredRow.allowed, declaredRow.allowedText)
    } else {
      (allowance, allowedText) = (.nothing, "None")
    }
    let scope = FreezeScope(
      declaration.systems, hasUnknown: declaration.hasUnknownSystems,
      reachesDependents: declaration.reachesDependents, in: systems)
    freezes.append(
      Freeze(
        name: declaration.name.value, source: .declaration(declaration),
        recurrence: repetition, allowance: allowance, allowedText: allowedText,
        scope: scope, reference: declaredRow?.reference,
        place: declaration.times?.place ?? declaration.from?.place ?? declaration.name.place,
        zone: zone, surroundings: declaration.surroundings, holidays: holidays,
        severities: severities, places: places))
  }

  /// From the incident until the policy's time after its resolution; without an end while it is not
  /// resolved.
  mutating func add(_ incident: Incident) {
    guard !incidentRows.isEmpty else { return }
    guard let started = incident.started else {
      doubts.append(
        CalendarDoubt(
          .freezes, at: incident.idPlace, "\(incident.file.path) does not say when it started"))
      return
    }
    if let end = incident.latestEnd, end < started.value {
      doubts.append(
        CalendarDoubt(
          .freezes, at: incident.resolved?.place ?? started.place,
          "\(incident.file.path) is resolved before it started",
          reach: CalendarDoubt.Reach(from: end, scope: scope(of: incident))))
      return
    }
    if incident.isSettled, incident.problems.isEmpty { return }
    let scope = scope(of: incident)
    // What else it may say matters until its longest freeze is over, as long as it is certain when
    // that is.
    doubts += CalendarDoubt.list(
      in: incident.problems, of: incident.file, during: span(incident),
      reach: incident.hasCertainStart
        ? CalendarDoubt.Reach(from: started.value, scope: scope) : nil)
    for row in incidentRows {
      guard case .afterIncident(let seconds, let asked) = row.duration else { continue }
      let end = incident.latestEnd.map { $0 + seconds } ?? .distantFuture
      switch severities.meets(anyOf: asked, incident: incident.id) {
      case .yes: break
      case .no: continue
      case .unknown:
        doubts.append(doubt(row, of: incident, asked, in: Interval(start: started.value, end: end)))
        continue
      }
      freezes.append(
        Freeze(
          name: row.name, source: .incident(incident, row),
          recurrence: .once(Interval(start: started.value, end: end)), allowance: row.allowed,
          allowedText: row.allowedText, scope: scope,
          reference: row.reference, place: started.place, zone: zone,
          surroundings: row.surroundings, severities: severities, places: places))
    }
  }
}

/// The systems of an incident: many incidents have the same.
private struct NamedScope: Hashable {
  let names: [String]
  let hasUnknown: Bool
}

extension FreezeAssembly {
  /// Whether an incident is of a severity that a row holds after nobody can tell.
  private mutating func doubt(
    _ row: FreezeRow, of incident: Incident, _ asked: [String], in span: Interval
  ) -> CalendarDoubt {
    let asked = asked.joined(separator: " or ")
    return CalendarDoubt(
      .freezes, at: incident.severity?.place ?? incident.idPlace,
      incident.severity.map {
        "\(row.name) holds after incidents of severity \(asked), and nobody has said whether "
          + "`\($0.value)` is one"
      } ?? "\(incident.file.path) has no severity, and \(row.name) holds after those of \(asked)",
      in: span, reach: CalendarDoubt.Reach(from: span.start, scope: scope(of: incident)))
  }

  private mutating func scope(of incident: Incident) -> FreezeScope {
    let named = NamedScope(
      names: incident.systems.map(\.value), hasUnknown: incident.hasUnknownSystems)
    if let scope = scopes[named] { return scope }
    let scope = FreezeScope(incident.systems, hasUnknown: named.hasUnknown, in: systems)
    scopes[named] = scope
    return scope
  }
}

extension DeclaredFreeze {
  /// From when on one that comes again does so where it has no `from`; nil for others.
  fileprivate var recursFrom: Instant? {
    times == nil ? nil : declaredAt?.value ?? .distantPast
  }
}

extension Freeze.Repetition {
  /// Of a declaration; nil where none of its days lies within its time.
  fileprivate init?(_ times: RecurringTimes?, within bounds: Interval, in zone: Zone) {
    guard let times else {
      self = .once(bounds)
      return
    }
    switch Self(times.recurrence, in: zone) {
    case .once(let interval):
      guard let cut = interval.intersection(bounds) else { return nil }
      self = .once(cut)
    case .recurring(let recurrence, _):
      // What never ends holds once, as long as the declaration does.
      self =
        recurrence.isAlways ? .once(bounds) : .recurring(recurrence, within: bounds)
    }
  }

  /// Days of one year are there once.
  fileprivate init(_ recurrence: Recurrence, in zone: Zone) {
    if recurrence.spans.count == 1, recurrence.exceptions.isEmpty,
      case .once(let first, _, _, _) = recurrence.spans[0],
      let interval = recurrence.spans[0].occurrences(
        near: Interval(start: zone.start(of: first), end: zone.start(of: first.adding(days: 1))),
        in: zone, HolidayLists()
      ).first?.interval
    {
      self = .once(interval)
    } else {
      self = .recurring(recurrence, within: .always)
    }
  }
}
