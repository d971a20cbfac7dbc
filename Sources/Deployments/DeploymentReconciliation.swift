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
  /// Deployments that were called off, in the order of time.
  package let notHappened: [Deployment]
  /// Deployments of which the logs have the beginning and not the end, in the order of time: nobody knows
  /// whether they happened.
  package let unfinished: [Deployment]
  /// Those of them that went to production and that the settings do not leave out.
  package let openInProduction: [Deployment]
  /// Ids under which the whole logs tell of several deployments, by name.
  package let disputed: [String]
  /// Records that are not read, and the time that they give, by name: what was deployed may be theirs.
  package let unreadRecords: [(name: String, at: Instant?)]
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
    counted.contains { $0.waiver == nil && ($0.standing.isFault || $0.lateness != nil) }
      || changes.contains { $0.isDifference && $0.waiver == nil }
  }

  /// Whether everything is accounted for; nil where nobody can tell: see `doubts`.
  package var isComplete: Bool? { isBroken ? false : doubts.isEmpty ? true : nil }

  /// Why it cannot be told whether everything is accounted for, a sentence each without its full stop.
  package var doubts: [String] {
    var doubts: [String] = []
    if !problems.isEmpty { doubts.append("parts of the logs are not read") }
    if !disputed.isEmpty {
      doubts.append("of one id the logs tell of several deployments: " + Self.some(disputed))
    }
    if !unreadRecords.isEmpty {
      doubts.append("records are not read: " + Self.some(unreadRecords.map(\.name)))
    }
    let undated = counted.filter(\.standing.isDoubt).map(\.deployment.id)
    if !undated.isEmpty {
      doubts.append("records do not say when they were approved, of " + Self.some(undated))
    }
    let absent = counted.compactMap(\.absentName).uniqued
    if !absent.isEmpty {
      doubts.append("deployments name records that are not there: " + Self.some(absent))
    }
    if !openInProduction.isEmpty {
      doubts.append("deployments are not said to be over: " + Self.some(openInProduction.map(\.id)))
    }
    guard let interval else {
      if sources.isEmpty { doubts.append("the logs have no entry") }
      return doubts
    }
    if asOf < interval.end { doubts.append("the period is not over") }
    doubts += sources.doubts(of: interval, asOf: asOf)
    if changes.contains(where: { $0.kind == .notCovered }) {
      doubts.append("no log tells of the systems of some records")
    }
    return doubts
  }

  /// A few of many names.
  private static func some(_ names: [String]) -> String {
    names.prefix(mostNamed).joined(separator: ", ")
      + (names.count > mostNamed ? " and \(names.count - mostNamed) more" : "")
  }

  private static let mostNamed = 8

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
      unfinished: unfinished.filter { interval.contains($0.at) },
      openInProduction: openInProduction.filter { interval.contains($0.at) }, disputed: disputed,
      unreadRecords: unreadRecords.filter { $0.at.map(interval.contains) ?? true },
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
/// 1. Entries that tell of one deployment again are one, as the last of them says; those that cannot be of
///    one are not.
/// 2. Each deployment to production is given the record that it names, else one that brings its commit
///    or artifact, else one of its system and time.
/// 3. The record is judged as if the work began with the deployment, which has to be of its systems and
///    at the time of its work.
/// 4. Each record that was deployed while a log of its systems tells has to have a deployment.
///
/// - Parameter problems: Of files that are no logs because they cannot be read.
package func reconcile(
  _ logs: [DeploymentLog], with register: Register, history: RegisterHistory = RegisterHistory(),
  problems: [ReadingProblem] = [], asOf: Instant
) -> DeploymentReconciliation {
  let production = ProductionBook(register)
  let told = logs.flatMap(\.deployments)
  let tolerance = register.settings.deployments.tolerance
  let entries = MergedEntries(told.filter { $0.at <= asOf }, tolerance: tolerance)
  let all = entries.deployments
  let index = RecordIndex(register)
  let judge = DeploymentJudge(register, history: history, index, asOf: asOf)
  var failed: Set<String> = []
  var reconciled: [ReconciledDeployment] = []
  for deployment in all
  where deployment.status.hasHappened
    && production.hold(deployment.environment, at: deployment.at)
  {
    let match = index.record(of: deployment)
    let target = deployment.target
    reconciled.append(
      judge.judge(deployment, match, isRetry: target.map(failed.contains) ?? false))
    if let target {
      if deployment.status == .failed { failed.insert(target) } else { failed.remove(target) }
    }
  }
  let sources = LogSource.all(logs, asOf: asOf, in: register.zone, index.folded)
  let unfinished = all.filter { $0.status == .running }
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
    notHappened: all.filter { $0.status == .cancelled }, unfinished: unfinished,
    openInProduction: unfinished.filter { one in
      production.hold(one.environment, at: one.at)
        && !register.settings.deployments.exclusions.contains {
          $0.holds(for: one, of: nil, index.folded)
        }
    },
    disputed: entries.disputed, unreadRecords: register.unreadRecords,
    ahead: MergedEntries(told.filter { $0.at > asOf }, tolerance: tolerance).deployments,
    repeated: entries.repeated, passedOver: logs.reduce(0) { $0 + $1.passedOver },
    problems: problems + logs.flatMap(\.problems), asOf: asOf)
}

extension Register {
  /// Those that are not opened, and those of which the facts cannot be read.
  fileprivate var unreadRecords: [(name: String, at: Instant?)] {
    unopened.map { (name: $0.name, at: nil) }
      + changes.filter(\.hasUnreadableFacts).map { (name: $0.id, at: $0.anchor) }
  }

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
