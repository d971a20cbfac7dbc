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
      let text = approval.text
      let edit = record.edits.last { edit in
        // It may have come in with what cannot be read.
        if edit.kind == .added || !edit.fields.areRead { return true }
        return edit.changes.contains { $0.part == .approval && $0.added.contains(text) }
      }
      return ApprovalProof(
        approval: approval, edit: edit,
        finding: finding(approval, edit, of: change, in: history, people))
    }
  }

  private static func finding(
    _ approval: Approval, _ edit: RecordEdit?, of change: Change, in history: RegisterHistory,
    _ people: PeopleDirectory
  ) -> Finding {
    guard let edit, edit.fields.areRead, let commit = edit.commit,
      !(edit.kind == .added && edit.bringsInMany)
    else { return .unknown }
    let author = people.resolved(Identity(email: commit.author.email))
    guard author.row != nil else { return .unlisted }
    if approval.people.contains(where: { $0.coincides(with: author) }) { return .own }
    let listed = approval.people.filter { $0.row != nil && !PeopleDirectory.isBoard($0) }
    guard !listed.isEmpty, approval.role.value != .governance,
      !approval.people.contains(author), !approval.others.contains(author)
    else { return .nobodyListed }
    return .other(isParty: (change.requesters + change.implementers).contains(author))
  }
}
