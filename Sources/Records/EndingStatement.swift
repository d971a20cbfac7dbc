import PolicyReading
import SourceText

/// A text that as a whole says that a change is off, or not to be made now: `CANCELLED`, `On hold until
/// further notice`, `This change was withdrawn on 9 June`, `The board rejected this`.
///
/// All of its words have to be words for an end or for the record, or say when and by whom: of a text
/// that holds any other, such as `rejected requests are logged`, it is not known what ended.
package enum EndingStatement {
  /// - Parameter allowsReason: what follows `because`, `since` and the like may be anything.
  package static func says(_ text: String, allowsReason: Bool = true) -> Bool {
    var all: [String] = []
    for word in words(of: text) {
      if allowsReason, reasons.contains(word) { break }
      // A hundred words are a text of something else.
      guard all.count < 24, isKnown(word) else { return false }
      all.append(word)
    }
    if all.isEmpty { return false }
    if StateWords.holdsPair(all) { return true }
    if isForbidden(all) { return true }
    return all.indices.contains { index in
      ends.contains(all[index])
        && !all[max(0, index - 2)..<index].contains(where: ApprovalWords.isDenying)
    }
  }

  /// Whether a part of a title that signs set apart says so: `CANCELLED: …`, `… (withdrawn)`.
  static func stands(in title: String) -> Bool {
    if says(title, allowsReason: false)
      || title.unicodeScalars.contains(where: StateWords.signs.contains)
    {
      return true
    }
    // `Rotate, cancelled`; of `Drain, stop, upgrade` the last says something else.
    let last = title.parts(at: ",").dropFirst().last
    let parts =
      title.parts(atAnyOf: "()[]{}:|–—!").flatMap { " \($0) ".parts(between: " - ") }
      + [last].compactMap(\.self)
    if parts.count > 1 || title.hasPrefix("["),
      parts.contains(where: { says($0, allowsReason: false) || isState($0) || opens($0) })
    {
      return true
    }
    // `OBSOLETE Rotate the certificates`
    let words = title.split(whereSeparator: \.isWhitespace).map(String.init)
    return words.count > 1
      && [words.first, words.last].compactMap(\.self).contains {
        $0.isOfCapitals && $0.utf8.count > 2 && StateWords.areAll(of: WordForm.words($0))
      }
  }

  /// `draft`, `WIP`, `done`, and nothing else.
  private static func isState(_ text: String) -> Bool {
    ["do not merge"].contains(WordForm.fold(text)) || StateWords.areAll(of: WordForm.words(text))
  }

  /// Whether the first words of a sentence, or of what follows a colon, say so, whatever comes then: `On
  /// hold until the vendor answers`, `Rescheduled to 17 March`, `Waiting for legal`.
  static func opens(_ sentence: String) -> Bool {
    let clauses = sentence.split { ":–—".contains($0) }.map {
      UnderWay.removed(from: words(of: String($0)))
    }
    if clauses.contains(where: opensWithState) { return true }
    // `before this may run`
    let all = clauses.flatMap(\.self)
    return all.indices.contains { index in
      guard ["before", "until"].contains(all[index]), index + 2 < all.count,
        ["this", "it"].contains(all[index + 1])
      else { return false }
      return all[(index + 2)...].prefix(3).contains { ["may", "can", "is"].contains($0) }
        && all[(index + 2)...].prefix(5).contains(where: deeds.contains)
    }
  }

  private static func opensWithState(_ words: [String]) -> Bool {
    guard let first = words.first else { return false }
    if ["pending", "awaiting"].contains(first) { return true }
    if ["needs", "requires"].contains(first),
      words.prefix(4).contains(where: { $0.hasPrefix("approv") || ["cab", "ecab"].contains($0) })
    {
      return true
    }
    // `See CHG-2026-0050 instead`, `Not to be deployed before June`
    if first == "see", words.count < 9, words.contains("instead") { return true }
    if words.starts(with: ["not", "to", "be"]),
      words.dropFirst(3).first.map(deeds.contains) ?? false
    {
      return true
    }
    if first == "not", ["before", "until"].contains(words.dropFirst().first ?? ""), words.count < 7,
      words.dropFirst(2).contains(where: isDay)
    {
      return true
    }
    // `On hold` begins with a word that goes on elsewhere.
    let head = [first] + words.dropFirst().prefix { !cuts.contains($0) }
    let rest = words.dropFirst(head.count)
    guard !head.isEmpty, head.count <= 6, head.allSatisfy({ isKnown($0) || StateWords.isState($0) })
    else { return false }
    if ["moved", "shifted", "pushed", "planned", "scheduled"].contains(where: head.contains),
      head.contains(where: { ["moved", "shifted", "pushed", "now", "newly"].contains($0) })
    {
      return rest.dropFirst().first.map { isDay($0) || ["next", "the"].contains($0) } ?? false
        && rest.prefix(4).contains(where: isDay)
    }
    if StateWords.holdsPair(head) || isForbidden(head) { return true }
    return head.indices.contains { index in
      guard StateWords.isState(head[index]),
        !head[max(0, index - 2)..<index].contains(where: ApprovalWords.isDenying)
      else { return false }
      // `Deployed by the pipeline` says how, and `Deployed on 9 March` that it was.
      guard StateWords.over.contains(head[index]) else { return true }
      return rest.isEmpty || head.contains("already")
        || rest.first == "on" && rest.dropFirst().first.map(isDay) ?? false
    }
  }

  private static func isDay(_ word: String) -> Bool {
    RemarkWords.days.contains(word) || word.unicodeScalars.first?.properties.numericType != nil
  }

  /// Where a sentence goes on from what it says to when, why and by whom.
  private static let cuts: Set<String> = reasons.union([
    "until", "till", "by", "for", "to", "on", "at", "as", "when", "if", "in", "with", "from",
    "pending", "awaiting", "per", "see",
  ])

  /// `do-not-deploy`, and nothing else.
  static func isOrder(_ words: [String]) -> Bool {
    words.allSatisfy(isKnown) && isForbidden(words)
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

  private static let ends = StateWords.off.union(StateWords.held).union([
    "cancel", "cancels", "postpones", "defers", "withdrew", "withdraws", "rejects", "declines",
    "denies", "refuses", "revokes", "rescinds", "vetoes",
  ])
  private static let deeds: Set<String> = [
    "deploy", "deployed", "merge", "merged", "ship", "shipped", "release", "released", "implement",
    "implemented", "proceed", "execute", "executed", "roll", "rolled", "start", "started", "make",
    "made", "go", "going", "ahead", "live", "run", "apply", "touch", "use", "begin", "install",
    "done",
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
    "yet", "ready", "needed", "required", "ice", "any", "more", "not", "it", "already", "just",
    "still", "currently", "went", "live", "until", "said", "voted", "decided", "against", "no",
    "final",
    "waiver", "waived", "exception", "granted", "requested",
    "only", "planned", "scheduled", "newly", "cto", "ciso", "ceo", "cio", "will", "approves",
  ]
  private static let reasons: Set<String> = [
    "because", "since", "due", "after", "favour", "favor", "so", "and", "but", "while", "unless",
    "before", "reason", "owing",
  ]
}
