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
  /// A board, a vote or roles decide on a change of its type and risk.
  let isAsked: Bool
  private let instants: [Instant]
  /// Those that decide on a change of its type; of a type that asks for none, all.
  private let deciding: [Instant]

  /// - Parameters:
  ///   - type: The row of the policy that judges the change.
  ///   - asOf: What was given later has not been given.
  init(_ change: Change, type: ChangeType?, asOf: Instant) {
    let demand = type.flatMap {
      ApprovalDemand(
        $0.approval, risk: change.risk?.value,
        isSecurityRelevant: change.isSecurityRelevant?.value ?? true)
    }
    isAsked = demand != nil
    let asked = demand.map { $0.alternatives.flatMap { $0.map(\.role) } } ?? []
    let isEmergency = type?.isEmergency ?? false
    func given(_ isWanted: (ApprovalRole) -> Bool) -> [Instant] {
      change.approvals.compactMap { approval in
        isWanted(approval.role.value) ? approval.takesEffect(inEmergency: isEmergency) : nil
      }.filter { $0 <= asOf }
    }
    instants = given { role in
      asked.isEmpty || asked.contains(role) || role == .technical || role == .security
    }
    deciding = asked.isEmpty ? instants : given { asked.contains($0) }
  }

  /// The last one that was given by an instant. Nil where those who decide had given none by then: a
  /// review alone is no approval to run.
  func last(by instant: Instant?) -> Instant? {
    guard let instant else { return deciding.isEmpty ? nil : instants.max() }
    guard deciding.contains(where: { $0 <= instant }) else { return nil }
    return instants.filter { $0 <= instant }.max()
  }

  /// Those who decide gave theirs, and only after an instant.
  func areLate(for instant: Instant?) -> Bool { last(by: instant) == nil && !deciding.isEmpty }
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
