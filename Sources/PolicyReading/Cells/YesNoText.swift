/// Cells that say yes or no in words or signs.
enum YesNoText {
  /// Nil for anything else. A cross in letters, `x`, is a tick as in `[x]` unless the table ticks
  /// with another sign: then it is the opposite of that.
  static func read(_ text: String, crossMeansYes: Bool = true) -> Bool? {
    if let mark = Marks.read(text) { return mark }
    if isDoubted(text) { return nil }
    switch WordForm.fold(text) {
    case "yes", "y", "required", "mandatory", "always", "must", "true": return true
    case "no", "n", "none", "never", "not required", "not needed", "false", "n a", "na",
      "not applicable":
      return false
    case "x": return crossMeansYes
    default: return WordForm.isBlank(text) ? false : nil
    }
  }

  /// A sign beside the answer asks for it, or points to a note: `No?`, `No*`.
  private static func isDoubted(_ text: String) -> Bool {
    text.unicodeScalars.contains { "?¿*†‡".unicodeScalars.contains($0) } || text.contains("[^")
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
    guard let first = words.first, !text.contains("?"), !text.contains("*"), !text.contains("†")
    else { return nil }
    // `No if trivial` asks for it otherwise, and who deems or requests it decides besides.
    if words.contains(where: ofOthers.contains) { return nil }
    // Risks and types are facts that a record has besides, and decide more: `If Medium or higher`.
    if words.contains(where: ofOtherFacts.contains) { return nil }
    // `Yes, if security-relevant` depends on the same condition.
    let isConditional =
      opens.contains(first) || words.contains("if") || words.contains("when")
      || words.contains("where")
    guard isConditional, first != "as" || words == ["as", "needed"] else { return nil }
    // A record answers whether it is relevant for security, and no other question: `If PII`.
    let isAnswered =
      words.contains { word in ofSecurity.contains(where: word.hasPrefix) }
      || words.allSatisfy(bare.contains)
    return isAnswered ? .ifRelevant : nil
  }

  /// Beginnings of words by which policies say what is relevant for security, doors and keys among them.
  private static let ofSecurity = [
    "secur", "infosec", "appsec", "auth", "crypto", "key", "access", "permission", "credential",
    "secret", "password", "door", "vulnerab", "encrypt", "privilege", "threat", "expos", "sensitiv",
    "trust", "attack", "firewall", "login", "certificat", "relevan",
  ]
  /// A condition that asks for nothing but whether it applies: `If applicable`.
  private static let bare: Set = [
    "if", "when", "where", "as", "conditional", "conditionally", "applicable", "needed", "required",
    "necessary", "appropriate", "so", "it", "is", "applies", "yes", "review", "touched", "affected",
    "involved", "indicated",
  ]
  private static let ofOthers: Set = [
    "no", "not", "none", "unless", "except", "trivial", "requested", "asked", "request", "doubt",
    "deemed", "decided", "told", "unsure", "possible",
  ]

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
