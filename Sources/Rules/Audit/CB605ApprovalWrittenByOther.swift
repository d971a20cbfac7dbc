import Findings
import History
import Obligations
import PolicyReading
import Records
import SourceText

/// CB605: an approval was written by somebody else than it names.
package enum ApprovalWrittenByOther: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 605, title: "an approval was written by somebody else", severity: .warning,
    enforces: "Change types and review requirements",
    explanation: """
      An approval proves itself where the commit that brings it in is by whom it names. `content/people.md`
      says whose address a commit has; where that is somebody else of the list, the approval is a
      report of one. Written by the requester or the implementer it is a breach: they say themselves
      that they were approved.

      Nothing is said of boards, which have no address, of votes, of addresses that the list does not
      have, and of a commit that brings in more than twenty records at once.

      git's history says so. Without a repository, or in a clone without
      the older commits, the rule is off, and the pages and `changebook check` say that it is.
      """,
    wrong: """
      # in a commit of dev@example.org, who is @rpc-dev
      requester: "@rpc-dev"
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
      """,
    right: """
      # in a commit of lead@example.org, who is @runtime-lead
      requester: "@rpc-dev"
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
      """, asksHistory: true)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    guard context.history.isJudged else { return [] }
    return ApprovalProof.all(of: change, in: context.history, context.demands.people)
      .compactMap { proof in
        guard case .other(let isParty) = proof.finding, let edit = proof.edit,
          let commit = edit.commit, context.history.isEvidence(edit)
        else { return nil }
        let approval = proof.approval
        return finding(
          "the \(approval.role.value.title) of \(approval.by?.value ?? "somebody") was written "
            + (isParty ? "by the change's own requester or implementer, " : "by somebody else, ")
            + commit.source(context.demands.people),
          help: "let \(approval.by?.value ?? "the approver") commit it, or mend the addresses in "
            + "content/people.md",
          at: approval.by?.place ?? approval.place, policy: context.type?.reference,
          severity: isParty ? .breach : nil)
      }
  }
}
