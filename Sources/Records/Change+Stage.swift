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
    if isPast(closed, asOf) { return .closed }
    if isGoverned { return governedStage(asOf: asOf) }
    if isPast(deployed, asOf) || isPast(rollback?.at, asOf) { return .verifying }
    if isPast(started, asOf) { return .inProgress }
    let isApproved = isPreApproved || approvals.contains { $0.role.value.decides }
    if isApproved { return scheduled == nil ? .approved : .scheduled }
    return approvals.isEmpty ? .requested : .reviewed
  }

  /// The way of a change of the chain itself.
  private func governedStage(asOf: Instant) -> WorkflowStage {
    if isPast(deployed, asOf) { return .verification }
    if isPast(runtime?.enacted, asOf) || isPast(started, asOf) { return .migration }
    guard let runtime else { return .development }
    if isPast(runtime.voting?.to, asOf) { return .enactment }
    if isPast(runtime.voting?.from, asOf) { return .voting }
    return runtime.proposal == nil && runtime.voting == nil ? .development : .proposal
  }

  /// Work on production has begun and no outcome is on record.
  package func isInFlight(asOf: Instant) -> Bool {
    (isPast(started, asOf) || isPast(deployed, asOf) || isPast(rollback?.at, asOf))
      && outcome == nil && !isPast(closed, asOf)
  }

  private func isPast(_ instant: Located<Instant>?, _ asOf: Instant) -> Bool {
    instant.map { $0.value <= asOf } ?? false
  }
}

extension ApprovalRole {
  /// It decides on a change, where the others review it.
  package var decides: Bool {
    switch self {
    case .advisoryBoard, .emergencyBoard, .governance, .engineeringLead: true
    case .technical, .security, .architecture, .operations: false
    // A policy that names a role of its own has it approve the type.
    case .named: true
    }
  }
}
