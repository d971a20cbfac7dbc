import Chronology
import PolicyReading
import Records
import SourceText

/// Approvals of which it is not certain that they were given before the work.
extension Change {
  /// The gaps that are left where only the approvals count that are certain to have been given: none
  /// where these are enough.
  func uncertainApprovals(in context: ObligationContext) -> [AuthorisationGap] {
    guard isDue(in: context) else { return [] }
    let start = context.startingAt ?? beginning?.value ?? context.asOf
    var gaps: [AuthorisationGap] = []
    var certain: [Approval] = []
    for approval in approvals {
      let isAhead =
        context.startingAt != nil && approval.at.map { context.asOf < $0.value } ?? false
      if isAhead || approval.days.contains(where: { $0.isAfter(start) }) {
        gaps.append(.datedAhead(approval))
      } else if approval.isUndated {
        gaps.append(.undated(approval))
      } else {
        certain.append(approval)
      }
    }
    if gaps.isEmpty { return [] }
    let need = rolesNeeded(besides: certain, in: context)
    return gaps.filter { $0.approval.map { need.contains($0.role.value) } ?? false }
  }

  /// The approvals that the change needs and of which the record says neither the instant nor the day, such
  /// as boxes: nobody knows whether they came before the work. None where the others are enough.
  package func approvalsOfUnknownTime(in context: ObligationContext) -> [Approval] {
    guard isDue(in: context) else { return [] }
    func isTimed(_ approval: Approval) -> Bool {
      approval.takesEffect(inEmergency: context.isEmergency) != nil || !approval.days.isEmpty
        // One that is still to be written down is a gap of its own.
        || approval.isVerbal
    }
    let untimed = approvals.filter { !isTimed($0) && $0.role.value != .governance }
    if untimed.isEmpty { return [] }
    let need = rolesNeeded(besides: approvals.filter(isTimed), in: context)
    return untimed.filter { need.contains($0.role.value) }
  }

  /// The roles that the change needs approvals of, where some approvals are not enough; none where they are.
  private func rolesNeeded(
    besides certain: [Approval], in context: ObligationContext
  ) -> Set<ApprovalRole> {
    let demand = context.approvalDemand(of: self)
    var roles = Set((demand?.alternatives ?? []).joined().map(\.role))
    var isEnough = demand?.isMet(by: certain) ?? true
    if owesReviews(in: context), !categories.isEmpty {
      let reviews = context.policy.reviewDemand(of: self)
      for (role, need) in [
        (ApprovalRole.technical, reviews.technical), (.security, reviews.security),
      ] where need.count > 0 {
        roles.insert(role)
        let given = Reviewers(certain.filter { $0.role.value == role })
        if given.count < need.count { isEnough = false }
      }
    }
    return isEnough ? [] : roles
  }
}

extension AuthorisationGap {
  /// The approval that it is about, where it is uncertain.
  fileprivate var approval: Approval? {
    switch self {
    case .datedAhead(let approval), .undated(let approval): approval
    default: nil
    }
  }
}
