/// A short text that says of a document that it does not hold, and nothing else: `Withdrawn`, `not approved`,
/// `superseded by 2.0`.
enum StandingWords {
  enum State: Sendable {
    /// It does not hold yet, or was taken back.
    case doubtful
    /// It held before another did.
    case replaced
  }

  /// Nil for a text that says anything else besides, such as `Initial draft`.
  static func read(_ text: String) -> State? {
    let words = WordForm.words(text).filter { word in
      !word.unicodeScalars.contains { ("0"..."9").contains($0) }
    }
    guard !words.isEmpty,
      words.allSatisfy({
        around.contains($0) || doubtful.contains($0) || replaced.contains($0)
          || DecidingWords.negations.contains($0)
      })
    else { return nil }
    if words.contains(where: replaced.contains) { return .replaced }
    let pairs = zip(words, words.dropFirst()).map { "\($0) \($1)" }
    let isOpen =
      words.contains(where: doubtful.contains) || pairs.contains(where: phrases.contains)
      || words.count > 1 && words.contains(where: DecidingWords.negations.contains)
    return isOpen ? .doubtful : nil
  }

  private static let doubtful: Set = [
    "draft", "proposal", "proposed", "withdrawn", "revoked", "rejected", "cancelled", "canceled",
    "void", "suspended", "unapproved", "inactive", "rescinded", "pending", "tbd", "tbc",
    "tentative",
    "provisional",
  ]
  private static let replaced: Set = [
    "superseded", "replaced", "obsolete", "archived", "retired", "expired", "former", "historic",
    "historical", "deprecated", "old", "outdated", "previous", "discontinued", "lapsed",
  ]
  private static let phrases: Set = ["to be", "in review", "under review", "awaiting approval"]
  private static let around: Set = [
    "in", "under", "to", "be", "yet", "force", "approval", "approved", "effective", "by", "is",
    "was",
    "now", "still", "valid", "active", "current", "published", "released", "final", "review",
    "awaiting", "version", "v", "adopted", "signed",
  ]
}
