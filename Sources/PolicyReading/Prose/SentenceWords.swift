import SourceText

/// The words of a sentence, taken from left to right, with the rest of it as written.
struct SentenceWords {
  /// As written, and as `WordForm.fold` leaves them.
  private let words: [(written: String, folded: String)]
  private var index = 0

  /// - Parameter text: Without the full stop at its end.
  init(_ text: String) {
    words = text.split(whereSeparator: \.isWhitespace).map {
      (String($0), WordForm.fold(String($0)))
    }
  }

  var atEnd: Bool { index == words.count }
  var next: String { atEnd ? "" : words[index].folded }

  /// What is not taken yet, as written.
  var remainder: String { words[index...].map(\.written).joined(separator: " ") }

  mutating func take(_ accepted: Set<String>) -> Bool {
    guard !atEnd, accepted.contains(words[index].folded) else { return false }
    index += 1
    return true
  }

  mutating func take(phrase: String) -> Bool {
    let parts = phrase.parts(at: " ")
    guard words.count - index >= parts.count,
      zip(words[index...], parts).allSatisfy({ $0.folded == $1 })
    else { return false }
    index += parts.count
    return true
  }

  /// The words up to the first of some, as written; nil, with nothing taken, where none of them comes.
  mutating func take(upTo ends: Set<String>) -> String? {
    guard let end = words[index...].firstIndex(where: { ends.contains($0.folded) }), end > index
    else { return nil }
    defer { index = end }
    return words[index..<end].map(\.written).joined(separator: " ")
  }

  /// `are`, `may be`, `will be`, and what is done to changes then; false, with nothing taken, for anything else.
  mutating func takeDeed() -> Bool {
    var rest = self
    guard rest.take(["are", "may", "can", "must", "should", "shall", "will"]) else { return false }
    _ = rest.take(["only"])
    _ = rest.take(["be"])
    _ = rest.take(["only"])
    guard rest.take(Self.deeds) else { return false }
    _ = rest.take(["out"])
    _ = rest.take(["only"])
    self = rest
    return true
  }

  private static let deeds: Set<String> = [
    "made", "allowed", "permitted", "deployed", "performed", "implemented", "carried", "scheduled",
    "done", "accepted", "released", "rolled", "applied", "executed", "possible", "planned",
  ]

  /// Changes as such, and no part of them: `changes`, `all deployments`, `changes and releases`.
  mutating func takeWork() -> Bool {
    var rest = self
    _ = rest.take(["all", "any", "the", "software", "code", "further"])
    guard rest.take(Self.work) else { return false }
    while true {
      var more = rest
      guard more.take(["and", "or"]), more.take(Self.work) else { break }
      rest = more
    }
    self = rest
    return true
  }

  private static let work: Set<String> = [
    "changes", "deployments", "releases", "deploys", "rollouts", "change", "deployment", "release",
  ]
}
