import PolicyReading

/// What the words around a name say of the approval that it stands for.
enum ApprovalWords {
  /// Whether a word denies what follows it.
  static func isDenying(_ word: String) -> Bool { denying.contains(word) }

  /// Nil where nothing speaks against it. Words are in the form of `WordForm`.
  static func fault(in words: [String]) -> Unapproved.Reason? {
    var pending = false
    for (index, word) in words.enumerated() {
      let isDenied = words[max(0, index - 2)..<index].contains(where: denying.contains)
      if refusing.contains(where: word.hasPrefix), !isDenied { return .refused }
      if isDenied, word.hasPrefix("approv") || word == "agreed" || word == "accepted" {
        return .refused
      }
      if waiting.contains(where: word.hasPrefix) && !isDenied
        || awaited.contains(word) && !isDenied
          && (word != "will" || index > 0 || words.dropFirst().first.map(isPromise) ?? false)
      {
        pending = true
      }
      if isDenied, given.contains(where: word.hasPrefix) { pending = true }
      guard index > 0 else { continue }
      switch (words[index - 1], word) {
      case ("not", "yet"), ("n", "a"), ("to", "be"), ("in", "review"), ("in", "progress"),
        ("under", "review"), ("on", "hold"), ("to", "review"), ("to", "approve"), ("to", "sign"),
        ("to", "confirm"), ("to", "follow"), ("to", "do"), ("not", "sure"), ("not", "needed"),
        ("not", "required"), ("not", "necessary"), ("not", "applicable"), ("not", "lgtm"):
        pending = true
      case ("changes", "requested"), ("review", "requested"), ("approval", "requested"):
        if !words[..<(index - 1)].contains(where: denying.contains) { pending = true }
      default: break
      }
    }
    return pending ? .pending : nil
  }

  /// A verb after `will`: `Will` alone begins a name.
  private static func isPromise(_ word: String) -> Bool {
    ["approve", "review", "sign", "be", "follow", "confirm", "decide", "look"].contains(word)
  }

  private static let refusing = [
    "reject", "declin", "denied", "denies", "denial", "disapprov", "refus", "vetoed", "vetoes",
    "withdrew", "withdrawn", "revoke", "rescind", "veto", "unapprov", "disagree", "objected",
    "objects",
    "objection", "oppose", "nack", "blocked", "forbid", "forbad", "cancelled", "canceled",
  ]
  private static let waiting = [
    "pending", "await", "waiting", "outstanding", "tentative", "provisional", "unconfirmed",
    "unsigned", "deferred", "postponed", "abstain", "waived", "exempt", "skipped", "bypass",
    "overrid", "lapse", "absent", "unavailable", "vacation", "expired",
  ]
  private static let awaited: Set<String> = [
    "tbd", "tbc", "tba", "todo", "will", "should", "must", "needs", "requested", "expected",
    "asked",
    "except", "until", "unless",
  ]
  private static let denying: Set<String> = [
    "not", "never", "no", "without", "isnt", "hasnt", "wasnt", "didnt", "lacks", "missing", "nor",
    "neither", "non", "cannot", "cant", "wont", "nothing", "nobody", "none", "arent", "doesnt",
    "havent",
  ]
  private static let given = [
    "review", "sign", "given", "granted", "consent", "done", "confirm", "respond", "answer", "seen",
    "complet", "obtained", "received", "finished",
  ]

  /// Words that stand beside a name in the place of an approval, and are none themselves.
  static let around: Set<String> = [
    "approved", "approves", "approve", "approval", "approvals", "by", "reviewed", "reviews",
    "review", "reviewer", "signed", "sign", "off", "signoff", "on", "at", "ok", "okay", "yes",
    "done", "complete", "completed", "passed", "pass", "lgtm", "date", "the", "see", "in", "of",
    "pr", "mr", "ticket", "link", "meeting", "minutes", "email", "mail", "slack", "thread",
    "verbal", "verbally", "phone", "call", "given", "granted", "confirmed", "accepted", "agreed",
    "via", "from", "as", "per", "decision", "with", "a", "an", "is", "was", "has", "been", "it",
    "utc", "am", "pm", "january", "february", "march", "april", "june", "july", "august",
    "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul",
    "aug", "sep", "sept", "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "today", "yesterday", "required", "received", "to", "be", "if",
    "not", "n", "yet", "pending", "rejected", "declined", "refused", "denied", "waiting", "for",
    "awaiting", "requested", "tbd", "tbc", "tba", "todo", "no", "none", "never", "without",
    "unanimous", "unanimously", "vote", "all", "everybody", "everyone", "everything", "nobody",
    "waived", "exempt", "exempted", "skipped", "bypassed", "overridden", "override", "automatic",
    "automatically", "auto", "self", "emergency", "standard", "preapproved", "pre", "delegated",
    "expired", "absent", "unavailable", "vacation", "holiday", "away", "out", "office", "missing",
    "later", "soon", "urgent", "ignored", "obtained", "verified", "checked", "cleared", "good",
    "fine", "sure", "acknowledged", "ack", "noted", "informed", "notified", "sent", "scheduled",
    "due", "open", "closed", "new", "draft", "true", "false", "valid", "invalid", "unknown",
    "applicable", "needed", "necessary", "relevant", "implicit", "implied", "assumed", "after",
    "before", "fact", "post", "hoc", "people", "person", "member", "members", "reviewers",
    "approver", "approvers", "low", "medium", "high", "risk", "change", "changes",
    "someone", "somebody", "anyone", "whoever", "team", "we", "they", "this", "that", "and", "or",
  ]
}
