import Records
import SourceText

/// Whether an approval was written by whom it names, as far as git can tell: by the address of the
/// commit that brought it in, and by whom the list of people has under that address.
package struct ApprovalProof: Sendable {
  package let approval: Approval
  /// What brought it in; nil where that is not known.
  package let edit: RecordEdit?
  package let finding: Finding

  package enum Finding: Sendable, Hashable {
    /// By somebody whom it names.
    case own
    /// By somebody else of the list; the requester or the implementer may be that.
    case other(isParty: Bool)
    /// By an address that the list does not have.
    case unlisted
    /// By somebody whom it names, as the commit has it, which somebody else of the list made.
    case committedByOther
    /// It names a board, or nobody whom the list has, so that no address is theirs.
    case nobodyListed
    /// No commit says, or none that counts.
    case unknown
  }

  package static func all(
    of change: Change, in history: RegisterHistory, _ people: PeopleDirectory
  ) -> [ApprovalProof] {
    guard let record = history.of(change) else { return [] }
    return change.approvals.map { approval in
      let edit = record.origin(of: approval)
      return ApprovalProof(
        approval: approval, edit: edit,
        finding: finding(approval, edit, of: change, in: history, people))
    }
  }

  private static func finding(
    _ approval: Approval, _ edit: RecordEdit?, of change: Change, in history: RegisterHistory,
    _ people: PeopleDirectory
  ) -> Finding {
    guard let edit, let commit = edit.commit,
      !(edit.kind == .added && edit.bringsInMany)
    else { return .unknown }
    let author = people.resolved(Identity(email: commit.author.email))
    guard author.row != nil else { return .unlisted }
    if approval.people.contains(where: { $0.coincides(with: author) }) {
      let committer = people.resolved(Identity(email: commit.committer.email))
      return committer.row == nil || committer.coincides(with: author) ? .own : .committedByOther
    }
    let listed = approval.people.filter { $0.row != nil && !PeopleDirectory.isBoard($0) }
    guard !listed.isEmpty, approval.role.value != .governance,
      !approval.people.contains(author), !approval.others.contains(author)
    else { return .nobodyListed }
    return .other(isParty: (change.requesters + change.implementers).contains(author))
  }
}

extension RecordHistory {
  /// What brought an approval in; nil where that may have been a commit of which the texts are not known.
  fileprivate func origin(of approval: Approval) -> RecordEdit? {
    let text = approval.text
    return origin { edit in
      edit.changes.contains { $0.part == .approval && $0.added.contains(text) }
    }
  }

  /// What brought an instant in; nil as for an approval.
  package func origin(of instant: DeclaredInstant) -> RecordEdit? {
    origin { $0.declares(instant) }
  }

  /// The newest edit that did something, or that began the record; nil where one that is not known comes
  /// before it on the way back.
  private func origin(_ did: (RecordEdit) -> Bool) -> RecordEdit? {
    for edit in edits.reversed() {
      if !edit.fields.areRead { return nil }
      if edit.kind == .added || did(edit) { return edit }
    }
    return nil
  }
}
