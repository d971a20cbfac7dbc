import Chronology
import PolicyReading
import Records
import SourceText

/// What the obligations of a change are worked out from, besides the change itself.
package struct ObligationContext: Sendable {
  /// The policy that judges the change.
  package let policy: PolicyIndex
  /// The row of its type, where the type is known.
  package let type: ChangeType?
  package let asOf: Instant
  /// The instant at which the work is about to begin, whatever the record says of its beginning;
  /// nil to judge the record as it stands.
  package let startingAt: Instant?
  /// Who may approve as what, where the site says so.
  package let people: PeopleDirectory

  package init(
    _ change: Change, policy: PolicyIndex, people: PeopleDirectory, asOf: Instant,
    startingAt: Instant? = nil
  ) {
    self.policy = policy
    self.people = people
    self.asOf = asOf
    self.startingAt = startingAt
    type = change.type.flatMap { policy.type(named: $0.value) }
  }

  package var isEmergency: Bool { type?.isEmergency ?? false }

  /// Whether the policy requires a field of the change; where its type is not known, whether it
  /// requires it of every type.
  package func requires(_ field: RequiredField) -> Bool {
    if let type { return field.isRequired(for: type.name) }
    return field.requiredFor == .all
  }

  /// The approval that the change's type needs; nil where it needs none or is not known.
  func approvalDemand(of change: Change) -> ApprovalDemand? {
    type.flatMap {
      ApprovalDemand(
        $0.approval, risk: change.risk?.value,
        isSecurityRelevant: change.isSecurityRelevant?.value ?? false)
    }
  }
}
