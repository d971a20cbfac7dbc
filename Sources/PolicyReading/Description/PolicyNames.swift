import Chronology

/// The names of values in `changebook.policy/2`.

extension ChangeType.Approval {
  var name: String {
    switch self {
    case .preApproved: "pre-approved"
    case .nobody: "none"
    case .advisoryBoard: "cab"
    case .emergencyBoard: "emergency-cab"
    case .governanceVote: "governance-vote"
    case .roles: "other"
    }
  }
}

extension ChangeType.LeadTime {
  var name: String {
    switch self {
    case .immediate: "immediate"
    case .sameDay: "same-day"
    case .days: "days"
    case .businessDays: "business-days"
    case .seconds: "seconds"
    case .votingPeriod: "voting-period"
    }
  }
}

extension ReviewRequirement.SecurityReview {
  var name: String {
    switch self {
    case .yes: "yes"
    case .no: "no"
    case .ifRelevant: "if-relevant"
    }
  }
}

extension TestingMatrix.Requirement {
  var name: String {
    switch self {
    case .required: "required"
    case .recommended: "recommended"
    case .optional: "optional"
    case .none: "none"
    }
  }
}

extension MonthDay {
  /// `--12-20`, a day of every year as in XML Schema and vCard.
  var iso8601: String { "--\(twoDigits(month))-\(twoDigits(day))" }
}
