import Chronology
import Findings

/// The list of reports: `Weekly: Change summary to engineering team`.
enum ReportingClause {
  /// In the order of the text; only of clauses about reports or metrics, because other clauses
  /// have their own weekly and monthly duties.
  static func read(_ statements: [Statement]) -> [ReportingDuty] {
    var duties: [ReportingDuty] = []
    for statement in statements where statement.standsUnder(.reports) {
      guard let (period, content) = duty(statement.text) else { continue }
      duties.append(
        ReportingDuty(period: period, content: content, reference: statement.reference))
    }
    return duties
  }

  /// A period, a colon or a dash, and what happens then.
  private static func duty(_ text: String) -> (Period.Kind, String)? {
    var tokens = CellTokens(text)
    guard let period = period(&tokens) else { return nil }
    _ = tokens.take("report", "reports", "review")
    guard tokens.take(sign: ":") || tokens.take(sign: "-") else { return nil }
    let content = WordForm.trim(tokens.remainder)
    return content.isEmpty ? nil : (period, content)
  }

  private static func period(_ tokens: inout CellTokens) -> Period.Kind? {
    _ = tokens.take("every", "each", "once")
    _ = tokens.take("a", "per")
    return switch tokens.takeWord() {
    case "weekly", "week": .week
    case "monthly", "month": .month
    case "quarterly", "quarter": .quarter
    case "annual", "annually", "yearly", "year": .year
    default: nil
    }
  }
}
