import PolicyReading
import SourceText

/// What a text beside approvals takes from them: it binds them to a condition, ends them, or says that
/// they were given for something else.
enum ApprovalLimit {
  /// Whether a sentence of a paragraph speaks of the approvals and takes something from them.
  static func isSaid(in text: String) -> Bool {
    text.parts(atAnyOf: ".;!?\n").contains { sentence in
      let words = WordForm.words(sentence)
      return limits(words) && isAbout(words, sentence)
    }
  }

  /// The same of a heading among them, which needs no other word: `Conditions`.
  static func isSaid(ofHeading text: String) -> Bool {
    let words = WordForm.words(text)
    return limits(words) || ApprovalWords.fault(in: words) != nil
      || words.contains(where: ofHeadings.contains)
  }

  /// Whether a heading anywhere in a record announces approvals that are not given, or hold no longer:
  /// `Pending approvals`, `Conditions of the approval`.
  static func announces(_ heading: String) -> Bool {
    let words = WordForm.words(heading)
    return words.contains { $0.hasPrefix("approv") || $0 == "signoffs" || $0 == "signoff" }
      && isSaid(ofHeading: heading)
  }

  private static func limits(_ words: [String]) -> Bool {
    words.indices.contains { index in
      let word = words[index]
      let isDenied = words[max(0, index - 2)..<index].contains(where: ApprovalWords.isDenying)
      if reaching.contains(word) { return isDenied }
      if isDenied, !ending.contains(word) { return false }
      if word == "if" {
        return !(index + 1 < words.count && ofTemplates.contains(words[index + 1]))
      }
      if word == "back" { return words[..<index].contains { $0.hasPrefix("tak") || $0 == "took" } }
      return binding.contains(word) || ending.contains(word)
    }
  }

  /// It names whoever approves, or the approvals, or what stands above.
  private static func isAbout(_ words: [String], _ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "@"))
      || words.contains { subjects.contains($0) || $0.hasPrefix("approv") }
      || words.first.map { $0 == "only" || $0 == "valid" } ?? false
  }

  private static let subjects: Set<String> = [
    "cab", "ecab", "board", "committee", "signoff", "signature", "signatures", "consent", "vote",
    "above", "they", "them", "boxes", "reviewer", "reviewers", "tick", "ticks",
  ]
  private static let binding: Set<String> = [
    "conditional", "conditionally", "condition", "conditions", "subject", "provided", "providing",
    "assuming", "proviso", "contingent", "unless", "once", "until", "till", "except", "but", "only",
    "principle", "depends", "depending", "wants", "want", "demands", "insists", "requires",
  ]
  private static let ending: Set<String> = [
    "expires", "expire", "expiry", "lapses", "lapse", "void", "invalid", "superseded", "retracted",
    "retracts", "stale", "outdated", "disregard", "obsolete", "removed", "deleted", "earlier",
    "previous", "former", "wrong", "mistaken", "mistake", "premature", "longer",
  ]
  /// Words that limit where they are denied: `does not cover the explorer`.
  private static let reaching: Set<String> = [
    "count", "counts", "cover", "covers", "apply", "applies", "hold", "holds", "stand", "stands",
    "include", "includes", "extend", "extends", "before", "after", "binding", "final",
  ]
  private static let ofHeadings: Set<String> = [
    "open", "missing", "outstanding", "former", "old", "previous", "conditions", "reservations",
    "objections",
  ]
  /// What templates ask for where it applies.
  private static let ofTemplates: Set<String> = [
    "required", "needed", "applicable", "relevant", "security", "necessary",
  ]
}
