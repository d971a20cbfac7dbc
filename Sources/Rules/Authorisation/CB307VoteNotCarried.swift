import Chronology
import Findings
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
    guard let type = context.type, type.isGoverned, change.isDue(in: context),
      let voting = change.runtime?.voting
    else { return [] }
    return [
      result(of: voting, threshold: context.policy.policy.voteThreshold, type: type),
      context.startingAt.map { isOpen(voting, at: $0, type: type) }
        ?? end(of: voting, of: change, type: type),
    ].compactMap { $0 }
  }

  private static func result(
    of voting: Voting, threshold: Stated<Threshold>?, type: ChangeType
  ) -> Finding? {
    guard let aye = voting.aye, let nay = voting.nay else {
      return finding(
        "the vote's result is not on record", help: "add `aye:` and `nay:`, numbers of votes",
        at: voting.place, policy: threshold?.reference ?? type.reference)
    }
    let (cast, overflows) = aye.value.addingReportingOverflow(nay.value)
    guard aye.value >= 0, nay.value >= 0, !overflows else {
      return finding(
        "\(aye.value) for and \(nay.value) against are no numbers of votes",
        help: "give both as whole numbers from 0", at: aye.place, policy: threshold?.reference)
    }
    guard let threshold, !carries(aye.value, of: cast, threshold.value) else { return nil }
    return finding(
      cast == 0
        ? "no vote was cast" : "\(aye.value) of \(cast) votes carry less than the threshold",
      help: "the policy asks for \(threshold.value.text)", at: aye.place,
      policy: threshold.reference)
  }

  /// Whether a share reaches, or where the policy says so passes, the threshold: a·d against n·b.
  private static func carries(_ aye: Int, of cast: Int, _ threshold: Threshold) -> Bool {
    guard cast > 0 else { return false }
    let have = aye.multipliedFullWidth(by: threshold.share.denominator)
    let need = cast.multipliedFullWidth(by: threshold.share.numerator)
    if have.high != need.high { return have.high > need.high }
    return threshold.isStrict ? have.low > need.low : have.low >= need.low
  }

  /// Of a change that is about to be enacted.
  private static func isOpen(_ voting: Voting, at instant: Instant, type: ChangeType) -> Finding? {
    guard let to = voting.to else {
      return finding(
        "the end of the vote is not on record", help: "add `to:`, an instant", at: voting.place,
        policy: type.reference)
    }
    guard instant < to.value else { return nil }
    return finding(
      "the vote does not end before \(to.value.rfc3339)", help: "enact it after the vote has ended",
      at: to.place, policy: type.reference)
  }

  private static func end(of voting: Voting, of change: Change, type: ChangeType) -> Finding? {
    guard let to = voting.to, let enacted = change.runtime?.enacted ?? change.beginning,
      enacted.value < to.value
    else { return nil }
    return finding(
      "the vote ended after the enactment of \(enacted.value.rfc3339)",
      help: "enact what the vote has decided, after it ends", at: to.place,
      policy: type.reference)
  }
}
