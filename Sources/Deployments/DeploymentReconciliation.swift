import Chronology
import Configuration
import DeploymentLogs
import Findings
import History
import Obligations
import PolicyReading
import Records
import SourceText

// Whether everything is accounted for has three answers: something is not, whatever else there is; nobody can
// tell, since something was not read or no log tells of the time; or it is.

/// What production got, held against what the records say, and the other way round.
package struct DeploymentReconciliation: Sendable {
  /// To production, in the order of time; what never happened is not among them.
  package private(set) var deployments: [ReconciledDeployment]
  /// Records whose deployment is not known, by the instant that they give.
  package private(set) var changes: [UnmatchedChange]
  /// By name.
  package let sources: [LogSource]
  /// Deployments to other environments, in the order of time.
  package let elsewhere: [Deployment]
  /// Deployments that did not happen: called off, or not over; in the order of time.
  package let notHappened: [Deployment]
  /// Entries of after the instant for which this is worked out, in the order of time.
  package let ahead: [Deployment]
  /// Entries of the whole logs that tell of a deployment again.
  package let repeated: Int
  /// Entries of the whole logs about no deployment.
  package let passedOver: Int
  /// Entries and files of the whole logs that are not read: nobody knows of which time they tell.
  package let problems: [ReadingProblem]
  /// What it is of; nil for all of the logs.
  package private(set) var interval: Interval?
  package let asOf: Instant

  /// Deployments to production that count: those that the settings do not leave out.
  package var counted: [ReconciledDeployment] { deployments.filter { !$0.standing.isExcluded } }

  /// How many of those have an approved record.
  package var recorded: Int { counted.count { $0.standing == .recorded } }

  /// Deployments that count and lack what they need, and that nobody accepted.
  package var isBroken: Bool {
    counted.contains { $0.waiver == nil && ($0.standing != .recorded || $0.lateness != nil) }
      || changes.contains { $0.isDifference && $0.waiver == nil }
  }

  /// Whether everything is accounted for; nil where nobody can tell: see `doubts`.
  package var isComplete: Bool? { isBroken ? false : doubts.isEmpty ? true : nil }

  /// Why it cannot be told whether everything is accounted for, a sentence each without its full stop.
  package var doubts: [String] {
    var doubts: [String] = []
    if !problems.isEmpty { doubts.append("parts of the logs are not read") }
    guard let interval else {
      if sources.isEmpty { doubts.append("the logs have no entry") }
      return doubts
    }
    if asOf < interval.end { doubts.append("the period is not over") }
    let telling = sources.filter { $0.from < interval.end && interval.start <= $0.until }
    if telling.isEmpty {
      doubts.append("no log tells of the period")
    } else {
      if !telling.contains(where: { $0.from <= interval.start }) {
        doubts.append("no log tells of its beginning")
      }
      if asOf >= interval.end, !telling.contains(where: { interval.end <= $0.until }) {
        doubts.append("no log tells of its end")
      }
    }
    if changes.contains(where: { $0.kind == .notCovered }) {
      doubts.append("no log tells of the systems of some records")
    }
    return doubts
  }

  /// Names of other environments with how many deployments there were to each; nil for none.
  package var environments: [(name: String, count: Int)] {
    Dictionary(grouping: elsewhere) { $0.environment ?? "" }
      .map { (name: $0.key, count: $0.value.count) }.sorted { $0.name.precedesInBytes($1.name) }
  }

  /// Deployments to production that count and have no record at all: no change stands for them.
  package var outside: [ReconciledDeployment] { counted.filter { $0.change == nil } }

  /// What of it falls into an interval. What has no time is of every one, so that an entry that is not
  /// read is never lost.
  package func during(_ interval: Interval) -> DeploymentReconciliation {
    var part = DeploymentReconciliation(
      deployments: deployments.filter { interval.contains($0.deployment.at) },
      changes: changes.filter { interval.contains($0.deployed) }, sources: sources,
      elsewhere: elsewhere.filter { interval.contains($0.at) },
      notHappened: notHappened.filter { interval.contains($0.at) },
      ahead: ahead.filter { interval.contains($0.at) }, repeated: repeated,
      passedOver: passedOver, problems: problems, asOf: asOf)
    part.interval = interval
    return part
  }

  /// The same with what somebody accepted of it.
  ///
  /// - Parameter waivers: By the places of the deployment or of the record's instant.
  package func accepting(_ waivers: [Place: AcceptedWaiver]) -> DeploymentReconciliation {
    if waivers.isEmpty { return self }
    var accepted = self
    for index in deployments.indices {
      accepted.deployments[index].waiver = waivers[deployments[index].deployment.place]
    }
    for index in changes.indices { accepted.changes[index].waiver = waivers[changes[index].place] }
    return accepted
  }
}

