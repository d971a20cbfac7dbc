import Chronology
import Configuration
import DeploymentLogs
import History
import Obligations
import PolicyReading
import Records
import SourceText

/// Judges a deployment by the record that it belongs to.
struct DeploymentJudge {
  private let register: Register
  private let history: RegisterHistory
  private let policies: [PolicyIndex]
  private let index: RecordIndex
  private let asOf: Instant

  init(_ register: Register, history: RegisterHistory, _ index: RecordIndex, asOf: Instant) {
    self.register = register
    self.index = index
    self.history = history
    self.asOf = asOf
    policies = register.policies.policies.map(PolicyIndex.init)
  }

  func judge(
    _ deployment: Deployment, _ match: (change: Change, way: MatchWay)?, isRetry: Bool
  ) -> ReconciledDeployment {
    let exclusion = register.settings.deployments.exclusions.first {
      $0.holds(for: deployment, of: match?.change, index.folded)
    }
    let standing: DeploymentStanding =
      if let exclusion {
        .excluded(reason: exclusion.reason)
      } else if let change = match?.change {
        self.standing(of: change, with: deployment)
      } else {
        .unrecorded(named: deployment.record)
      }
    return ReconciledDeployment(
      deployment: deployment, change: match?.change, way: match?.way, standing: standing,
      absentName: match == nil ? nil : deployment.record.flatMap { index.holds($0) ? nil : $0 },
      lateness: match.flatMap { lateness(of: $0.change, after: deployment) }, isRetry: isRetry,
      isRollback: deployment.isRollback || match?.change.wasRolledBack(with: deployment) ?? false)
  }

  /// By what the change would owe if the work began with the deployment.
  private func standing(of change: Change, with deployment: Deployment) -> DeploymentStanding {
    if change.isWithdrawn || change.wasRefused { return .calledOff }
    let context = ObligationContext(
      change, policy: policies[register.policyIndex(for: change)], people: register.people,
      asOf: asOf, startingAt: deployment.beginning)
    for gap in AuthorisationGap.all(of: change, in: context) {
      switch gap {
      case .approvalMissing, .vote: return .unapproved
      case .beforeApproval(let early): return .approvedLater(early.approved)
      default: continue
      }
    }
    if isOfOtherSystem(deployment, change) { return .otherSystem }
    if !change.wasAtWork(during: deployment, within: register.settings.deployments.tolerance) {
      return .otherTime
    }
    return change.approvalsOfUnknownTime(in: context).isEmpty ? .recorded : .approvalUndated
  }

  /// Of a system that nobody knows it is not said that it is another one.
  private func isOfOtherSystem(_ deployment: Deployment, _ change: Change) -> Bool {
    guard let system = deployment.system, index.knows(system), !change.systems.isEmpty else {
      return false
    }
    return !change.systems.contains {
      $0.value == NamedSystems.every || index.folded($0.value) == index.folded(system)
    }
  }

  /// Seconds from the beginning of a deployment to its record: to its request, or to the commit that
  /// brought it in where that came more than three days after.
  private func lateness(of change: Change, after deployment: Deployment) -> Int64? {
    let begun = deployment.beginning
    if let requested = change.requested?.value, requested > begun { return requested - begun }
    guard let edit = history.of(change)?.edits.first, edit.clock == nil, history.isEvidence(edit),
      let at = edit.standsSince, at - begun > LateEntry.tolerance
    else { return nil }
    return at - begun
  }
}

extension Change {
  /// It says that nobody allowed it, or that it was called off, whatever else it says of work.
  fileprivate var wasRefused: Bool {
    switch outcome?.value {
    case .rejected, .cancelled: true
    default: false
    }
  }

  /// Whether a deployment was at the time of its work or of its rollback. A record that does not say when
  /// it began, or that is still at it, does not say that it was not.
  fileprivate func wasAtWork(during deployment: Deployment, within tolerance: Int64) -> Bool {
    let begun = [started, deployed].compactMap { $0?.value }
    guard let first = begun.min() else { return true }
    func meets(_ start: Instant, _ end: Instant) -> Bool {
      deployment.beginning + -tolerance <= end && start <= deployment.at + tolerance
    }
    if let back = rollback?.at?.value, meets(back, back) { return true }
    guard let last = (begun + [closed?.value].compactMap(\.self)).max(),
      deployed != nil || closed != nil
    else { return first <= deployment.at + tolerance }
    return meets(first, last)
  }

  /// The deployment is the rollback that it tells of.
  fileprivate func wasRolledBack(with deployment: Deployment) -> Bool {
    guard let back = rollback?.at?.value else { return false }
    guard let deployed = deployed?.value else { return true }
    return abs(deployment.at - back) < abs(deployment.at - deployed)
  }
}

extension DeploymentExclusion {
  func holds(for deployment: Deployment, of change: Change?, _ folded: (String) -> String) -> Bool {
    func agrees(_ wanted: String?, _ given: String?) -> Bool {
      wanted.map { wanted in given.map { WordForm.fold(wanted) == WordForm.fold($0) } ?? false }
        ?? true
    }
    return agrees(self.deployment, deployment.id)
      && agrees(record, change?.id ?? deployment.record)
      && agrees(system.map(folded), deployment.system.map(folded))
      && agrees(environment, deployment.environment) && agrees(by, deployment.by)
  }

  /// Whether a record needs no deployment: it, or each of its systems, is named and nothing else is.
  func holds(for change: Change, _ folded: (String) -> String) -> Bool {
    guard deployment == nil, environment == nil, by == nil else { return false }
    if let record, WordForm.fold(record) != WordForm.fold(change.id) { return false }
    if let system {
      return !change.systems.isEmpty
        && change.systems.allSatisfy { folded($0.value) == folded(system) }
    }
    return record != nil
  }
}
