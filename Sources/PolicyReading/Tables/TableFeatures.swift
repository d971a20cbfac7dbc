extension TableKey {
  /// What does not work without the table.
  var features: String {
    switch self {
    case .types: "change types, their approvals and lead times, and what is asked of each type"
    case .risks: "risk levels of records"
    case .preApproved: "the check that a Standard change is pre-approved"
    case .requiredFields: "the check for required information"
    case .reviewMatrix: "the check for enough reviewers and for the security review"
    case .testingMatrix: "the check for test evidence"
    case .environments: "the list of environments"
    case .windows: "deployment windows in the calendar and the gate: every time counts as open"
    case .freezes: "freezes of the policy in the calendar and the gate"
    case .targets: "targets and verdicts of the figures"
    case .controls: "the compliance pages"
    case .versions: "the policy's history"
    }
  }
}

/// A statement of the policy outside its tables.
package enum ClauseKey: String, Sendable, Hashable, CaseIterable {
  case reviewDeadline = "post-implementation review"
  case retention
  case voteThreshold = "vote threshold"
  case reporting = "reporting"
  case template = "record template"

  /// What does not work without it.
  var features: String {
    switch self {
    case .reviewDeadline: "deadlines of post-implementation reviews"
    case .retention: "the retention period and the check for deleted records"
    case .voteThreshold: "the check of governance votes"
    case .reporting: "the audience of the reports"
    case .template: "new records, and the check for text left from the template"
    }
  }
}
