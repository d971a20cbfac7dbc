import Chronology
import PolicyReading
import Records
import SourceText

/// Why nobody can tell from a record whether its change was authorised by the right people before the work.
package enum AuthorisationDoubt: Sendable {
  /// An approval that is needed says nothing of when it was given.
  case time(Approval)
  /// Whose an approval is, or who must not have given it.
  case person(AuthorisationGap)
  /// Which approvals are needed.
  case need(AuthorisationGap)

  /// It leaves open whether the approvals came before the work.
  package var isOfTime: Bool { if case .time = self { true } else { false } }

  /// It leaves open whether somebody else approved.
  package var isOfPersons: Bool {
    switch self {
    case .time, .person: true
    case .need: false
    }
  }

  /// A clause.
  package var words: String {
    switch self {
    case .time(let approval):
      "nobody knows when the \(approval.role.value.title)\(approval.by.map { " of \($0.value)" } ?? "") was given"
    case .person(.approverUnlisted(_, let by)): "nobody of the list of people is \(by.value)"
    case .person(.partyUnnamed(let party)): "the record does not name its \(party.rawValue)"
    case .need(.relevanceUnsaid): "the record does not say whether it is security-relevant"
    case .person, .need: "the reviewers that it needs are not known"
    }
  }
}

extension ObligationContext {
  /// In the order of its gaps, then of the approvals.
  package func authorisationDoubts(of change: Change) -> [AuthorisationDoubt] {
    let gaps = AuthorisationGap.all(of: change, in: self).compactMap { gap -> AuthorisationDoubt? in
      switch gap {
      case .partyUnnamed, .approverUnlisted: .person(gap)
      case .categoryUnnamed, .relevanceUnsaid: .need(gap)
      // It is told with those that boxes give.
      case .undated, .approvalMissing, .reviewersMissing, .selfApproval, .beforeApproval,
        .datedAhead,
        .notInCatalogue, .vote, .verbalUndocumented, .roleNotHeld:
        nil
      }
    }
    return gaps + change.approvalsOfUnknownTime(in: self).map(AuthorisationDoubt.time)
  }
}
