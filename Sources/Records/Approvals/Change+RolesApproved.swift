import Chronology
import SourceText

extension Change {
  /// The roles in which named people, who are neither its requester nor its implementer, had approved
  /// it by an instant. An approval without a time counts, and so do all where the instant is not
  /// known.
  package func rolesApproved(by instant: Instant?) -> [ApprovalRole] {
    approvals.compactMap { approval in
      guard approval.others.isEmpty, approval.role.value.isBoard || !approval.people.isEmpty,
        !approval.people.share(with: requesters), !approval.people.share(with: implementers)
      else { return nil }
      let given = approval.isVerbal ? approval.documented : approval.at
      if approval.isVerbal, given == nil { return nil }
      if let given, let instant, instant < given.value { return nil }
      return approval.role.value
    }
  }
}
