import Chronology
import Configuration
import DeploymentLogs
import PolicyReading
import Records
import SourceText

/// Finds the record that a deployment belongs to.
struct RecordIndex {
  private let register: Register
  private let tolerance: Int64
  private var byName: [String: [Change]] = [:]
  private var byCommit: [String: [(commit: String, change: Change)]] = [:]
  private var byArtifact: [String: [Change]] = [:]
  private let bySystem: [String: WorkSpans]

  init(_ register: Register) {
    self.register = register
    tolerance = register.settings.deployments.tolerance
    func folded(_ system: String) -> String { Self.folded(system, in: register) }
    var spans: [String: [WorkSpans.Span]] = [:]
    for change in register.changes {
      for id in change.external { byName[id.value.lowercased(), default: []].append(change) }
      for delivery in change.deliveries {
        for name in delivery.deployments {
          byName[name.value.lowercased(), default: []].append(change)
          if let last = name.value.parts(at: "/").last, last != name.value {
            byName[last.lowercased(), default: []].append(change)
          }
        }
        for commit in delivery.commits {
          let commit = commit.value.lowercased()
          byCommit[String(commit.prefix(7)), default: []].append((commit, change))
        }
        if let artifact = delivery.artifact?.value {
          byArtifact[artifact, default: []].append(change)
        }
      }
      for span in change.spansOfWork {
        for system in change.systems {
          spans[folded(system.value), default: []].append(
            WorkSpans.Span(first: span.first, last: span.last, change: change))
        }
      }
    }
    bySystem = spans.mapValues(WorkSpans.init)
  }

  /// A name of a system as the list has it, in one form.
  func folded(_ system: String) -> String { Self.folded(system, in: register) }

  private static func folded(_ system: String, in register: Register) -> String {
    WordForm.fold(register.systems.canonicalName(of: system) ?? system)
  }

  /// Whether the list or a record has a system of that name: of another nobody can tell which it is.
  func knows(_ system: String) -> Bool {
    register.systems.canonicalName(of: system) != nil || bySystem[folded(system)] != nil
  }

  /// Whether there is a record that the name of a log may mean.
  func holds(_ name: String) -> Bool {
    register.change(name) != nil || register.change(name.uppercased()) != nil
      || byName[name.lowercased()] != nil
  }

  func record(of deployment: Deployment) -> (change: Change, way: MatchWay)? {
    if let named = deployment.record {
      if let change = register.change(named) ?? register.change(named.uppercased()) {
        return (change, .name)
      }
      if let change = nearest(byName[named.lowercased()] ?? [], to: deployment) {
        return (change, .name)
      }
    }
    if let change = nearest(byName[deployment.id.lowercased()] ?? [], to: deployment) {
      return (change, .name)
    }
    let delivering = changes(withCommitOf: deployment)
    if let change = nearest(delivering, to: deployment) { return (change, .commit) }
    if let artifact = deployment.artifact,
      let change = nearest(byArtifact[artifact] ?? [], to: deployment)
    {
      return (change, .artifact)
    }
    // A record that is named and is not there is none that happens to be near.
    guard deployment.record == nil, let system = deployment.system,
      let spans = bySystem[folded(system)]
    else { return nil }
    let candidates = spans.near(deployment.beginning, deployment.at, within: tolerance).filter {
      // A record that names commits is of those: none of them is this deployment's.
      deployment.revision == nil || !$0.deliveries.contains { !$0.commits.isEmpty }
    }
    return nearest(candidates, to: deployment).map { ($0, .time) }
  }

  private func changes(withCommitOf deployment: Deployment) -> [Change] {
    guard let revision = deployment.revision?.lowercased(), revision.utf8.count >= 7 else {
      return []
    }
    return (byCommit[String(revision.prefix(7))] ?? []).filter {
      revision.hasPrefix($0.commit) || $0.commit.hasPrefix(revision)
    }.map(\.change)
  }

  /// The nearest in time; of two as near the first id.
  private func nearest(_ changes: [Change], to deployment: Deployment) -> Change? {
    changes.min { a, b in
      let (mine, its) = (a.distance(to: deployment), b.distance(to: deployment))
      return mine == its ? a.id < b.id : mine < its
    }
  }
}

/// When the changes of one system were worked on, in the order of time, so that those near an instant
/// are found without a walk over all of them.
private struct WorkSpans {
  struct Span {
    let first: Instant
    let last: Instant
    let change: Change
  }

  private let spans: [Span]
  /// Of each span and those before it the latest end.
  private let latest: [Instant]

  init(_ unordered: [Span]) {
    spans = unordered.sorted { ($0.first, $0.change.id) < ($1.first, $1.change.id) }
    var latest: [Instant] = []
    latest.reserveCapacity(spans.count)
    for span in spans { latest.append(max(span.last, latest.last ?? span.last)) }
    self.latest = latest
  }

  func near(_ start: Instant, _ end: Instant, within tolerance: Int64) -> [Change] {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].first + -tolerance <= end { low = middle + 1 } else { high = middle }
    }
    var found: [Change] = []
    var index = low - 1
    while index >= 0, start <= latest[index] + tolerance {
      if start <= spans[index].last + tolerance { found.append(spans[index].change) }
      index -= 1
    }
    return found
  }
}

extension Change {
  /// When something was done to production, as far as it says: its work, and its rollback, which may come
  /// months later.
  fileprivate var spansOfWork: [(first: Instant, last: Instant)] {
    var spans: [(first: Instant, last: Instant)] = []
    if let one = started?.value ?? deployed?.value {
      let other = deployed?.value ?? one
      spans.append((min(one, other), max(one, other)))
    }
    if let back = rollback?.at?.value { spans.append((back, back)) }
    return spans
  }

  /// Seconds from the nearest instant of its work, or its plan's start; very many where it has none.
  fileprivate func distance(to deployment: Deployment) -> Int64 {
    let instants =
      [started, deployed, rollback?.at].compactMap { $0?.value }
      + [scheduled?.value.start].compactMap(\.self)
    return instants.map { abs($0 - deployment.at) }.min() ?? .max
  }
}
