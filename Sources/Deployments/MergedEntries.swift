import Chronology
import DeploymentLogs
import SourceText

/// Deployments of which logs tell, each once.
struct MergedEntries {
  /// In the order of time.
  let deployments: [Deployment]
  /// Entries that tell of one of them again.
  let repeated: Int
  /// Ids under which the logs tell of several deployments, by name.
  let disputed: [String]

  /// What one system tells of one deployment in several entries is as its last entry says. An entry to which
  /// the system gave no id is a deployment of its own, and so is one that cannot be the same.
  ///
  /// - Parameter tolerance: In seconds: what is further apart is not the same.
  init(_ entries: [Deployment], tolerance: Int64) {
    var byName: [String: [Int]] = [:]
    var all: [Deployment] = []
    var disputed: Set<String> = []
    for entry in entries {
      guard let id = entry.givenID else {
        all.append(entry)
        continue
      }
      let name = [entry.environment ?? "", entry.system ?? "", entry.origin ?? "", id]
        .joined(separator: "\u{0}")
      let known = byName[name] ?? []
      guard let index = known.first(where: { all[$0].mayBe(entry, tolerance) }) else {
        if !known.isEmpty { disputed.insert(id) }
        byName[name, default: []].append(all.count)
        all.append(entry)
        continue
      }
      let earlier = all[index]
      if (earlier.at, earlier.status.rank) <= (entry.at, entry.status.rank) { all[index] = entry }
    }
    deployments = all.sorted {
      ($0.at, $0.id, $0.place.file.path, $0.place.range.lower)
        < ($1.at, $1.id, $1.place.file.path, $1.place.range.lower)
    }
    repeated = entries.count - all.count
    self.disputed = disputed.sorted { $0.precedesInBytes($1) }
  }
}

extension Deployment {
  /// Whether another entry of the same id may tell of the same deployment: what it brought is the same, what
  /// was done was not called off, and what was over was not over again at another time.
  fileprivate func mayBe(_ other: Deployment, _ tolerance: Int64) -> Bool {
    func agree(_ a: String?, _ b: String?) -> Bool {
      guard let a = a?.lowercased(), let b = b?.lowercased() else { return true }
      // A commit may be written shorter.
      return a.hasPrefix(b) || b.hasPrefix(a)
    }
    guard agree(revision, other.revision), agree(artifact, other.artifact),
      agree(record, other.record)
    else { return false }
    let statuses = [status, other.status]
    if statuses.contains(.cancelled) {
      return !statuses.contains(.succeeded) && !statuses.contains(.failed)
    }
    guard status.hasHappened, other.status.hasHappened else { return true }
    if let start = started, let otherStart = other.started {
      return abs(start - otherStart) <= tolerance
    }
    return abs(at - other.at) <= tolerance
  }
}

extension DeploymentStatus {
  /// What is over tells more than what is not.
  fileprivate var rank: Int {
    switch self {
    case .unknown: 0
    case .running: 1
    case .cancelled, .failed, .succeeded: 2
    }
  }
}
