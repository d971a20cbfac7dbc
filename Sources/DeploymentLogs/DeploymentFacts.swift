import Chronology
import SourceText

/// What one entry of a log says of a deployment, as its texts.
struct DeploymentFacts {
  var id: String?
  var environment: String?
  var revision: String?
  var artifact: String?
  var system: String?
  var record: String?
  var started: String?
  var finished: String?
  var status: String?
  var by: String?
  /// Within what the id is one of its kind, where its form knows more than the system and the environment.
  var origin: String?
  var isRollback = false
  /// Why the entry is not read, where its form says so; reads as `Unread`.
  var fault: String?

  /// Longer values are none that a person or a program gave on purpose.
  private static let longest = 1024

  /// The deployment, or why there is none, as a text that reads after "the entry is not read: ".
  func deployment(at place: Place, in zone: Zone) -> Result<Deployment, Unread> {
    if let fault { return .failure(Unread(fault)) }
    let texts = [
      id, environment, revision, artifact, system, record, by, started, finished, status,
    ]
    if texts.contains(where: { ($0?.utf8.count ?? 0) > Self.longest }) {
      return .failure(Unread("one of its values has more than \(Self.longest) bytes"))
    }
    var instants: [Instant?] = []
    for (name, text) in [("start", started), ("end", finished)] {
      guard let text else {
        instants.append(nil)
        continue
      }
      guard let reading = InstantText.read(text, in: zone), !reading.zoneAssumed,
        Interval.plausibleYears.contains(reading.instant)
      else {
        return .failure(
          Unread("its \(name), \(text), is no instant such as 2026-03-02T09:15Z, with its zone"))
      }
      instants.append(reading.instant)
    }
    guard let at = instants[1] ?? instants[0] else {
      return .failure(Unread("it says neither when the deployment started nor when it was over"))
    }
    if let start = instants[0], let end = instants[1], end < start {
      return .failure(Unread("it was over, \(end.rfc3339), before it started, \(start.rfc3339)"))
    }
    guard let status = status.map({ DeploymentStatus(writtenAs: $0) }) ?? .unknown else {
      return .failure(Unread("its status, \(status ?? ""), is none that is known"))
    }
    return .success(
      Deployment(
        id: id ?? place.nameInLog, givenID: id, origin: origin, environment: environment,
        revision: revision,
        artifact: artifact, system: system, record: record, started: instants[0],
        finished: instants[1], status: status, by: by, isRollback: isRollback, place: place, at: at)
    )
  }

  struct Unread: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }
  }
}
