import PolicyReading

extension Outcome {
  /// What a text says came of a change, in whatever words: `Implemented with issues`, `Backed out`, `Not successful`. Nil where it
  /// says nothing of it, or only that the change is over.
  init?(saidIn text: String) {
    if let outcome = Outcome(writtenAs: text) {
      self = outcome
      return
    }
    let said = OutcomeWords(text)
    if said.isBackedOut {
      self = .rolledBack
    } else if said.isFailed {
      self = .failed
    } else if said.isGood, said.isPartial || said.hasIssues {
      self = .successfulWithIssues
    } else if said.isSuccess {
      self = .successful
    } else if let outcome = said.opening {
      self = outcome
    } else {
      return nil
    }
  }
}

/// The words of a short text by which it says what came of a change.
private struct OutcomeWords {
  private let words: [String]

  /// The beginning alone counts: deep in a text such a word may speak of anything.
  init(_ text: String) { words = Array(WordForm.words(text).prefix(8)) }

  /// `Cancelled by the requester`, `Called off on Friday`: what its first words are the name of.
  var opening: Outcome? {
    [2, 1].lazy.compactMap { Outcome(writtenAs: words.prefix($0).joined(separator: " ")) }.first
  }

  var isBackedOut: Bool {
    holds(["reverted", "backedout", "rolledback"])
      || zip(words.indices, zip(words, words.dropFirst())).contains { index, pair in
        Self.backs.contains("\(pair.0) \(pair.1)") && !isDenied(index)
      }
  }

  var isFailed: Bool {
    holds(["failed", "failure", "unsuccessful", "unsuccessfully"])
      || words.indices.contains { Self.successes.contains(words[$0]) && isDenied($0) }
  }

  var isPartial: Bool { holds(["partial", "partially", "partly"]) }
  var isSuccess: Bool { holds(Self.successes) }
  var isGood: Bool { isSuccess || holds(Self.ends) }
  var hasIssues: Bool { holds(Self.issues) }

  /// One of some words, and nothing before it that denies it.
  private func holds(_ some: Set<String>) -> Bool {
    words.indices.contains { some.contains(words[$0]) && !isDenied($0) }
  }

  private func isDenied(_ index: Int) -> Bool {
    words[max(0, index - 2)..<index].contains { Self.denials.contains($0) }
  }

  private static let denials: Set = ["no", "not", "without", "zero", "never", "non"]
  private static let backs: Set = ["backed out", "back out", "rolled back", "taken back"]
  private static let successes: Set = [
    "success", "successful", "successfully", "succeeded",
  ]
  private static let ends: Set = [
    "completed", "complete", "implemented", "done", "deployed", "finished", "closed",
  ]
  private static let issues: Set = [
    "issue", "issues", "problem", "problems", "error", "errors", "defect", "defects", "incident",
    "incidents", "deviation", "deviations",
  ]
}
