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
  private var bySystem: [String: [Change]] = [:]

  init(_ register: Register, asOf: Instant) {
    self.register = register
    tolerance = register.settings.deployments.tolerance
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
      guard change.hasStarted else { continue }
      for system in change.systems { bySystem[folded(system.value), default: []].append(change) }
    }
  }

  /// A name of a system as the list has it, in one form.
  func folded(_ system: String) -> String {
    WordForm.fold(register.systems.canonicalName(of: system) ?? system)
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
    if let change = nearest(changes(withCommitOf: deployment), to: deployment) {
      return (change, .commit)
    }
    if let artifact = deployment.artifact,
      let change = nearest(byArtifact[artifact] ?? [], to: deployment)
    {
      return (change, .artifact)
    }
    guard let system = deployment.system else { return nil }
    let candidates = (bySystem[folded(system)] ?? []).filter {
      isNear($0, deployment) && !delivers($0, otherThan: deployment)
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

  /// The record names commits, and the deployment brought another one.
  private func delivers(_ change: Change, otherThan deployment: Deployment) -> Bool {
    guard deployment.revision != nil else { return false }
    return change.deliveries.contains { !$0.commits.isEmpty }
      && !changes(withCommitOf: deployment).contains { $0 === change }
  }

  private func isNear(_ change: Change, _ deployment: Deployment) -> Bool {
    let instants = change.instantsOfWork
    guard let first = instants.min(), let last = instants.max() else { return false }
    return first + -tolerance <= deployment.at && deployment.beginning <= last + tolerance
  }

  /// The nearest in time; of two as near the first id.
  private func nearest(_ changes: [Change], to deployment: Deployment) -> Change? {
    changes.min { a, b in
      let (mine, its) = (a.distance(to: deployment), b.distance(to: deployment))
      return mine == its ? a.id < b.id : mine < its
    }
  }
}

extension Change {
  /// When something was done to production, as far as it says.
  var instantsOfWork: [Instant] {
    [started, deployed, rollback?.at].compactMap { $0?.value }
  }

  /// Seconds from the nearest instant of its work, or its plan's start; very many where it has none.
  func distance(to deployment: Deployment) -> Int64 {
    let instants = instantsOfWork + [scheduled?.value.start].compactMap(\.self)
    return instants.map { abs($0 - deployment.at) }.min() ?? .max
  }
}
