import Chronology
import Findings
import Obligations
import PolicyReading
import Records
import SourceText

/// CB307: enacted without a vote that carries it.
package enum VoteNotCarried: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 307, title: "vote below the threshold, or not ended before enactment",
    severity: .breach, enforces: "Governance vote",
    explanation: """
      A change that the validators decide is carried by the share of the votes that the policy
      names. `2/3+` of 90 votes are 60: shares are compared as whole numbers, never rounded. The
      vote has to be over when the change is enacted (`runtime: {enacted: …}`, else `started:`,
      else `deployed:`).

      The rule looks at changes that went ahead; a proposal that was voted down and rejected is
      just what the vote is for.
      """,
    wrong: """
      ---
      type: Runtime Upgrade
      category: runtime upgrade
      runtime:
        spec_version: 118
        wasm_hash: "0x5d1c"
        changelog: docs/118.md
        migration_notes: none needed
        voting: {from: 2026-03-03T08:00Z, to: 2026-03-07T08:00Z, aye: 59, nay: 31}
      ---
      """,
    right: """
      ---
      type: Runtime Upgrade
      category: runtime upgrade
      runtime:
        spec_version: 118
        wasm_hash: "0x5d1c"
        changelog: docs/118.md
        migration_notes: none needed
        voting: {from: 2026-03-03T08:00Z, to: 2026-03-07T08:00Z, aye: 60, nay: 30}
      ---
      """)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    context.obligations.authorisation.compactMap { finding(for: $0, in: context.policy) }
  }

  static func finding(for gap: AuthorisationGap, in policy: PolicyIndex) -> Finding? {
    guard case .vote(let fault, let type) = gap else { return nil }
    let clause = policy.policy.voteThreshold?.reference
    switch fault {
    case .resultMissing(let voting):
      return finding(
        "the vote's result is not recorded", help: "add `aye:` and `nay:`, numbers of votes",
        at: voting.place, policy: clause ?? type.reference)
    case .impossible(let aye, let nay):
      return finding(
        "\(aye.value) for and \(nay.value) against are no numbers of votes",
        help: "give both as whole numbers from 0", at: aye.place, policy: clause)
    case .notCarried(let aye, let cast, let threshold):
      return finding(
        cast == 0
          ? "no vote was cast" : "\(aye.value) of \(cast) votes carry less than the threshold",
        help: "the policy requires \(threshold.value.text)", at: aye.place,
        policy: threshold.reference)
    case .endMissing(let voting):
      return finding(
        "the end of the vote is not recorded", help: "add `to:`, an instant", at: voting.place,
        policy: type.reference)
    case .stillOpen(let end):
      return finding(
        "the vote does not end before \(end.value.rfc3339)",
        help: "enact it after the vote has ended", at: end.place, policy: type.reference)
    case .endedAfter(let enactment, let end):
      return finding(
        "the vote ended after the enactment of \(enactment.rfc3339)",
        help: "enact what the vote has decided, after it ends", at: end.place,
        policy: type.reference)
    }
  }
}
