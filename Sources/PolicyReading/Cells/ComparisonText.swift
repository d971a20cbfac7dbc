/// The words and signs of a comparison: `>`, `≥`, `at least`, `less than`, `or more`.
enum ComparisonText {
  /// In front of a value; nil, with nothing taken, where none comes next.
  static func take(_ tokens: inout CellTokens) -> Target.Comparison? {
    var rest = tokens
    _ = rest.take("is", "must", "stays", "remains")
    _ = rest.take("be")
    guard let comparison = takeSign(&rest) ?? takePhrase(&rest) else { return nil }
    tokens = rest
    return comparison
  }

  /// After a value: `95% or more`, `2 hours max`, `95%+`.
  static func takeAfter(_ tokens: inout CellTokens) -> Target.Comparison? {
    for phrase in ["or more", "or higher", "or better", "or above", "minimum", "min", "at least"]
    where tokens.take(phrase: phrase) { return .atLeast }
    for phrase in ["or less", "or lower", "or fewer", "or below", "maximum", "max", "at most"]
    where tokens.take(phrase: phrase) { return .atMost }
    return tokens.take(sign: "+") ? .atLeast : nil
  }

  private static func takeSign(_ tokens: inout CellTokens) -> Target.Comparison? {
    if tokens.take(sign: "≥") { return .atLeast }
    if tokens.take(sign: "≤") { return .atMost }
    if tokens.take(sign: ">") { return tokens.take(sign: "=") ? .atLeast : .above }
    if tokens.take(sign: "<") { return tokens.take(sign: "=") ? .atMost : .below }
    var rest = tokens
    guard rest.take(sign: "=") else { return nil }
    let comparison: Target.Comparison? =
      rest.take(sign: ">") ? .atLeast : rest.take(sign: "<") ? .atMost : nil
    if comparison != nil { tokens = rest }
    return comparison
  }

  private static func takePhrase(_ tokens: inout CellTokens) -> Target.Comparison? {
    for (phrase, comparison) in phrases where tokens.take(phrase: phrase) {
      _ = tokens.take(sign: ".") || tokens.take("of")
      return comparison
    }
    return nil
  }

  private static let phrases: [(String, Target.Comparison)] = [
    ("at least", .atLeast), ("no less than", .atLeast), ("not less than", .atLeast),
    ("no fewer than", .atLeast), ("not below", .atLeast), ("minimum", .atLeast), ("min", .atLeast),
    ("at most", .atMost), ("no more than", .atMost), ("not more than", .atMost),
    ("not above", .atMost), ("up to", .atMost), ("within", .atMost), ("maximum", .atMost),
    ("max", .atMost), ("more than", .above), ("greater than", .above), ("over", .above),
    ("above", .above), ("exceeds", .above), ("exceed", .above), ("less than", .below),
    ("fewer than", .below), ("under", .below), ("below", .below),
  ]
}
