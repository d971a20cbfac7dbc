import Calendar
import Chronology
import Findings
import Obligations
import PolicyReading
import Records
import SourceText

/// CB709: a freeze that cannot be meant as it stands.
package enum ImplausibleFreeze: RegisterRule {
  package static let documentation = RuleDocumentation(
    code: 709, title: "a freeze is implausible", severity: .warning, enforces: "Freeze periods",
    explanation: """
      A freeze stops everybody's work, or should have. One that ends before it begins, or that does
      not say when it begins, is in no calendar, and the gate answers nothing while it is there: an
      error. The same holds for an incident that has no start or was resolved before it, where the
      policy freezes changes after incidents.

      A freeze of more than 60 days is a warning, whether a row of the policy, a declaration or an
      incident makes it: it has become the rule, or somebody forgot to end it. Notes are for what may
      be meant: a declaration or an incident that has no end yet, `As declared` while nothing is
      declared, and two freezes that hold at one time for one system and let different changes pass.
      """,
    wrong: """
      | Period | Duration | Changes Allowed |
      |--------|----------|-----------------|
      | Holiday freeze | Nov 20 - Feb 5 | Emergency only |
      """,
    right: """
      | Period | Duration | Changes Allowed |
      |--------|----------|-----------------|
      | Holiday freeze | Dec 20 - Jan 5 | Emergency only |
      """)

  /// Longer than this, and nobody keeps it.
  static let longest: Int64 = 60 * 86_400

  package static func check(_ register: Register, in context: RegisterContext) -> [Finding] {
    guard let latest = context.calendars.calendars.last else { return [] }
    return register.policies.policies.flatMap(\.freezes).compactMap(tooLong)
      + undeclared(register) + register.freezes.flatMap { findings(of: $0, asOf: context.asOf) }
      + incidentFindings(register, asOf: context.asOf)
      + latest.disagreeingFreezes(asOf: context.asOf).compactMap(overlap)
  }

  // MARK: Rows of the policy

  private static func tooLong(_ row: FreezeRow) -> Finding? {
    let days: Int
    switch row.duration {
    case .recurring(let recurrence): days = longestStretch(of: recurrence)
    case .afterIncident(let seconds, _): days = Int(seconds / 86_400)
    case .asDeclared: return nil
    }
    guard Int64(days) * 86_400 > longest else { return nil }
    return finding(
      "\(quoted(row.name)) lasts \(days) days, more than 60",
      help: "check its first and last day", at: row.durationPlace)
  }

  /// In whole days, in years of which one has 29 February.
  private static func longestStretch(of recurrence: Recurrence) -> Int {
    if recurrence.isAlways { return 366 }
    if case .once(let first, _, let last, _)? = recurrence.spans.first {
      return last.daysSinceEpoch - first.daysSinceEpoch + 1
    }
    guard let first = CivilDay(year: 2027, month: 1, day: 1) else { return 0 }
    let years = Interval(
      start: Zone.utc.start(of: first), end: Zone.utc.start(of: first.addingMonths(24)))
    let stretches = recurrence.occurrences(in: years, zone: .utc).possible.intervals
    return Int((stretches.map(\.seconds).max() ?? 0) / 86_400)
  }

  private static func undeclared(_ register: Register) -> [Finding] {
    guard register.freezes.isEmpty,
      let row = register.policies.latest.freezes.first(where: { $0.duration == .asDeclared })
    else { return [] }
    return [
      finding(
        "\(quoted(row.name)) hold as declared, and nothing is declared",
        help: "declare one as a file under content/freezes when there is one",
        at: row.durationPlace, severity: .note)
    ]
  }

  // MARK: Declarations

  private static func findings(of freeze: DeclaredFreeze, asOf: Instant) -> [Finding] {
    if freeze.times != nil || freeze.problems.contains(where: { $0.isUnreadable("when") }) {
      return findings(ofRecurring: freeze)
    }
    guard let from = freeze.from else {
      if freeze.problems.contains(where: { $0.isUnreadable("from") }) { return [] }
      return [
        finding(
          "\(quoted(freeze.name.value)) does not say when it begins",
          help: "add `from:`, an instant", at: freeze.name.place, severity: .error)
      ]
    }
    guard let to = freeze.to else {
      if freeze.problems.contains(where: { $0.isUnreadable("to") }) { return [] }
      return [open(quoted(freeze.name.value), since: from, asOf: asOf, help: "add `to:`")]
    }
    if to.value <= from.value {
      return [
        finding(
          "\(quoted(freeze.name.value)) ends \(to.value == from.value ? "as" : "before") it begins",
          help: "correct one of the two instants", at: to.place, severity: .error)
      ]
    }
    return [lasting(quoted(freeze.name.value), from: from.value, to: to)].compactMap { $0 }
  }

  /// Of one that comes again: it needs neither a start nor an end, and each time may be too long.
  private static func findings(ofRecurring freeze: DeclaredFreeze) -> [Finding] {
    var findings: [Finding] = []
    let start = freeze.from ?? freeze.declaredAt
    if let to = freeze.to, let start, to.value <= start.value {
      findings.append(
        finding(
          "\(quoted(freeze.name.value)) ends before it begins",
          help: "correct one of the two instants", at: to.place, severity: .error))
    }
    guard let times = freeze.times else { return findings }
    let days = longestStretch(of: times.value.recurrence)
    if Int64(days) * 86_400 > longest {
      findings.append(
        finding(
          "\(quoted(freeze.name.value)) lasts \(days) days, more than 60",
          help: "check its first and last day", at: times.place))
    }
    if start == nil {
      findings.append(
        finding(
          "\(quoted(freeze.name.value)) does not say since when it comes again, so it holds in the past too",
          help: "add `from:`, or `declared:` with `at:`", at: times.place, severity: .note))
    }
    return findings
  }

  /// A freeze without an end: a note, and a warning once it lasts too long.
  private static func open(
    _ what: String, since start: Located<Instant>, asOf: Instant, help: String,
    record: String? = nil
  ) -> Finding {
    let lasts = asOf - start.value
    guard lasts > longest else {
      return finding(
        "\(what) freezes changes without an end", help: "\(help) once it is known",
        at: start.place, severity: .note, record: record)
    }
    return finding(
      "\(what) has frozen changes for \(lasts / 86_400) days, and has no end",
      help: help, at: start.place, record: record)
  }

  private static func lasting(
    _ what: String, from start: Instant, to end: Located<Instant>, record: String? = nil
  ) -> Finding? {
    guard end.value - start > longest else { return nil }
    return finding(
      "\(what) freezes changes for \((end.value - start) / 86_400) days, more than 60",
      help: "check both instants, or end it earlier", at: end.place, record: record)
  }

  // MARK: Incidents

  private static func incidentFindings(_ register: Register, asOf: Instant) -> [Finding] {
    let rows = register.policies.policies.flatMap(\.freezes)
    guard rows.contains(where: { if case .afterIncident = $0.duration { true } else { false } })
    else { return [] }
    return register.incidents.compactMap { finding(of: $0, asOf: asOf) }
  }

  private static func finding(of incident: Incident, asOf: Instant) -> Finding? {
    guard let started = incident.started else {
      if incident.problems.contains(where: { $0.isUnreadable("started") }) { return nil }
      return finding(
        "\(incident.id) does not say when it started, and freezes changes from then on",
        help: "add `started:`, an instant", at: incident.idPlace, severity: .error,
        record: incident.id)
    }
    guard let resolved = incident.resolved else {
      if incident.problems.contains(where: { $0.isUnreadable("resolved") }) { return nil }
      return open(
        incident.id, since: started, asOf: asOf, help: "add `resolved:`", record: incident.id)
    }
    if resolved.value < started.value {
      return finding(
        "resolved before it started on \(started.value.rfc3339)",
        help: "correct one of the two instants", at: resolved.place, severity: .error,
        record: incident.id)
    }
    return lasting(incident.id, from: started.value, to: resolved, record: incident.id)
  }

  // MARK: Overlaps

  private static func overlap(_ pair: FreezeOverlap) -> Finding? {
    var place = pair.later.place
    if case .policy(let row) = pair.later.source { place = row.durationPlace }
    return finding(
      "\(pair.later.title) overlaps \(pair.earlier.title): together they let pass "
        + pair.allowance.words,
      help: "this one lets pass \(pair.later.allowance.words), the other "
        + pair.earlier.allowance.words,
      at: place, policy: pair.earlier.reference, severity: .note,
      record: pair.later.incident?.id)
  }
}
