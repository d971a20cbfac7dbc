import Chronology
import Records
import SourceText

/// What figures ask of an incident that a change caused, as it was known at the instant of the
/// report.
struct MeasurableIncident: Sendable {
  let id: String
  let title: String?
  /// It has findings that make its facts doubtful.
  let isUnreadable: Bool
  let started: Instant?
  /// Nil while it lasts.
  let resolved: Instant?
  /// Its resolution, else its start.
  let anchor: Instant
  /// The changes that caused it, as far as there are records of them.
  let causes: [MeasurableChange]
  /// Its own; those of its causes where it names none.
  let systems: [String]

  /// Nil where it had not begun at `asOf`, or has no instant at all.
  init?(
    _ incident: Incident, causes: [MeasurableChange], isUnreadable: Bool, asOf: Instant
  ) {
    func known(_ instant: Instant?) -> Instant? { instant.flatMap { $0 <= asOf ? $0 : nil } }
    if let started = incident.started?.value, started > asOf { return nil }
    started = incident.started?.value
    resolved = known(incident.resolved?.value)
    guard let anchor = resolved ?? started else { return nil }
    self.anchor = anchor
    id = incident.id
    title = incident.title?.value
    self.isUnreadable = isUnreadable
    self.causes = causes
    let named = incident.systems.map(\.value)
    systems = named.isEmpty ? causes.flatMap(\.systems) : named
  }
}
