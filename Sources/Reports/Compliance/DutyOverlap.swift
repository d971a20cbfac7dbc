import History
import PolicyReading
import Records
import SourceText

/// Who had which part in a change, and which parts one person had two of.
package struct DutyRow: Sendable {
  package let change: Change
  /// As the record names them, in one text each.
  package let requesters: [String]
  package let implementers: [String]
  package let approvers: [String]
  /// Authors of the commits that wrote the record, as the list of people has them, those of approvals too.
  package let committers: [String]
  package let overlaps: [DutyOverlap]
}

/// Two parts that one person had. A requester who implements is none that a policy forbids; it is shown
/// all the same.
package enum DutyOverlap: String, Sendable, Hashable, CaseIterable {
  case requesterImplements = "requester is implementer"
  case requesterApproves = "requester is approver"
  case implementerApproves = "implementer is approver"
  case committerApproves = "committer is approver"
  case committerRequests = "committer is requester"
  case committerImplements = "committer is implementer"
}

extension Register {
  /// The parts that people had in the changes that were begun, in the order of the register.
  package func duties(_ history: RegisterHistory) -> [DutyRow] {
    changes.filter(\.hasStarted).map { change in
      let approvers = change.approvals.flatMap(\.people).filter { !PeopleDirectory.isBoard($0) }
      // One name may have several addresses, and each of them may be somebody's. Who commits an approval and
      // nothing else has no other part by that.
      let edits = history.of(change)?.edits ?? []
      let authors = edits.compactMap { $0.commit?.author }
      let written = edits.filter { !$0.isApprovalAlone }.compactMap { $0.commit?.author.email }
        .uniqued.map { people.resolved(Identity(email: $0)) }
      func share(_ a: [Identity], _ b: [Identity]) -> Bool {
        a.contains { one in b.contains { one.isSame(as: $0) } }
      }
      // Of an address no more is known than that it is somebody's, or nobody's of the list.
      func wrote(_ parties: [Identity]) -> Bool {
        written.contains { one in parties.contains { one.coincides(with: $0) } }
      }
      let overlaps = DutyOverlap.allCases.filter { overlap in
        switch overlap {
        case .requesterImplements: share(change.requesters, change.implementers)
        case .requesterApproves: share(change.requesters, approvers)
        case .implementerApproves: share(change.implementers, approvers)
        case .committerApproves: wrote(approvers)
        case .committerRequests: wrote(change.requesters)
        case .committerImplements: wrote(change.implementers)
        }
      }
      return DutyRow(
        change: change, requesters: [change.requester?.value].compactMap(\.self),
        implementers: [change.implementer?.value].compactMap(\.self),
        approvers: change.approvals.compactMap { $0.by?.value }.uniqued,
        committers: authors.map { people.title(email: $0.email) ?? $0.title }.uniqued,
        overlaps: overlaps)
    }
  }
}
