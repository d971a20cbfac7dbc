/// Cells of the Target column.
enum TargetText {
  static let accepted =
    "a share, a time or a pace with a comparison, such as >95%, ≤ 5 %, <2 hours (normal) or "
    + "≥3 a week"

  struct Reading: Hashable {
    /// Nil where the cell does not say.
    var statistic: Target.Statistic?
    /// Nil for a bare value.
    var comparison: Target.Comparison?
    var bound: Target.Bound
    /// What stands in brackets or after "for": what the target is set for.
    var scope: String?
  }

  static func read(_ text: String) -> Reading? {
    let (outside, inside) = WordForm.partingBrackets(text)
    guard inside.count <= 1 else { return nil }
    var tokens = CellTokens(outside)
    let statistic = takeStatistic(&tokens)
    var comparison = ComparisonText.take(&tokens)
    guard let bound = takeBound(&tokens) else { return nil }
    if comparison == nil { comparison = ComparisonText.takeAfter(&tokens) }
    if case .share = bound { _ = wholes.contains { tokens.take(phrase: $0) } }
    var scope = inside.first
    if scope == nil, tokens.take("for") {
      scope = tokens.remainder
    } else {
      _ = tokens.take(sign: ".")
      guard tokens.atEnd else { return nil }
    }
    return Reading(statistic: statistic, comparison: comparison, bound: bound, scope: scope)
  }

  /// What a share of changes is one of.
  private static let wholes: [String] = [
    "of all changes", "of the total", "of total", "of changes", "overall",
  ]

  private static func takeStatistic(_ tokens: inout CellTokens) -> Target.Statistic? {
    if tokens.take("median") { return .median }
    return tokens.take("mean", "average") ? .mean : nil
  }

  private static func takeBound(_ tokens: inout CellTokens) -> Target.Bound? {
    if let share = PercentText.take(&tokens) { return .share(share) }
    if let seconds = DurationText.take(&tokens) { return .duration(seconds) }
    return FrequencyText.take(&tokens).map(Target.Bound.perWeek)
  }
}
