import Chronology
import Findings
import SourceText

/// A row of the table of metrics.
package struct Target: Sendable {
  /// As the policy writes it.
  package let metric: String
  /// The figure that it sets a target for; nil where it is none that changebook computes.
  package let figure: FigureName?
  package let comparison: Comparison
  package let bound: Bound
  /// What of a list of times is compared; of other figures nothing else can be.
  package let statistic: Statistic
  /// The cell as written.
  package let text: String
  /// The types named in brackets, `<2 hours (normal)`; empty for all.
  package let types: [String]
  /// The risk levels named there; empty for all.
  package let risks: [String]
  package let measurement: String
  package let reference: PolicyReference

  package init(
    metric: String, figure: FigureName?, comparison: Comparison, bound: Bound,
    statistic: Statistic = .mean, text: String, types: [String], risks: [String] = [],
    measurement: String, reference: PolicyReference
  ) {
    self.metric = metric
    self.figure = figure
    self.comparison = comparison
    self.bound = bound
    self.statistic = statistic
    self.text = text
    self.types = types
    self.risks = risks
    self.measurement = measurement
    self.reference = reference
  }

  package enum Comparison: String, Sendable, Hashable, CaseIterable {
    case above = ">"
    case atLeast = "≥"
    case below = "<"
    case atMost = "≤"
  }

  package enum Bound: Sendable, Hashable {
    case share(Ratio)
    /// In seconds.
    case duration(Int64)
    /// So many in seven days.
    case perWeek(Ratio)
  }

  package enum Statistic: String, Sendable, Hashable, CaseIterable {
    case mean, median
  }
}

/// The figures that a policy's table of metrics can name: all that are computed.
package enum FigureName: String, Sendable, Hashable, CaseIterable {
  case changeSuccessRate = "change_success_rate"
  case emergencyChangeRate = "emergency_change_rate"
  case meanTimeToDeploy = "mean_time_to_deploy"
  case rollbackRate = "rollback_rate"
  case lenientSuccessRate = "lenient_change_success_rate"
  case changeFailureRate = "change_failure_rate"
  case reversibleRollbackRate = "reversible_rollback_rate"
  case reworkRate = "rework_rate"
  case deploymentFrequency = "deployment_frequency"
  case leadTime = "lead_time"
  case approvalWait = "approval_wait"
  case startWait = "start_wait"
  case workTime = "work_time"
  case windowTimeToDeploy = "window_time_to_deploy"
  case timeToRestore = "time_to_restore"
  case windowShare = "window_share"
  case freezeRate = "freeze_rate"
  case completenessRate = "completeness_rate"
  case populationCompleteness = "population_completeness"
  case noApprovalRate = "no_approval_rate"
  case waivedBreachRate = "waived_breach_rate"
  case reviewsInTime = "reviews_in_time"
  case deploymentCompleteness = "deployment_completeness"

  /// What its values are.
  package enum Measure: Sendable, Hashable { case share, duration, number }

  package var measure: Measure {
    switch self {
    case .meanTimeToDeploy, .leadTime, .approvalWait, .startWait, .workTime, .windowTimeToDeploy,
      .timeToRestore:
      .duration
    case .deploymentFrequency: .number
    case .changeSuccessRate, .emergencyChangeRate, .rollbackRate, .lenientSuccessRate,
      .changeFailureRate, .reversibleRollbackRate, .reworkRate, .windowShare, .freezeRate,
      .completenessRate, .populationCompleteness, .noApprovalRate, .waivedBreachRate,
      .reviewsInTime, .deploymentCompleteness:
      .share
    }
  }

  /// More of it is better: so a bare value, `90 min`, is read.
  package var isBetterHigher: Bool {
    switch self {
    case .changeSuccessRate, .lenientSuccessRate, .deploymentFrequency, .windowShare,
      .completenessRate, .populationCompleteness, .noApprovalRate, .reviewsInTime,
      .deploymentCompleteness:
      true
    case .emergencyChangeRate, .meanTimeToDeploy, .rollbackRate, .changeFailureRate,
      .reversibleRollbackRate, .reworkRate, .leadTime, .approvalWait, .startWait, .workTime,
      .windowTimeToDeploy, .timeToRestore, .freezeRate, .waivedBreachRate:
      false
    }
  }
}

extension Target.Bound {
  package var measure: FigureName.Measure {
    switch self {
    case .share: .share
    case .duration: .duration
    case .perWeek: .number
    }
  }
}

/// A row of the policy's history.
package struct PolicyVersion: Sendable {
  package let version: String
  package let date: CivilDay?
  package let author: String
  package let changes: String
  /// A cell, or a remark beside the version, that says that it does not hold; nil where none does.
  let state: Located<String>?
  package let reference: PolicyReference
}
