import Findings
import SourceText

/// `Threshold: 2/3+ approval`.
enum VoteThresholdClause {
  /// The first statement about a vote that says which share carries it. A share given with `>` or
  /// "more than" has to be passed, any other reached.
  ///
  /// A board votes as well: its majority is none of a governance vote, and neither is a share that
  /// depends on the risk.
  static func read(_ statements: [Statement]) -> Stated<Threshold>? {
    for statement in statements
    where statement.mentions("threshold", "majority", "approval", "votes", "in favour", "in favor")
      && statement.concerns(.votes) && !isOfBoard(statement)
    {
      if let threshold = share(statement.text) { return Stated(threshold, statement.reference) }
    }
    return nil
  }

  private static func isOfBoard(_ statement: Statement) -> Bool {
    let speaksOfGovernance = statement.mentions(
      "governance", "referendum", "chain", "validator", "token", "proposal", "stake")
    if speaksOfGovernance { return false }
    return statement.standsUnder(.boards)
      || statement.mentions("cab", "ecab", "board", "committee", "risk")
  }

  private static func share(_ text: String) -> Threshold? {
    var tokens = CellTokens(text)
    // A quorum may stand in the same sentence; the threshold's share comes after its own word.
    var fromThreshold = tokens
    while !fromThreshold.atEnd, !fromThreshold.take("threshold") { fromThreshold.skip() }
    if !fromThreshold.atEnd { tokens = fromThreshold }
    while !tokens.atEnd {
      if tokens.take("quorum") {
        skipShare(&tokens)
        continue
      }
      let start = tokens.remainder
      var rest = tokens
      let comparison = ComparisonText.take(&rest)
      _ = rest.take("a", "of")
      if rest.take(phrase: "simple majority") {
        return Threshold(share: Ratio(1, 2), isStrict: true, text: "simple majority")
      }
      if let ratio = PercentText.take(&rest) {
        let after = ComparisonText.takeAfter(&rest)
        let written = WordForm.trim(String(start.dropLast(rest.remainder.count)))
        let isAtLeast = after == .atLeast || comparison == .atLeast
        return Threshold(share: ratio, isStrict: comparison == .above && !isAtLeast, text: written)
      }
      tokens.skip()
    }
    return nil
  }

  private static func skipShare(_ tokens: inout CellTokens) {
    _ = tokens.take(sign: ":") || tokens.take("of", "is")
    _ = PercentText.take(&tokens)
  }
}
