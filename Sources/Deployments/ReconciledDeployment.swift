import Chronology
import DeploymentLogs
import Findings
import Records

/// A deployment to production, held against the records.
package struct ReconciledDeployment: Sendable {
  package let deployment: Deployment
  /// The record that it belongs to.
  package let change: Change?
  /// How that record was found.
  package let way: MatchWay?
  package let standing: DeploymentStanding
  /// The log names a record that is not there, and another one brings the deployment; nil otherwise.
  package let absentName: String?
  /// By how many seconds the record came after it; nil where it came first.
  package let lateness: Int64?
  /// The same was deployed there before, and failed.
  package let isRetry: Bool
  /// It went back to what was there before: the log says so, or the record was rolled back then.
  package let isRollback: Bool
  /// Who accepted what is wrong with it; nil where nobody did.
  package internal(set) var waiver: AcceptedWaiver?
}

/// How a record of a deployment was found, the surest first.
package enum MatchWay: String, Sendable, Hashable, CaseIterable {
  /// One names the other.
  case name
  case commit, artifact
  /// The system, and the time within the tolerance.
  case time
}

/// Whether a deployment to production has an approved record.
package enum DeploymentStanding: Sendable, Hashable {
  case recorded
  /// The settings leave it out, with the reason.
  case excluded(reason: String)
  /// No record belongs to it; the id that it names, where it names one.
  case unrecorded(named: String?)
  /// Its record was called off.
  case calledOff
  /// The approval that its record needs is not there.
  case unapproved
  /// The last approval that its record needs came only after it began.
  case approvedLater(Instant)
  /// An approval that its record needs says nothing of when it was given.
  case approvalUndated
  /// Its record is of other systems.
  case otherSystem
  /// Its record's work was at another time.
  case otherTime

  /// Nobody can tell whether something is wrong with it.
  package var isDoubt: Bool { self == .approvalUndated }

  /// It lacks what it needs.
  package var isFault: Bool { !isDoubt && !isExcluded && self != .recorded }

  package var key: String {
    switch self {
    case .recorded: "recorded"
    case .excluded: "excluded"
    case .unrecorded: "unrecorded"
    case .calledOff: "called_off"
    case .unapproved: "unapproved"
    case .approvedLater: "approved_later"
    case .approvalUndated: "approval_undated"
    case .otherSystem: "other_system"
    case .otherTime: "other_time"
    }
  }

  package static let keys = [
    "recorded", "excluded", "unrecorded", "called_off", "unapproved", "approved_later",
    "approval_undated", "other_system", "other_time",
  ]

  package var isExcluded: Bool {
    if case .excluded = self { true } else { false }
  }
}

/// A record that says it was deployed, and the logs have no deployment of it at that time.
package struct UnmatchedChange: Sendable {
  package let change: Change
  /// When it says that it was.
  package let deployed: Instant
  package let kind: Kind
  /// Who accepted it; nil where nobody did.
  package internal(set) var waiver: AcceptedWaiver?

  package enum Kind: Sendable, Hashable {
    /// No deployment belongs to it.
    case missing
    /// The nearest one was at another time.
    case otherTime(deployment: String, at: Instant)
    /// No log covers its systems at that time: nothing is claimed.
    case notCovered
    case excluded(reason: String)
  }
}

extension DeploymentStanding {
  /// As it stands behind "the deployment": `has an approved record`.
  package var words: String {
    switch self {
    case .recorded: "has an approved record"
    case .excluded(let reason): "left out: \(reason)"
    case .unrecorded(nil): "has no record"
    case .unrecorded(let name?): "names \(name), which is no record"
    case .calledOff: "belongs to a record that was cancelled or rejected"
    case .unapproved: "belongs to a record without the approval that it needs"
    case .approvedLater(let instant): "began before the last approval, of \(instant.rfc3339)"
    case .approvalUndated: "belongs to a record that does not say when it was approved"
    case .otherSystem: "belongs to a record of other systems"
    case .otherTime: "was not at the time of its record's work"
    }
  }
}

extension ReconciledDeployment {
  /// `deployment 4711 of rpc-gateway to Mainnet`, as far as the log says.
  package var name: String {
    "deployment \(deployment.id)" + (deployment.system.map { " of \($0)" } ?? "")
      + (deployment.environment.map { " to \($0)" } ?? "")
  }
}
