/// Cells that say yes or no in words or signs.
enum YesNoText {
  /// Nil for anything else. A cross in letters, `x`, is a tick as in `[x]` unless the table ticks
  /// with another sign: then it is the opposite of that.
  static func read(_ text: String, crossMeansYes: Bool = true) -> Bool? {
    if let mark = Marks.read(text) { return mark }
    switch WordForm.fold(text) {
    case "yes", "y", "required", "mandatory", "always", "must", "true": return true
    case "no", "n", "none", "never", "not required", "not needed", "false", "n a", "na",
      "not applicable":
      return false
    case "x": return crossMeansYes
    default: return WordForm.isBlank(text) ? false : nil
    }
  }
}

/// Cells of the Security Review column.
enum SecurityReviewText {
  static let accepted = "Yes, No, or If security-relevant"

  static func read(
    _ text: String, crossMeansYes: Bool = true
  ) -> ReviewRequirement.SecurityReview? {
    if let answer = YesNoText.read(text, crossMeansYes: crossMeansYes) {
      return answer ? .yes : .no
    }
    let words = WordForm.words(text)
    let opens = ["if", "when", "where", "conditional", "conditionally", "as"]
    guard let first = words.first, !text.contains("*"), !text.contains("†") else { return nil }
    // What a policy says of doors or keys is its own word for relevance; risks and types are facts that a
    // record has besides, and decide more: `If Medium or higher`.
    if words.contains(where: ofOtherFacts.contains) { return nil }
    // `Yes, if security-relevant` depends on the same condition.
    let isConditional =
      opens.contains(first) || words.contains("if") || words.contains("when")
      || words.contains("where")
    return isConditional && (first != "as" || words == ["as", "needed"]) ? .ifRelevant : nil
  }

  private static let ofOtherFacts: Set = [
    "low", "medium", "high", "higher", "critical", "above", "below", "risk", "risks", "level",
    "severity", "production", "emergency", "standard", "normal", "major", "minor",
  ]
}

/// Cells of the testing matrix.
enum TestRequirementText {
  static let accepted = "Yes, No, Optional, Recommended, ✓ or -"

  static func read(_ text: String, crossMeansYes: Bool = true) -> TestingMatrix.Requirement? {
    if let answer = YesNoText.read(text, crossMeansYes: crossMeansYes) {
      return answer ? .required : TestingMatrix.Requirement.none
    }
    switch WordForm.fold(text) {
    case "optional", "may", "if useful": return .optional
    case "recommended", "should", "encouraged", "advised": return .recommended
    default: return nil
    }
  }
}
