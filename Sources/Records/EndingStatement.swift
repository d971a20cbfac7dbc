import PolicyReading
import SourceText

/// A text that as a whole says that a change is off, or not to be made now: `CANCELLED`, `On hold until
/// further notice`, `This change was withdrawn on 9 June`, `The board rejected this`.
///
/// All of its words have to be words for an end or for the record, or say when and by whom: of a text
/// that holds any other, such as `rejected requests are logged`, it is not known what ended.
enum EndingStatement {
  /// - Parameter allowsReason: what follows `because`, `since` and the like may be anything.
  static func says(_ text: String, allowsReason: Bool = true) -> Bool {
    var all: [String] = []
    for word in words(of: text) {
      if allowsReason, reasons.contains(word) { break }
      // A hundred words are a text of something else.
      guard all.count < 24, isKnown(word) else { return false }
      all.append(word)
    }
    if all.isEmpty { return false }
    if zip(all, all.dropFirst()).contains(where: { pairs.contains("\($0) \($1)") }) { return true }
    if isForbidden(all) { return true }
    return all.indices.contains { index in
      ends.contains(all[index])
        && !all[max(0, index - 2)..<index].contains(where: ApprovalWords.isDenying)
    }
  }

  /// Whether a part of a title that signs set apart says so: `CANCELLED: …`, `… (withdrawn)`.
  static func stands(in title: String) -> Bool {
    if says(title, allowsReason: false) { return true }
    let parts = title.parts(atAnyOf: "()[]{}:|–—!")
      .flatMap { " \($0) ".parts(between: " - ") }
    return parts.count > 1 && parts.contains { says($0, allowsReason: false) || isState($0) }
  }

  /// `draft`, `WIP`: of a title they say that it is not to be made yet.
  private static func isState(_ text: String) -> Bool {
    ["draft", "wip", "do not merge", "not ready", "paused", "blocked", "stopped", "halted"]
      .contains(WordForm.fold(text))
  }

  /// `do not deploy`, `must not be merged`.
  private static func isForbidden(_ words: [String]) -> Bool {
    guard words.contains(where: ApprovalWords.isDenying) || words.contains("dont") else {
      return false
    }
    return words.contains(where: deeds.contains)
  }

  /// Handles are one word, whatever their parts say.
  private static func words(of text: String) -> [String] {
    guard text.utf8.contains(UInt8(ascii: "@")) else { return WordForm.words(text) }
    return text.split { $0.isWhitespace }.flatMap { token -> [String] in
      token.utf8.contains(UInt8(ascii: "@")) ? ["@"] : WordForm.words(String(token))
    }
  }

  private static func isKnown(_ word: String) -> Bool {
    word == "@" || ends.contains(word) || around.contains(word) || deeds.contains(word)
      || ApprovalWords.isDenying(word) || word == "dont" || RemarkWords.days.contains(word)
      || word.unicodeScalars.contains(where: \.isNumeral)
  }

  private static let ends: Set<String> = [
    "cancelled", "canceled", "cancel", "cancels", "aborted", "abandoned", "superseded", "obsolete",
    "postponed", "postpones", "deferred", "defers", "suspended", "withdrawn", "withdrew",
    "withdraws", "rejected", "rejects", "declined", "declines", "denied", "denies", "refused",
    "refuses", "void", "voided", "dropped", "shelved", "revoked", "revokes", "rescinded",
    "rescinds", "vetoed", "vetoes", "scrapped", "parked", "stopped", "halted", "blocked", "paused",
    "duplicate", "replaced", "invalidated", "disapproved", "unapproved", "retracted",
  ]
  private static let pairs: Set<String> = [
    "on hold", "called off", "put off", "no go", "not proceeding", "not approved", "not authorised",
    "not authorized", "never approved", "no longer", "not valid", "took back", "taken back",
    "wont do", "not going",
  ]
  private static let deeds: Set<String> = [
    "deploy", "deployed", "merge", "merged", "ship", "shipped", "release", "released", "implement",
    "implemented", "proceed", "execute", "executed", "roll", "rolled", "start", "started", "make",
    "made", "go", "going", "ahead", "live",
  ]
  /// What may stand beside an end: the record, who said so, and when.
  private static let around: Set<String> = [
    "this", "the", "change", "changes", "record", "rfc", "cr", "chg", "approval", "approvals",
    "cab", "ecab", "board", "committee", "requester", "implementer", "approver", "reviewer", "team",
    "its", "our", "a", "an", "is", "was", "were", "are", "has", "have", "had", "been", "be", "by",
    "on", "at", "of", "in", "until", "till", "for", "from", "to", "further", "notice", "now",
    "please", "hold", "off", "status", "state", "decision", "outcome", "result", "verdict", "note",
    "warning", "important", "caution", "attention", "update", "temporarily", "indefinitely", "must",
    "may", "should", "we", "they", "he", "she", "utc", "today", "yesterday", "out", "back", "taken",
    "took", "put", "called", "advisory", "emergency", "security", "technical", "review", "moved",
    "with", "as", "meeting", "inc", "see", "everything", "whole", "entire", "completely", "valid",
    "longer", "proceeding", "approved", "authorised", "authorized", "do", "wont", "all", "here",
  ]
  private static let reasons: Set<String> = [
    "because", "since", "due", "after", "favour", "favor", "so", "and", "but", "while", "unless",
    "before", "reason", "owing",
  ]
}
