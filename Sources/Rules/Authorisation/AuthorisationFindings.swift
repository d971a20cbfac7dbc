import Calendar
import Chronology
import Findings
import Obligations
import PolicyReading
import Records

/// Something that stands between a change and its authorisation, with the words of its rule.
package struct AuthorisationFinding: Sendable {
  package let gap: AuthorisationGap
  /// With the waiver that covers it. Its severity is the rule's own.
  package let finding: Finding
}

/// What stands between a change and the start of its work at an instant: what of its authorisation
/// the record does not hold by then, in the order of `Finding.inOrder`. The severities of the
/// settings have no part in it.
///
/// A spoken word is enough for an emergency to begin, so that it is not asked whether it was written
/// down.
///
/// - Parameter asOf: When it is asked; an approval of a later instant is not certain to come.
package func authorisationFindings(
  of change: Change, startingAt instant: Instant, by policy: PolicyIndex,
  people: PeopleDirectory, asOf: Instant? = nil
) -> [AuthorisationFinding] {
  let context = ObligationContext(
    change, policy: policy, people: people, asOf: asOf ?? instant, startingAt: instant)
  let waivers = WaiverIndex(
    [change], asOf: min(asOf ?? instant, instant), until: max(asOf ?? instant, instant))
  return AuthorisationGap.all(of: change, in: context).compactMap { gap in
    if case .verbalUndocumented = gap, context.isEmergency { return nil }
    guard var finding = gap.finding(of: change, in: context) else { return nil }
    finding.record = change.id
    return AuthorisationFinding(gap: gap, finding: waivers.applied(to: finding))
  }.sorted { Finding.inOrder($0.finding, $1.finding) }
}

extension AuthorisationGap {
  /// The words of the rule that the gap breaks.
  func finding(of change: Change, in context: ObligationContext) -> Finding? {
    switch self {
    case .approvalMissing: ApprovalMissing.finding(for: self, of: change)
    case .reviewersMissing(let shortfall):
      shortfall.kind == .technical
        ? TooFewTechnicalReviewers.finding(for: self) : TooFewSecurityReviewers.finding(for: self)
    case .selfApproval: SelfApproval.finding(for: self, of: change)
    case .beforeApproval, .datedAhead: StartedBeforeApproval.finding(for: self)
    case .notInCatalogue: NotPreApproved.finding(for: self, of: change, in: context.policy)
    case .vote: VoteNotCarried.finding(for: self, in: context.policy)
    case .verbalUndocumented: VerbalApprovalUndocumented.finding(for: self, in: context)
    case .roleNotHeld: RoleNotHeld.finding(for: self)
    case .partyUnnamed, .categoryUnnamed, .relevanceUnsaid, .approverUnlisted, .undated:
      AuthorisationUnclear.finding(for: self, of: change, in: context.policy)
    }
  }
}
