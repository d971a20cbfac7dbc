/// How often something happens: `3 per week`, `2 a day`, `daily`, `once a month`.
enum FrequencyText {
  /// How many in seven days; nil, with nothing taken, where no such thing comes next. A month is a
  /// twelfth of 365.25 days.
  static func take(_ tokens: inout CellTokens) -> Ratio? {
    var rest = tokens
    if let word = rest.takeWord(), let unit = adverbs[word] {
      tokens = rest
      return unit
    }
    rest = tokens
    let count: (scaled: Int, scale: Int)
    if let number = rest.takeNumber() {
      count = (number.scaled, number.scale)
    } else if rest.take("once") {
      count = (1, 1)
    } else if rest.take("twice") {
      count = (2, 1)
    } else if let number = rest.takeCount() {
      count = (number, 1)
    } else {
      return nil
    }
    _ = rest.take("times", "deployments", "deploys", "releases", "changes")
    guard rest.take("a", "per", "each", "every") || rest.take(sign: "/"),
      let word = rest.takeWord(), let unit = units[word], (0...10_000_000).contains(count.scaled)
    else { return nil }
    tokens = rest
    return Ratio(count.scaled * unit.numerator, count.scale * unit.denominator)
  }

  private static let units: [String: Ratio] = [
    "day": Ratio(7, 1), "week": Ratio(1, 1), "month": Ratio(112, 487), "quarter": Ratio(112, 1461),
    "year": Ratio(28, 1461),
  ]

  private static let adverbs: [String: Ratio] = [
    "daily": Ratio(7, 1), "weekly": Ratio(1, 1), "monthly": Ratio(112, 487),
    "quarterly": Ratio(112, 1461), "yearly": Ratio(28, 1461),
  ]
}
