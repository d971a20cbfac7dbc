import Findings
import SourceText

/// `Post-implementation review within 48 hours`.
enum ReviewDeadlineClause {
  static let accepted = "hours or calendar days, such as within 48 hours"

  /// The first statement that names the review after a change, or else one about a review under
  /// emergencies, that says how soon. Business days are
  /// a problem: their number of seconds differs from week to week.
  static func read(
    _ statements: [Statement], _ problems: inout [ReadingProblem]
  ) -> Stated<Int64>? {
    var refused: Statement?
    let named = statements.filter(isNamed)
    for statement in named.isEmpty ? statements.filter(isImplied) : named {
      switch limit(statement.text) {
      case .seconds(let seconds)?: return Stated(seconds, statement.reference)
      case .otherUnit?: refused = refused ?? statement
      case nil: continue
      }
    }
    if let refused {
      problems.append(
        ReadingProblem(
          .cellNotUnderstood(
            table: "clauses", column: ClauseKey.reviewDeadline.rawValue, text: refused.text,
            accepted: accepted),
          at: refused.reference.place))
    }
    return nil
  }

  private static func isNamed(_ statement: Statement) -> Bool {
    statement.mentions("retrospective", "pir ")
      || statement.mentions("review")
        && statement.mentions(
          "post implementation", "post incident", "post change", "afterwards", "after the fact")
  }

  /// A review in a clause on emergencies that is not the decision of the board.
  private static func isImplied(_ statement: Statement) -> Bool {
    statement.mentions("review") && statement.concerns(.emergencies)
      && !statement.mentions("cab", "ecab", "board", "approv")
  }

  private enum Limit {
    case seconds(Int64)
    case otherUnit
  }

  /// The first time after `within`, `no later than`, `at most`; also `48-hour review`.
  private static func limit(_ text: String) -> Limit? {
    var tokens = CellTokens(text)
    while !tokens.atEnd {
      var rest = tokens
      let isLimit =
        rest.take("within", "inside") || rest.take(phrase: "no later than")
        || rest.take(phrase: "not later than") || rest.take(phrase: "at most")
        || rest.take(phrase: "in less than")
      if isLimit {
        _ = rest.take("the", "a", "at")
        _ = rest.take("most", "next", "first", "following")
        let before = rest
        if let seconds = DurationText.take(&rest), seconds > 0 { return .seconds(seconds) }
        rest = before
        if DurationText.takePart(&rest) != nil { return .otherUnit }
      }
      tokens.skip()
    }
    return nil
  }
}
