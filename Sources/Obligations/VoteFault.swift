import Chronology
import PolicyReading
import Records
import SourceText

/// What is wrong with a governance vote on a change that goes ahead.
package enum VoteFault: Sendable {
  /// The numbers of votes are not recorded.
  case resultMissing(Voting)
  /// They are no numbers of votes.
  case impossible(aye: Located<Int>, nay: Located<Int>)
  /// The votes carry less than the threshold; of none, nothing.
  case notCarried(aye: Located<Int>, cast: Int, Stated<Threshold>)
  /// Of a change that is about to begin: when the vote ends is not recorded.
  case endMissing(Voting)
  /// Of a change that is about to begin: the vote ends later.
  case stillOpen(until: Located<Instant>)
  /// The vote ended after the enactment.
  case endedAfter(enactment: Instant, end: Located<Instant>)

  static func all(
    of change: Change, type: ChangeType, in context: ObligationContext
  ) -> [VoteFault] {
    guard type.isGoverned, change.isDue(in: context), let voting = change.runtime?.voting else {
      return []
    }
    return [
      result(of: voting, threshold: context.policy.policy.voteThreshold),
      context.startingAt.map { isOpen(voting, at: $0) } ?? end(of: voting, of: change),
    ].compactMap(\.self)
  }

  private static func result(of voting: Voting, threshold: Stated<Threshold>?) -> VoteFault? {
    guard let aye = voting.aye, let nay = voting.nay else { return .resultMissing(voting) }
    let (cast, overflows) = aye.value.addingReportingOverflow(nay.value)
    guard aye.value >= 0, nay.value >= 0, !overflows else {
      return .impossible(aye: aye, nay: nay)
    }
    guard let threshold, !carries(aye.value, of: cast, threshold.value) else { return nil }
    return .notCarried(aye: aye, cast: cast, threshold)
  }

  /// Whether a share reaches, or where the policy says so passes, the threshold: a·d against n·b.
  private static func carries(_ aye: Int, of cast: Int, _ threshold: Threshold) -> Bool {
    guard cast > 0 else { return false }
    let have = aye.multipliedFullWidth(by: threshold.share.denominator)
    let need = cast.multipliedFullWidth(by: threshold.share.numerator)
    if have.high != need.high { return have.high > need.high }
    return threshold.isStrict ? have.low > need.low : have.low >= need.low
  }

  private static func isOpen(_ voting: Voting, at instant: Instant) -> VoteFault? {
    guard let to = voting.to else { return .endMissing(voting) }
    return instant < to.value ? .stillOpen(until: to) : nil
  }

  private static func end(of voting: Voting, of change: Change) -> VoteFault? {
    guard let to = voting.to, let enacted = change.runtime?.enacted ?? change.beginning,
      enacted.value < to.value
    else { return nil }
    return .endedAfter(enactment: enacted.value, end: to)
  }
}
