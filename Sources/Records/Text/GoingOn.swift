import PolicyReading
import SourceText

/// What a key that nobody reads says of a freeze or an incident whose end has come: that it is not over.
struct GoingOn {
  /// A state, and no remark on something that happened.
  let isSure: Bool

  /// Nil where the key says nothing of the kind.
  init?(_ key: UnreadKey, _ words: [String]) {
    let said = WordForm.words(key.value)
    let last = words.last ?? ""
    if Self.ofStates.contains(last) {
      // Of a state only those are known that come after the end.
      guard !said.isEmpty,
        !said.allSatisfy({ Self.over.contains($0) || Self.besideOver.contains($0) })
      else { return nil }
      isSure = true
    } else if last == "resolution", let first = said.first, Self.unresolved.contains(first) {
      isSure = true
    } else if words.contains(where: Self.openKeys.contains) {
      guard !key.isDenied, !said.contains("not") else { return nil }
      isSure = ["true", "yes", "open", "still"].contains { said.contains($0) }
      if !isSure { return nil }
    } else if words.allSatisfy({ Self.over.contains($0) || $0 == "is" }), key.isDenied {
      isSure = true
    } else if Self.ofLabels.contains(last),
      said.contains(where: { Self.goingOn.contains($0) || $0 == "open" || $0 == "active" })
    {
      isSure = true
    } else if words.contains(where: { word in Self.again.contains(where: word.hasPrefix) }),
      key.value.holdsDay
    {
      isSure = true
    } else if words.contains(where: Self.additions.contains), Self.isLength(said) {
      isSure = true
    } else {
      guard Self.saysLonger(key.value, said) else { return nil }
      isSure = false
    }
  }

  /// Whether a key says that it is over: `lifted: true`, `ended: 2026-06-05`, where that day is no later
  /// than the end.
  static func isOver(_ key: UnreadKey, _ words: [String], by end: LaterEnd) -> Bool {
    guard words.contains(where: over.contains),
      words.allSatisfy({ over.contains($0) || besideOver.contains($0) || $0 == "at" })
    else { return false }
    if ["true", "yes", "done"].contains(WordForm.fold(key.value)) { return true }
    let days = WrittenDay.all(in: key.value)
    return key.value.holdsDay && !days.isEmpty && !days.contains(where: end.isBehindLast)
  }

  /// `goes on`, `came back`: whatever day there is.
  static func saysMore(_ words: [String]) -> Bool {
    // `Everything else goes on as usual`
    if words.contains("else") || words.contains("usual") { return false }
    return zip(words, words.dropFirst()).contains { goesOn.contains("\($0) \($1)") }
  }

  /// `still in force`, `not lifted yet`: that something has not ended.
  static func isStill(_ words: [String]) -> Bool {
    words.indices.contains { index in
      let next = words.dropFirst(index + 1)
      switch words[index] {
      case "still":
        // `still be allowed`, `are still needed` speak of something else.
        return next.isEmpty || next.first.map { ["on", "down"].contains($0) } ?? false
          || next.prefix(2).contains(where: holding.contains)
      case "not":
        let said = next.drop { ["yet", "fully", "been", "yet"].contains($0) }
        return said.first.map(closing.contains) ?? false
      default: return false
      }
    }
  }

  /// Whether a word is one of those that `still` and `not` make a state of.
  static func isOfStill(_ word: String) -> Bool {
    holding.contains(word) || closing.contains(word) || word == "on" || word == "down"
  }

  /// `3d`, `3 days`
  private static func isLength(_ said: [String]) -> Bool {
    said.count < 4 && said.contains { $0.utf8.first.map { (0x30...0x39).contains($0) } ?? false }
  }

  /// `extended to 12 June`, `now until Friday`, `came back on Monday`.
  private static func saysLonger(_ text: String, _ words: [String]) -> Bool {
    if saysMore(words) || isStill(words) { return true }
    // `reopened`, `recurring again`, and nothing else.
    if words.contains(where: goingOn.contains),
      words.allSatisfy({ goingOn.contains($0) || besideGoingOn.contains($0) })
    {
      return true
    }
    let isLater = words.contains { goingOn.contains($0) || $0 == "until" || $0 == "till" }
    func has(_ known: Set<String>) -> Bool { words.contains(where: known.contains) }
    return isLater
      && (text.holdsDay || has(namedDays)
        || has(["further", "notice", "later"]))
  }

  private static let namedDays = RemarkWords.days.subtracting(["then", "end", "week", "may"])
  private static let ofStates: Set<String> = ["status", "state", "phase", "lifecycle", "stage"]
  private static let ofLabels: Set<String> = ["tags", "tag", "labels", "label", "flags", "flag"]
  private static let holding: Set<String> = [
    "open", "active", "force", "effect", "holds", "applies", "valid", "going", "ongoing",
    "running", "frozen", "lasts", "continues", "unresolved",
  ]
  private static let closing: Set<String> = [
    "over", "resolved", "closed", "finished", "ended", "fixed", "lifted", "mitigated", "recovered",
    "restored", "solved", "stable", "expired",
  ]
  private static let openKeys: Set<String> = [
    "active", "force", "frozen", "holds", "ongoing", "open", "live", "effect", "unresolved",
    "continuing", "continues", "running", "indefinite", "renewed", "still", "prolonged", "extended",
  ]
  private static let unresolved: Set<String> = [
    "none", "not", "no", "partial", "partially", "pending", "open", "incomplete", "temporary",
  ]
  private static let additions: Set<String> = [
    "ext", "plus", "add", "added", "more", "another", "bonus", "overtime",
  ]
  /// Beginnings of keys whose day is one on which it was not over.
  private static let again = ["recur", "relaps", "reopen", "resurfac", "return", "resolv", "again"]
  private static let over: Set<String> = [
    "over", "resolved", "closed", "done", "finished", "ended", "end", "fixed", "complete",
    "completed", "mitigated", "recovered", "restored", "stable", "lifted", "past", "archived",
    "solved", "expired", "inactive", "reviewed", "postmortem", "mortem", "published", "review",
    "cancelled", "obsolete", "final", "elapsed",
  ]
  private static let besideOver: Set<String> = [
    "and", "is", "was", "the", "post", "pir", "report", "written", "due", "scheduled", "in",
    "analysed", "analyzed", "by", "on", "since", "all", "clear", "follow", "up", "actions", "fully",
  ]
  private static let goingOn: Set<String> = [
    "extended", "extend", "extends", "reopened", "ongoing", "unresolved", "continuing", "recurring",
    "prolonged", "continues", "through", "lengthened", "further",
  ]
  private static let besideGoingOn: Set<String> = [
    "it", "is", "was", "has", "been", "now", "again", "still", "by", "the", "board", "incident",
    "freeze", "problem", "outage", "yes", "true",
  ]
  private static let goesOn: Set<String> = [
    "going on", "goes on", "went on", "came back", "comes back", "is back", "happened again",
    "keeps happening", "continues until", "extended until", "extended to",
  ]
}
