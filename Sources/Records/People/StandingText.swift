import PolicyReading
import SourceText

/// What a list of people says of whether somebody still may act, in columns such as `Active`, `Left` or
/// `On leave`, and in words such as `left`, `suspended` or `no longer`.
enum StandingText {
  /// What a cell under such a head says.
  enum Answer: Sendable, Hashable { case holds, ended, unclear }

  /// How a head has to be answered for somebody to hold their roles.
  enum Head: Sendable, Hashable {
    /// `Active`, `May approve`: by a yes.
    case affirming
    /// `Left`, `On leave`: by a no, or not at all.
    case denying
    /// `Status`, `Employment`: in words.
    case open
  }

  /// Nil for a head that speaks of something else.
  static func head(_ folded: String) -> Head? {
    let words = folded.parts(at: " ")
    // Who stands in for somebody on holiday.
    if words.contains(where: covering.contains) { return nil }
    if words.contains(where: saysEnd) { return .denying }
    if words.contains(where: affirming.contains) { return .affirming }
    return words.contains(where: open.contains) ? .open : nil
  }

  /// - Parameter text: a cell without white space at its ends.
  static func answer(_ text: String, under head: Head) -> Answer {
    let folded = WordForm.fold(text)
    if text.contains("?") { return .unclear }
    if folded.isEmpty, !text.isEmpty, !marksOfNothing.contains(text) {
      let isYes = marksOfYes.contains(text)
      let isNo = marksOfNo.contains(text)
      guard isYes || isNo else { return .unclear }
      return isYes == (head != .denying) ? .holds : .ended
    }
    let isNothing = folded.isEmpty || ["none", "n a", "na", "never", "nil"].contains(folded)
    switch head {
    case .affirming:
      if yes.contains(folded) || standing.contains(folded) { return .holds }
      return isNothing || no.contains(folded) || isOver(folded) ? .ended : .unclear
    case .denying:
      if isNothing || no.contains(folded) { return .holds }
      return yes.contains(folded) || isOver(folded) ? .ended : .unclear
    case .open:
      // A cross may tick a status or strike it.
      if folded == "x" { return .unclear }
      if isNothing || standing.contains(folded) || yes.contains(folded) { return .holds }
      return isOver(folded) || no.contains(folded) ? .ended : .unclear
    }
  }

  /// Whether words say that somebody may not act any more, or not now.
  static func isOver(_ folded: String) -> Bool {
    let words = folded.parts(at: " ")
    if words.contains(where: saysEnd) { return true }
    return zip(words, words.dropFirst()).contains { pairs.contains("\($0) \($1)") }
  }

  /// Whether a remark says nothing but that somebody may not act, or since when: `left in May`, `on
  /// leave`; not `left Berlin for Rome`.
  static func isStatement(_ text: String) -> Bool {
    let folded = WordForm.fold(text)
    guard isOver(folded) else { return false }
    return folded.parts(at: " ").allSatisfy { word in
      saysEnd(word) || ofPairs.contains(word) || around.contains(word)
        || RemarkWords.days.contains(word)
        || word.unicodeScalars.contains { $0.properties.numericType != nil }
    }
  }

  private static func saysEnd(_ word: String) -> Bool {
    ended.contains(word)
      || endings.contains(where: word.hasPrefix) && !word.hasPrefix("department")
  }

  /// Words that say nothing beside those of an end.
  private static let around: Set<String> = [
    "in", "on", "since", "until", "till", "from", "of", "at", "the", "by", "for", "has", "have",
    "is", "was", "been", "now", "with", "here", "there", "he", "she", "they", "us", "already",
    "currently",
    "temporarily", "indefinitely", "last", "next", "year", "month", "week", "garden", "medical",
    "may", "approve", "act", "company", "access", "account", "approvals", "rights", "permissions",
    "again", "back", "and", "as", "date", "are", "were", "be", "changes", "sign", "review",
    "anything",
  ]

  private static let yes: Set<String> = ["yes", "y", "true", "1", "x", "ok", "on"]
  private static let no: Set<String> = ["no", "n", "false", "0", "off", "not yet", "out"]
  private static let marksOfNothing: Set<String> = ["-", "–", "—", "―"]
  private static let marksOfYes: Set<String> = ["✓", "✔", "☑", "✅", "✔️", "🟢", "●"]
  private static let marksOfNo: Set<String> = ["✗", "✘", "❌", "☐", "✖", "🔴", "○"]

  private static let standing: Set<String> = [
    "active", "current", "employed", "enabled", "permanent", "full time", "part time", "in office",
    "present", "available", "in", "working", "valid", "approved", "employee", "regular",
    "contractor",
    "contract", "freelance", "external", "internal", "staff", "member", "full", "here", "live",
  ]
  private static let affirming: Set<String> = [
    "active", "enabled", "employed", "current", "valid", "can", "may", "allowed", "eligible",
    "authorised", "authorized", "present", "available", "approver", "approves", "working",
    "entitled",
    "certified",
  ]
  private static let covering: Set<String> = [
    "cover", "covers", "deputy", "backup", "substitute", "stand", "replacement", "days",
    "allowance",
  ]
  private static let open: Set<String> = [
    "status", "standing", "employment",
  ]
  private static let ended: Set<String> = [
    "left", "gone", "ex", "former", "formerly", "alumni", "alumnus", "leave", "leaver", "loa",
    "pto",
    "ooo", "away", "absent", "absence", "vacation", "holiday", "sabbatical", "parental",
    "maternity",
    "paternity", "sick", "deceased", "blocked", "locked", "ended", "notice", "moved", "removed",
    "quit",
    "exit", "exited", "dismissed", "fired", "sacked", "archived", "old", "past", "inactive", "out",
    "stopped", "paused", "unavailable", "invalid", "cancelled", "closed", "lapsed", "obsolete",
  ]
  private static let endings = [
    "offboard", "suspend", "deactivat", "disabl", "revok", "terminat", "resign", "retire", "depart",
    "expir", "withdr", "inactiv", "unemploy",
  ]
  private static let ofPairs = Set(pairs.flatMap { $0.parts(at: " ") })
  private static let pairs: Set<String> = [
    "no longer", "not active", "not any", "any more", "last day", "contract ended", "read only",
    "not now", "not available", "may not", "must not", "cannot approve", "not approve",
    "stepped down",
    "stood down", "signed off", "does not", "do not", "until further",
  ]
}
