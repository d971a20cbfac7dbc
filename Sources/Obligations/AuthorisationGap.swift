import Chronology
import Findings
import PolicyReading
import Records
import SourceText

/// Something that stands between a change and its authorisation.
package enum AuthorisationGap: Sendable {
  /// The approval that its type needs is not recorded.
  case approvalMissing(ChangeType)
  /// Fewer reviewers than the row of its category asks for.
  case reviewersMissing(ReviewShortfall)
  /// Who asked for the change, or makes it, approved it.
  case selfApproval(Approval, as: Party, asked: PolicyReference?)
  /// It began, or begins, before the last approval that it needs.
  case beforeApproval(EarlyStart)
  /// The day beside an approval comes only after the work has begun.
  case datedAhead(Approval)
  /// An entry of the front matter does not say when it was given, so that it may not have been yet.
  case undated(Approval)
  /// Of a pre-approved type, and nothing in the catalogue speaks of it.
  case notInCatalogue(ChangeType)
  case vote(VoteFault, ChangeType)
  /// Given by word of mouth and never written down.
  case verbalUndocumented(Approval)
  /// Somebody approved in a role that the list of people does not give them at that time; the place
  /// that names them.
  case roleNotHeld(Approval, by: Located<String>)
  /// Somebody approved whom the list of people does not have, so that nobody knows who they are.
  case approverUnlisted(Approval, by: Located<String>)
  /// The record does not say who asks for the change or who makes it, or not everybody, so that nobody can tell
  /// whether they approved it themselves.
  case partyUnnamed(Party)
  /// The record names no category of the review matrix, so that the reviewers it needs are not known.
  case categoryUnnamed
  /// The row of its category asks for a security review of what is security-relevant, and the record
  /// does not say whether it is.
  case relevanceUnsaid(ReviewRequirement)

  /// Who must not approve a change.
  package enum Party: String, Sendable, Hashable, CaseIterable { case requester, implementer }

  /// What is missing is not an approval but what tells which approvals are needed.
  package var isDoubt: Bool {
    switch self {
    case .partyUnnamed, .categoryUnnamed, .relevanceUnsaid, .approverUnlisted, .undated: true
    default: false
    }
  }

  /// In the order of their cases; of one case in the order of the record.
  package static func all(
    of change: Change, in context: ObligationContext
  ) -> [AuthorisationGap] {
    var gaps: [AuthorisationGap] = []
    if let type = context.type, change.lacksApproval(in: context) {
      gaps.append(.approvalMissing(type))
    }
    gaps += change.reviewShortfalls(in: context).map(AuthorisationGap.reviewersMissing)
    gaps += change.selfApprovals(in: context)
    if let early = EarlyStart(of: change, in: context) { gaps.append(.beforeApproval(early)) }
    gaps += change.uncertainApprovals(in: context)
    if let type = context.type, context.policy.lacksCatalogueRow(for: change, type: type) {
      gaps.append(.notInCatalogue(type))
    }
    if let type = context.type {
      gaps += VoteFault.all(of: change, type: type, in: context).map { .vote($0, type) }
    }
    for approval in change.approvals where approval.isVerbal && approval.documented == nil {
      gaps.append(.verbalUndocumented(approval))
    }
    gaps += change.rolesNotHeld(by: context.people)
    // Where neither is named after the fact, the auditor's question after who made it says so.
    if change.isAuthorised(in: context),
      context.startingAt != nil || !change.requesters.isEmpty || !change.implementers.isEmpty
        || !change.hasHappened
    {
      if change.requesters.isEmpty || change.hasUnnamedRequesters {
        gaps.append(.partyUnnamed(.requester))
      }
      if change.implementers.isEmpty || change.hasUnnamedImplementers {
        gaps.append(.partyUnnamed(.implementer))
      }
    }
    // What is pre-approved is named by its row of the catalogue.
    let isNamed = change.categories.contains {
      context.policy.reviewRow(of: $0.value) != nil
        || context.type?.isStandard == true || context.type?.isGoverned == true
    }
    if !isNamed, !context.policy.policy.reviewMatrix.isEmpty, change.isDue(in: context),
      change.owesReviews(in: context)
    {
      gaps.append(.categoryUnnamed)
    }
    if let row = change.rowWithUnsaidRelevance(in: context) { gaps.append(.relevanceUnsaid(row)) }
    return gaps
  }
}

extension Change {
  /// Whether the approval of its type is owed and not recorded.
  func lacksApproval(in context: ObligationContext) -> Bool {
    guard let type = context.type, let demand = context.approvalDemand(of: self) else {
      return false
    }
    if type.isGoverned {
      guard isDue(in: context), runtime?.voting == nil else { return false }
    } else {
      guard owesEvidence(in: context) else { return false }
    }
    return !demand.isMet(by: approvals)
  }

  /// Whether somebody other than its requester and implementer has to approve it by now.
  fileprivate func isAuthorised(in context: ObligationContext) -> Bool {
    guard isDue(in: context) else { return false }
    if context.type?.isGoverned == true { return false }
    return context.approvalDemand(of: self) != nil || !approvals.isEmpty
      || !context.policy.policy.reviewMatrix.isEmpty
  }

  /// A row that asks for a security review where the record would say that it is needed, and says
  /// neither that it is nor that it is not.
  fileprivate func rowWithUnsaidRelevance(in context: ObligationContext) -> ReviewRequirement? {
    guard isSecurityRelevant == nil, isDue(in: context), owesReviews(in: context),
      !approvals.contains(where: { $0.role.value == .security })
    else { return nil }
    return categories.lazy.compactMap { context.policy.reviewRow(of: $0.value) }.first {
      $0.securityReview == .ifRelevant
    }
  }

  fileprivate func rolesNotHeld(by people: PeopleDirectory) -> [AuthorisationGap] {
    if people.isEmpty { return [] }
    return approvals.flatMap { approval in
      approval.people.compactMap { person -> AuthorisationGap? in
        guard let by = approval.by else { return nil }
        switch people.holds(approval.role.value, person, at: approval.at?.value) {
        case .no: return .roleNotHeld(approval, by: by)
        case .unlisted: return .approverUnlisted(approval, by: by)
        case .yes, .unknown: return nil
        }
      }
    }
  }

  fileprivate func selfApprovals(in context: ObligationContext) -> [AuthorisationGap] {
    guard !approvals.isEmpty, requester != nil || implementer != nil else { return [] }
    // A vote belongs to all validators.
    return approvals.filter { $0.role.value != .governance }.compactMap {
      approval -> AuthorisationGap? in
      let party: AuthorisationGap.Party
      let named = approval.people + approval.others
      func signs(as party: AuthorisationGap.Party) -> Bool {
        named.contains { $0.isNamed(after: party.rawValue) }
      }
      if named.share(with: requesters) || signs(as: .requester) {
        party = .requester
      } else if named.share(with: implementers) || signs(as: .implementer) {
        party = .implementer
      } else {
        return nil
      }
      return .selfApproval(
        approval, as: party, asked: reference(for: approval.role.value, in: context))
    }
  }

  /// The row that asks for an approval: the matrix for reviews, the type for the rest.
  private func reference(
    for role: ApprovalRole, in context: ObligationContext
  ) -> PolicyReference? {
    let demand = context.policy.reviewDemand(of: self)
    let row: ReviewRequirement? =
      switch role {
      case .technical: demand.technical.row
      case .security: demand.security.row
      default: nil
      }
    return row?.reference ?? context.type?.reference
  }
}
