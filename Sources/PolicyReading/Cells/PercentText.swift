/// Shares of a whole: `95%`, `99.5 %`, `95 percent`, `2/3`, `two thirds`.
enum PercentText {
  /// Nil, with nothing taken, where no share of at most the whole comes next. Percentages are kept
  /// exactly: `99.5%` is 995/1000.
  static func take(_ tokens: inout CellTokens) -> Ratio? {
    takePercent(&tokens) ?? takeFraction(&tokens) ?? takeWords(&tokens)
  }

  private static func takePercent(_ tokens: inout CellTokens) -> Ratio? {
    var rest = tokens
    guard let number = rest.takeNumber() else { return nil }
    let isPercent =
      rest.take(sign: "%") || rest.take("percent", "pct") || rest.take(phrase: "per cent")
    guard isPercent else { return nil }
    let ratio = Ratio(number.scaled, 100 * number.scale)
    guard ratio <= Ratio(1, 1) else { return nil }
    tokens = rest
    return ratio
  }

  private static func takeFraction(_ tokens: inout CellTokens) -> Ratio? {
    var rest = tokens
    guard let numerator = rest.takeInteger(), rest.take(sign: "/") || rest.take(sign: "⁄"),
      let denominator = rest.takeInteger(), denominator > 1, numerator <= denominator
    else { return nil }
    tokens = rest
    return Ratio(numerator, denominator)
  }

  /// `two thirds`, `two-thirds`, `three quarters`, `half`.
  private static func takeWords(_ tokens: inout CellTokens) -> Ratio? {
    var rest = tokens
    if rest.take("half") {
      tokens = rest
      return Ratio(1, 2)
    }
    guard let numerator = rest.takeCount() else { return nil }
    _ = rest.take(sign: "-")
    let denominator: Int
    switch rest.takeWord() {
    case "third", "thirds": denominator = 3
    case "quarter", "quarters", "fourths": denominator = 4
    case "fifth", "fifths": denominator = 5
    default: return nil
    }
    guard numerator <= denominator else { return nil }
    tokens = rest
    return Ratio(numerator, denominator)
  }
}