extension UnmatchedChange {
  /// Where the record says when it was deployed.
  package var place: Place { change.deployed?.place ?? change.idPlace }

  /// The logs and the record disagree.
  package var isDifference: Bool {
    switch kind {
    case .missing, .otherTime: true
    case .notCovered, .excluded: false
    }
  }
}

/// Holds logs of deployments against the records of a register, as they were known at an instant.
///
/// 1. Entries that tell of one deployment again are one, as the last of them says.
/// 2. Each deployment to production is given the record that it names, else one that brings its commit
///    or artifact, else one of its system and time.
/// 3. The record is judged as if the work began with the deployment.
/// 4. Each record that was deployed while a log of its systems tells has to have a deployment.
///
/// - Parameter problems: Of files that are no logs because they cannot be read.
package func reconcile(
  _ logs: [DeploymentLog], with register: Register, history: RegisterHistory = RegisterHistory(),
  problems: [ReadingProblem] = [], asOf: Instant
) -> DeploymentReconciliation {
  let production = ProductionBook(register)
  let told = logs.flatMap(\.deployments)
  let (all, repeated) = merged(told.filter { $0.at <= asOf })
  let index = RecordIndex(register)
  let judge = DeploymentJudge(register, history: history, asOf: asOf)
  var failed: Set<String> = []
  var reconciled: [ReconciledDeployment] = []
  for deployment in all
  where deployment.status.hasHappened
    && production.hold(deployment.environment, at: deployment.at)
  {
    let match = index.record(of: deployment)
    let target = deployment.target
    reconciled.append(
      judge.judge(
        deployment, match, isRetry: target.map(failed.contains) ?? false,
        systems: index.folded))
    if let target {
      if deployment.status == .failed { failed.insert(target) } else { failed.remove(target) }
    }
  }
  let sources = LogSource.all(logs, asOf: asOf, index)
  let byRecord = Dictionary(grouping: reconciled.filter { $0.change != nil }) {
    $0.change?.id ?? ""
  }
  return DeploymentReconciliation(
    deployments: reconciled,
    changes: register.changes.compactMap {
      unmatched(
        $0, byRecord[$0.id] ?? [], sources, production, index, register.settings.deployments, asOf)
    }.sorted { ($0.deployed, $0.change.id) < ($1.deployed, $1.change.id) },
    sources: sources,
    elsewhere: all.filter {
      $0.status.hasHappened && !production.hold($0.environment, at: $0.at)
    },
    notHappened: all.filter { !$0.status.hasHappened },
    ahead: merged(told.filter { $0.at > asOf }).deployments,
    repeated: repeated, passedOver: logs.reduce(0) { $0 + $1.passedOver },
    problems: problems + logs.flatMap(\.problems), asOf: asOf)
}

extension Register {
  /// What its own logs come to; nil where it has none.
  package func reconciled(
    _ history: RegisterHistory = RegisterHistory(), asOf: Instant
  ) -> DeploymentReconciliation? {
    let read = Set(deploymentLogs.map(\.file.path))
    // A log that is read has its problems itself.
    let unread = problems.filter { $0.isOfLogs && !read.contains($0.place.file.path) }
    if deploymentLogs.isEmpty, unread.isEmpty { return nil }
    return reconcile(
      deploymentLogs, with: self, history: history, problems: unread, asOf: asOf)
  }
}

