import Calendar
import Chronology
import Configuration
import Deployments
import PolicyReading
import Records
import SourceText

/// Everything that figures ask of a register, taken out of it once.
package struct FiguresIndex: Sendable {
  package let asOf: Instant
  /// The zone that the periods are cut in.
  package let zone: Zone
  /// The ids of changes without any instant, which belong to no period, in order.
  package let undated: [String]
  /// Files among the records that are not opened, by the id of their names, else their paths: they may be of
  /// any period.
  let unopened: [String]
  let policies: PolicyBook
  let confidence: Confidence
  let all: RecordGroup
  /// The first instant that places a change; nil where nothing does.
  let firstRecord: Instant?
  /// The first instant at which work on production is known of; nil where none is.
  let firstWork: Instant?
  /// For each version of the policy what each measure of the catalogue is compared with.
  let scopes: [[MeasureScopes]]

  /// - Parameters:
  ///   - calendar: Of the register; nil to have it made.
  ///   - deployments: What the register's logs come to; nil to have that worked out.
  ///   - jobs: The threads to read the facts of changes with.
  package init(
    _ register: Register, facts: FindingFacts, calendar: CalendarBook? = nil,
    deployments: DeploymentReconciliation? = nil, asOf: Instant,
    jobs: Jobs = .one
  ) {
    let calendars = calendar ?? CalendarBook(register)
    self.asOf = asOf
    zone = register.settings.zone ?? register.policies.latest.zone
    policies = register.policies
    let level = register.settings.confidence
    confidence = Confidence(level: level > 0 && level < 1 ? level : 0.95)
    let causes = IncidentCauses(register, asOf: asOf)
    let read = jobs.map(Array(register.changes.enumerated())) { position, change in
      MeasurableChange(
        change,
        MeasurableChange.Circumstances(
          position: position, policy: register.policy(for: change),
          calendar: calendars.calendar(for: change, in: register), facts: facts,
          causedIncident: causes.blame(change),
          outcomeDue: register.settings.outcomeDue, asOf: asOf))
    }
    let changes = read.compactMap(\.self)
    undated = zip(register.changes, read).compactMap { $1 == nil ? $0.id : nil }
    unopened = register.unopened.map(\.name)
    all = RecordGroup(
      changes: changes,
      incidents: measurableIncidents(register, changes: changes, facts: facts, asOf: asOf),
      deployments: (deployments ?? register.reconciled(asOf: asOf))?.deployments
        .map(MeasurableDeployment.init) ?? [])
    firstRecord = changes.lazy.flatMap { change in
      Placement.allCases.map { change.instant($0) }
    }.min()
    firstWork = changes.lazy.flatMap { [$0.start, $0.end].compactMap(\.self) }.min()
    scopes = register.policies.policies.map { policy in
      FigureCatalogue.measures.map { MeasureScopes(of: $0, in: policy) }
    }
  }
}

/// The incidents that a change caused: by the word of the incident, or of the change.
private func measurableIncidents(
  _ register: Register, changes: [MeasurableChange], facts: FindingFacts, asOf: Instant
) -> [MeasurableIncident] {
  guard !register.incidents.isEmpty else { return [] }
  var causes: [String: [String]] = [:]
  for change in register.changes {
    for incident in change.causedIncidents {
      causes[incident.value, default: []].append(change.id)
    }
  }
  let byID = Dictionary(
    changes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  return register.incidents.compactMap { incident in
    let named = incident.causedBy.map(\.value)
    let ids = named + (causes[incident.id] ?? []).filter { !named.contains($0) }
    guard !ids.isEmpty else { return nil }
    return MeasurableIncident(
      incident, causes: ids.compactMap { byID[$0] },
      isUnreadable: facts.faulty.contains(incident.id), asOf: asOf)
  }
}

/// Which changes caused incidents that had begun at an instant: by the word of the incident, or
/// of the change.
private struct IncidentCauses: Sendable {
  private let blamed: Set<String>
  private let later: Set<String>

  init(_ register: Register, asOf: Instant) {
    var blamed: Set<String> = []
    var later: Set<String> = []
    for incident in register.incidents {
      if let started = incident.started?.value, started > asOf {
        later.insert(incident.id)
      } else {
        for cause in incident.causedBy { blamed.insert(cause.value) }
      }
    }
    self.blamed = blamed
    self.later = later
  }

  func blame(_ change: Change) -> Bool {
    blamed.contains(change.id) || change.causedIncidents.contains { !later.contains($0.value) }
  }
}
