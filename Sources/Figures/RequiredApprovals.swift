import Chronology
import Obligations
import PolicyReading
import Records
import SourceText

/// The approvals of a change that somebody has to give, each with the instant from which it counts.
///
/// Those of the board, vote or roles that its type asks for, and those of the technical and security
/// reviewers; of a type that asks for none, or that the policy does not know, all of them.
struct RequiredApprovals {
  private let instants: [Instant]

  /// - Parameters:
  ///   - type: The row of the policy that judges the change.
  ///   - asOf: What was given later has not been given.
  init(_ change: Change, type: ChangeType?, asOf: Instant) {
    let demand = type.flatMap {
      ApprovalDemand(
        $0.approval, isSecurityRelevant: change.isSecurityRelevant?.value ?? true)
    }
    let asked = demand.map { $0.alternatives.flatMap { $0 } } ?? []
    let isEmergency = type?.isEmergency ?? false
    instants = change.approvals.compactMap { approval in
      let role = approval.role.value
      guard asked.isEmpty || asked.contains(role) || role == .technical || role == .security
      else { return nil }
      return approval.takesEffect(inEmergency: isEmergency)
    }.filter { $0 <= asOf }
  }

  /// The last one that was given by an instant; of all without one. Nil where none was.
  func last(by instant: Instant?) -> Instant? {
    instants.filter { given in instant.map { given <= $0 } ?? true }.max()
  }
}

extension Outcome {
  /// The change was called off, before its start or after it.
  var callsOff: Bool {
    switch self {
    case .aborted, .cancelled, .rejected: true
    case .successful, .successfulWithIssues, .failed, .rolledBack: false
    }
  }
}