/// In the order of time, each once: what one system tells of one deployment in several entries is as
/// its last entry says. An entry to which the system gave no id is a deployment of its own.
private func merged(_ deployments: [Deployment]) -> (deployments: [Deployment], repeated: Int) {
  var byName: [String: Int] = [:]
  var all: [Deployment] = []
  for deployment in deployments {
    guard let id = deployment.givenID else {
      all.append(deployment)
      continue
    }
    let name = [deployment.environment ?? "", deployment.system ?? "", id]
      .joined(separator: "\u{0}")
    guard let index = byName[name] else {
      byName[name] = all.count
      all.append(deployment)
      continue
    }
    let earlier = all[index]
    if (earlier.at, earlier.status.rank) <= (deployment.at, deployment.status.rank) {
      all[index] = deployment
    }
  }
  let ordered = all.sorted {
    ($0.at, $0.id, $0.place.file.path, $0.place.range.lower)
      < ($1.at, $1.id, $1.place.file.path, $1.place.range.lower)
  }
  return (ordered, deployments.count - all.count)
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

extension Deployment {
  /// What was brought where; nil where it does not say what.
  fileprivate var target: String? {
    guard let what = revision ?? artifact ?? record else { return nil }
    return [environment ?? "", system ?? "", what].joined(separator: "\u{0}")
  }
}

/// What is missing of a record that says it was deployed to production; nil where nothing is.
private func unmatched(
  _ change: Change, _ deployments: [ReconciledDeployment], _ sources: [LogSource],
  _ production: ProductionBook, _ index: RecordIndex, _ settings: DeploymentSettings,
  _ asOf: Instant
) -> UnmatchedChange? {
  guard let deployed = change.deployed?.value, deployed <= asOf, !sources.isEmpty,
    change.environments.isEmpty
      || change.environments.contains(where: { production.hold($0.value, at: deployed) })
  else { return nil }
  if let exclusion = settings.exclusions.first(where: { $0.holds(for: change, index.folded) }) {
    return UnmatchedChange(
      change: change, deployed: deployed, kind: .excluded(reason: exclusion.reason))
  }
  let own = deployments.filter { $0.change === change }.map(\.deployment)
  func distance(_ deployment: Deployment) -> Int64 {
    min(abs(deployment.at - deployed), abs(deployment.beginning - deployed))
  }
  if let nearest = own.min(by: { distance($0) < distance($1) }) {
    guard distance(nearest) > settings.tolerance else { return nil }
    return UnmatchedChange(
      change: change, deployed: deployed,
      kind: .otherTime(deployment: nearest.id, at: nearest.at))
  }
  let systems = change.systems.map { index.folded($0.value) }
  let isCovered = sources.contains { $0.covers(systems, at: deployed) }
  return UnmatchedChange(
    change: change, deployed: deployed, kind: isCovered ? .missing : .notCovered)
}

extension LogSource {
  /// The logs of each folder, by its name.
  fileprivate static func all(
    _ logs: [DeploymentLog], asOf: Instant, _ index: RecordIndex
  ) -> [LogSource] {
    var byFolder: [String: [Deployment]] = [:]
    for log in logs {
      let folder = log.file.path.parts(at: "/").dropLast().joined(separator: "/")
      byFolder[folder.isEmpty ? "." : folder, default: []] += log.deployments.filter {
        $0.at <= asOf
      }
    }
    return byFolder.sorted { $0.key < $1.key }.compactMap { name, deployments in
      let instants = deployments.map(\.at)
      guard let first = instants.min(), let last = instants.max() else { return nil }
      let systems = deployments.map { $0.system.map(index.folded) }
      return LogSource(
        name: name, from: first, until: last, entries: deployments.count,
        systems: systems.contains(nil) ? nil : Set(systems.compactMap(\.self)))
    }
  }

  /// Whether it would have told of a deployment of these systems at an instant.
  fileprivate func covers(_ names: [String], at instant: Instant) -> Bool {
    guard from <= instant, instant <= until else { return false }
    guard let systems else { return true }
    return names.contains(where: systems.contains)
  }
}
