/// Why a record is not counted in a figure.
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
  case riskNotInTarget = "risk_not_in_target"
  case cannotBeRolledBack = "cannot_be_rolled_back"
  case noApproval = "no_approval"
  case approvedBeforeRequest = "approved_before_request"
  case notDeployed = "not_deployed"
  case approvedAfterStart = "approved_after_start"
  case noRequest = "no_request"
  case requestedAfterDeployment = "requested_after_deployment"
  case endsBeforeStart = "ends_before_start"
  case needsNoWindow = "needs_no_window"
  case noWindows = "no_windows"
  case windowAlwaysOpen = "window_always_open"
  case calendarUnknown = "calendar_unknown"
  case noReviewDeadline = "no_review_deadline"
  case reviewNotDue = "review_not_due"
  case notResolved = "not_resolved"
  case resolvedBeforeStart = "resolved_before_start"
  case excludedBySettings = "excluded_by_settings"

  /// As it stands after the number of the records.
  package var text: String {
    switch self {
    case .unreadable: "with errors"
    case .cancelledBeforeStart: "cancelled before the start"
    case .rejectedBeforeStart: "rejected before the start"
    case .abortedBeforeStart: "aborted before the start"
    case .notStarted: "not started"
    case .inFlight: "in flight"
    case .unknownOutcome: "no outcome recorded, although it is due"
    case .noEnd: "no recorded end, so that the period is not known"
    case .noStart: "no recorded start"
    case .unknownType: "type not known to the policy"
    case .preApproved: "pre-approved, no approval to wait for"
    case .typeNotInTarget: "of a type that the target does not name"
    case .riskNotInTarget: "of a risk that the target does not name"
    case .cannotBeRolledBack: "of a type that cannot be rolled back"
    case .noApproval: "no recorded approval with a time"
    case .notDeployed: "no recorded deployment"
    case .approvedAfterStart: "approved only after the start"
    case .approvedBeforeRequest: "approved before the request: the time would be negative"
    case .noRequest: "no recorded request with a time"
    case .requestedAfterDeployment: "requested after the deployment: the time would be negative"
    case .endsBeforeStart: "ended before the start"
    case .needsNoWindow: "an emergency, which needs no window"
    case .noWindows: "the policy has no windows that apply"
    case .windowAlwaysOpen: "in a window that is always open, which says nothing"
    case .calendarUnknown: "the windows or freezes that apply could not be read"
    case .noReviewDeadline: "the policy sets no deadline for the review"
    case .reviewNotDue: "the review is not due yet"
    case .notResolved: "not resolved"
    case .resolvedBeforeStart: "resolved before the start: the time would be negative"
    case .excludedBySettings: "left out by the settings, which say why"
    }
  }
}

/// A record that a figure leaves out.
package struct ExcludedRecord: Sendable, Hashable {
  package let id: String
  package let reason: ExclusionReason
}
