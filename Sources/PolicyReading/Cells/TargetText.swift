/// Cells of the Target column.
enum TargetText {
  static let accepted =
    "a share or a time with a comparison, such as >95%, ≤ 5 % or <2 hours (normal)"

  struct Reading: Hashable {
    /// Nil for a bare value.
    var comparison: Target.Comparison?
    var bound: Target.Bound
    /// What stands in brackets or after "for": the types that the target is set for.
    var scope: String?
  }

  static func read(_ text: String) -> Reading? {
    let (outside, inside) = WordForm.partingBrackets(text)
    guard inside.count <= 1 else { return nil }
    var tokens = CellTokens(outside)
    var comparison = ComparisonText.take(&tokens)
    let bound: Target.Bound
    if let share = PercentText.take(&tokens) {
      bound = .share(share)
    } else if let seconds = DurationText.take(&tokens) {
      bound = .duration(seconds)
    } else {
      return nil
    }
    if comparison == nil { comparison = ComparisonText.takeAfter(&tokens) }
    var scope = inside.first
    if scope == nil, tokens.take("for") {
      scope = tokens.remainder
    } else {
      _ = tokens.take(sign: ".")
      guard tokens.atEnd else { return nil }
    }
    return Reading(comparison: comparison, bound: bound, scope: scope)
  }
}
