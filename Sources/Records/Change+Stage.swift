import Chronology
import SourceText

extension Change {
  /// Where the change stands at an instant, by what is on record of it; `isGoverned` for a type
  /// that is approved by a governance vote.
  ///
  /// A change that was called off or rolled back stays so after it is closed: how it ended says
  /// more than that it ended.
  package func stage(isGoverned: Bool, isPreApproved: Bool, asOf: Instant) -> WorkflowStage {
    switch outcome?.value {
    case .rejected: return .rejected
    case .cancelled: return .cancelled
    case .rolledBack: return .rolledBack
    case .aborted where !hasStarted: return .cancelled
    default: break
    }
    if closed != nil { return .closed }
    if isGoverned { return governedStage(asOf: asOf) }
    if deployed != nil || rollback?.at != nil { return .verifying }
    if started != nil { return .inProgress }
    let isApproved = isPreApproved || approvals.contains { $0.role.value.decides }
    if isApproved { return scheduled == nil ? .approved : .scheduled }
    return approvals.isEmpty ? .requested : .reviewed
  }

  /// The way of a change of the chain itself.
  private func governedStage(asOf: Instant) -> WorkflowStage {
    if deployed != nil { return .verification }
    if let runtime {
      if let enacted = runtime.enacted, enacted.value <= asOf { return .migration }
      if let end = runtime.voting?.to, end.value <= asOf { return .enactment }
      if let start = runtime.voting?.from, start.value <= asOf { return .voting }
      if runtime.proposal != nil || runtime.voting != nil { return .proposal }
    }
    return started == nil ? .development : .migration
  }

  /// Work on production has begun and no outcome is on record.
  package var isInFlight: Bool { hasStarted && outcome == nil && closed == nil }
}

extension ApprovalRole {
  /// It decides on a change, where the others review it.
  package var decides: Bool {
    switch self {
    case .advisoryBoard, .emergencyBoard, .governance, .engineeringLead: true
    case .technical, .security, .architecture, .operations: false
    }
  }
}
