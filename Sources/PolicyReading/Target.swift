import Chronology
import Findings

/// A row of the table of metrics.
package struct Target: Sendable {
  /// As the policy writes it.
  package let metric: String
  /// The figure that it sets a target for; nil where it is none that changebook computes.
  package let figure: FigureName?
  package let comparison: Comparison
  package let bound: Bound
  /// The cell as written.
  package let text: String
  /// The types named in brackets, `<2 hours (normal)`; empty for all.
  package let types: [String]
  package let measurement: String
  package let reference: PolicyReference

  package enum Comparison: String, Sendable, Hashable {
    case above = ">"
    case atLeast = "≥"
    case below = "<"
    case atMost = "≤"
  }

  package enum Bound: Sendable, Hashable {
    case share(Ratio)
    /// In seconds.
    case duration(Int64)
  }
}

/// The figures that a policy's table of metrics can name.
package enum FigureName: String, Sendable, Hashable, CaseIterable {
  case changeSuccessRate = "change_success_rate"
  case emergencyChangeRate = "emergency_change_rate"
  case meanTimeToDeploy = "mean_time_to_deploy"
  case rollbackRate = "rollback_rate"
}

/// A row of the policy's history.
package struct PolicyVersion: Sendable {
  package let version: String
  package let date: CivilDay?
  package let author: String
  package let changes: String
  package let reference: PolicyReference
}
