import Chronology
import Interchange
import Records
import SourceText

/// What happened to services, as CDEvents 0.4 (cdevents.dev): a JSON object a line, by time.
///
/// A change that was deployed is `service.deployed` for each of its systems, one that was rolled back
/// `service.rolledback` as well; an incident is `incident.detected` and, once it is, `incident.resolved`. What a
/// record says of its artifact is the event's; without one it is the system by its name.
///
/// - Parameter source: Where the events come from, an address or a path.
package func renderCDEvents(_ register: Register, source: String) -> [UInt8] {
  var events: [CDEvent] = []
  for change in register.changes where !change.hasUnreadableFacts {
    events += CDEvent.all(of: change)
  }
  for incident in register.incidents { events += CDEvent.all(of: incident) }
  events.sort { a, b in
    a.at == b.at ? a.id.utf8.lexicographicallyPrecedes(b.id.utf8) : a.at < b.at
  }
  var writer = JSONLinesWriter()
  for event in events { writer.row { event.write(to: &$0, source: source) } }
  return writer.bytes
}

/// One event.
private struct CDEvent {
  let id: String
  /// Between `dev.cdevents.` and the version.
  let type: String
  let at: Instant
  let subject: String
  let kind: String
  let environment: String
  var artifact: String?
  var service: String?
  var description: String?
  let record: String
  var commit: String?

  /// The environment of a record that names none.
  private static let production = "production"

  static func all(of change: Change) -> [CDEvent] {
    let systems = change.systems.isEmpty ? [change.id] : change.systems.map(\.value)
    let environments =
      change.environments.isEmpty ? [production] : change.environments.map(\.value)
    let artifact = change.deliveries.lazy.compactMap(\.artifact?.value).first
    let commit = change.deliveries.lazy.flatMap(\.commits).first?.value
    return systems.flatMap { system in
      environments.flatMap { environment -> [CDEvent] in
        func event(_ predicate: String, _ at: Instant) -> CDEvent {
          CDEvent(
            id: "\(change.id)/\(predicate)/\(system)/\(environment)", type: "service.\(predicate)",
            at: at, subject: system, kind: "service", environment: environment,
            artifact: artifact ?? "pkg:generic/\(percentEncoded(system, keeping: ""))",
            record: change.id,
            commit: commit)
        }
        var events: [CDEvent] = []
        if let deployed = change.deployed { events.append(event("deployed", deployed.value)) }
        if change.outcome?.value == .rolledBack, let back = change.rollback?.at {
          events.append(event("rolledback", back.value))
        }
        return events
      }
    }
  }

  static func all(of incident: Incident) -> [CDEvent] {
    guard let started = incident.started?.value else { return [] }
    func event(_ predicate: String, _ at: Instant) -> CDEvent {
      CDEvent(
        id: "\(incident.id)/\(predicate)", type: "incident.\(predicate)", at: at,
        subject: incident.id, kind: "incident", environment: production,
        service: incident.systems.first?.value, description: incident.title?.value,
        record: incident.id)
    }
    return [event("detected", started)]
      + (incident.resolved.map { [event("resolved", $0.value)] } ?? [])
  }

  func write(to json: inout JSONWriter, source: String) {
    json.object("context") { json in
      json.member("id", id)
      json.member("source", source)
      json.member("timestamp", at.rfc3339)
      json.member("type", "dev.cdevents.\(type).0.2.0")
      json.member("version", "0.4.0")
    }
    json.object("customData") { json in
      if let commit { json.member("commit", commit) }
      json.member("record", record)
    }
    json.object("subject") { json in
      json.object("content") { json in
        if let artifact { json.member("artifactId", artifact) }
        if let description { json.member("description", description) }
        json.object("environment") { $0.member("id", environment) }
        if let service { json.object("service") { $0.member("id", service) } }
      }
      json.member("id", subject)
      json.member("source", source)
      json.member("type", kind)
    }
  }
}
