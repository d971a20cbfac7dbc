import Findings
import SourceText

/// `Retention: 3 years minimum`.
enum RetentionClause {
  static let accepted = "years or months, such as 3 years"

  /// The statement that names the retention itself, else one about keeping records. A period that
  /// is not in months or years is a problem.
  static func read(
    _ statements: [Statement], _ problems: inout [ReadingProblem]
  ) -> Stated<Retention>? {
    let named = statements.filter { $0.mentions("retention", "retain") }
    let kept = statements.filter {
      $0.mentions("kept", "keep", "preserved", "archived", "stored") && $0.concerns(.records)
    }
    // `Change records: 7 years`
    let labelled = statements.filter { statement in
      guard let colon = statement.text.firstIndex(of: ":") else { return false }
      var tokens = CellTokens(String(statement.text[statement.text.index(after: colon)...]))
      return WordForm.words(String(statement.text[..<colon])).last == "records"
        && DurationText.takePart(&tokens) != nil
    }
    // `7 years` under a heading of its own
    let headed = statements.filter { $0.standsUnder(.retention) && isLengthAlone($0.text) }
    var refused: Statement?
    for statement in named + kept + labelled + headed {
      switch period(statement.text) {
      case .months(let months, let text)?:
        return Stated(Retention(months: months, text: text), statement.reference)
      case .otherUnit?: refused = refused ?? statement
      case nil: continue
      }
    }
    if let refused {
      problems.append(
        ReadingProblem(
          .cellNotUnderstood(
            table: "clauses", column: ClauseKey.retention.rawValue, text: refused.text,
            accepted: accepted),
          at: refused.reference.place))
    }
    return nil
  }

  /// `7 years`, `At least 7 years.`
  private static func isLengthAlone(_ text: String) -> Bool {
    var tokens = CellTokens(text)
    _ = tokens.take(phrase: "at least") || tokens.take(phrase: "a minimum of")
    _ = tokens.take("minimum", "min", "for")
    guard DurationText.takePart(&tokens) != nil else { return false }
    _ = tokens.take("minimum", "min") || tokens.take(phrase: "or more")
    _ = tokens.take(sign: ".")
    return tokens.atEnd
  }

  private enum Period {
    case months(Int, text: String)
    case otherUnit
  }

  /// The first length of time in the text.
  private static func period(_ text: String) -> Period? {
    var tokens = CellTokens(text)
    while !tokens.atEnd {
      let start = tokens.remainder
      var rest = tokens
      if let (count, unit) = DurationText.takePart(&rest), count.fractionDigits == 0 {
        // `3 years minimum` is shown as it stands.
        _ = rest.take("minimum", "min") || rest.take(phrase: "or more")
        let written = String(start.dropLast(rest.remainder.count))
        switch unit {
        case .year: return .months(count.whole * 12, text: WordForm.trim(written))
        case .month: return .months(count.whole, text: WordForm.trim(written))
        default: return .otherUnit
        }
      }
      tokens.skip()
    }
    return nil
  }
}
