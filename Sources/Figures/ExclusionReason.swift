/// Why a change is not counted in a figure.
package enum ExclusionReason: String, Sendable, Hashable, CaseIterable {
  case unreadable
  case cancelledBeforeStart = "cancelled_before_start"
  case rejectedBeforeStart = "rejected_before_start"
  case abortedBeforeStart = "aborted_before_start"
  case notStarted = "not_started"
  case inFlight = "in_flight"
  case unknownOutcome = "unknown_outcome"
  case noEnd = "no_end"
  case noStart = "no_start"
  case unknownType = "unknown_type"
  case preApproved = "pre_approved"
  case typeNotInTarget = "type_not_in_target"
  case cannotBeRolledBack = "cannot_be_rolled_back"
  case noApproval = "no_approval"
  case notDeployed = "not_deployed"
  case approvedAfterDeployment = "approved_after_deployment"

  /// As it stands after the ids of the changes.
  package var text: String {
    switch self {
    case .unreadable: "could not be read"
    case .cancelledBeforeStart: "cancelled before the start"
    case .rejectedBeforeStart: "rejected before the start"
    case .abortedBeforeStart: "aborted before the start"
    case .notStarted: "not started"
    case .inFlight: "in flight"
    case .unknownOutcome: "end passed without an outcome"
    case .noEnd: "outcome without an end on record"
    case .noStart: "no start on record"
    case .unknownType: "type not known to the policy"
    case .preApproved: "pre-approved, no approval to wait for"
    case .typeNotInTarget: "of a type that the target does not name"
    case .cannotBeRolledBack: "of a type that cannot be rolled back"
    case .noApproval: "no approval with an instant on record"
    case .notDeployed: "no deployment on record"
    case .approvedAfterDeployment: "approved after the deployment: the time would be negative"
    }
  }
}

/// A change that a figure leaves out.
package struct ExcludedChange: Sendable, Hashable {
  package let id: String
  package let reason: ExclusionReason
}
