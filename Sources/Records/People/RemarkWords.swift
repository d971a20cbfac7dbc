/// The words that a remark beside the name of an approver is understood by, as `WordForm.fold` leaves
/// them.
enum RemarkWords {
  /// Somebody said yes.
  static let affirming: Set<String> = [
    "approved", "approves", "approve", "approval", "signed", "signoff", "ok", "okay", "yes",
    "lgtm", "confirmed", "confirms", "accepted", "accepts", "agreed", "agrees", "granted",
    "reviewed", "unanimous", "unanimously", "cleared", "endorsed", "authorised", "authorized",
    "passed", "given", "good", "fine", "happy", "carried",
  ]

  /// What is said of an approval leaves open whether it was given: it is wished for, to come, for
  /// somebody else to give, or bound to something.
  static let doubtful: Set<String> = [
    "if", "once", "when", "unless", "until", "except", "but", "subject", "provided", "providing",
    "assuming", "assumed", "depending", "conditional", "conditionally", "condition", "conditions",
    "partial", "partially", "partly", "only", "maybe", "perhaps", "probably", "possibly",
    "hopefully", "presumably", "allegedly", "supposedly", "implied", "implicit", "apparently",
    "ask", "asks", "asking", "please", "ping", "pinged", "cc", "fyi", "assign", "assigned",
    "assignee", "invited", "invite", "nominated", "proposed", "proposal", "suggested", "planned",
    "scheduled", "draft", "drafted", "agenda", "next", "tomorrow", "later", "soon", "upcoming",
    "future", "coming", "tabled", "discuss", "discussed", "discussing", "discussion", "consider",
    "considered", "considering", "undecided", "decide", "might", "could", "would", "should",
    "shall", "may", "want", "wants", "wanted", "need", "needs", "wish", "request", "requests",
    "reminder", "reminded", "chase", "chased", "escalated", "sick", "leave", "holiday", "away",
    "left", "placeholder", "template", "dummy", "fake", "forged",
    "hold", "wait", "incomplete", "unfinished", "unclear", "unknown", "disputed", "contested",
    "concern", "concerns", "worried", "worries", "issues", "problem", "problems", "failed", "fails",
    "wrong", "error", "errors", "cancel", "cancelled", "canceled", "void", "invalid", "obsolete",
    "superseded", "replaced", "removed", "retracted", "retracts", "undone", "reverted", "stale",
    "outdated", "old", "previous", "previously", "earlier", "former", "formerly", "instead",
    "sent", "informed", "notified", "shown", "started", "begun", "ongoing", "progress", "under",
    "still", "incorrect", "mistake", "accident", "accidentally", "automatic", "automatically",
    "auto", "bot", "robot", "script", "can", "able", "allowed", "needed", "required", "necessary",
    "missing", "lapsed", "false", "n", "against", "fix", "fixes", "fixing",
  ]

  /// Words that say nothing for or against: when, where, how and as what somebody said so.
  static let neutral: Set<String> = [
    "the", "a", "an", "of", "in", "by", "via", "from", "as", "per", "with", "and", "is", "was",
    "has", "have", "been", "it", "its", "also", "both", "all", "this", "that", "these", "see",
    "we", "i", "our", "my", "their", "they", "he", "she", "for", "at", "on", "off", "to", "about",
    "out", "over", "through", "during", "after", "before", "since", "now", "then", "again", "too",
    "plus", "same", "day", "date", "time", "morning", "evening", "week", "today", "yesterday",
    "utc", "gmt", "am", "pm", "january", "february", "march", "april", "june", "july", "august",
    "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
    "sep", "sept", "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "pr", "mr", "pull",
    "merge", "ticket", "jira", "github", "gitlab", "link", "meeting", "call", "minutes", "email",
    "mail", "slack", "teams", "zoom", "chat", "thread", "channel", "verbal", "verbally", "orally",
    "phone", "person", "writing", "written", "comment", "commit", "review", "reviews",
    "reviewer", "reviewers", "approver", "approvers", "decision", "vote", "votes", "voted",
    "record",
    "recorded", "documented", "documents", "note", "number", "done",
    "complete", "completed", "sign", "behalf", "name", "role", "diff", "code", "change", "changes",
    "plan", "tests", "design", "rollback", "risk", "low", "medium", "high", "normal", "standard",
    "emergency", "critical", "major", "minor", "tech", "technical", "security", "cab", "ecab",
    "board", "committee", "chair", "chaired", "chairman", "chairwoman", "chairperson", "lead",
    "leads", "head", "manager", "management", "director", "officer", "cto", "ceo", "ciso", "cio",
    "cfo", "coo", "vp", "president", "engineer", "engineers", "engineering", "developer",
    "architect",
    "architecture", "operations", "ops", "platform", "infrastructure", "infra", "network",
    "database", "dba", "sre", "devops", "team", "group", "member", "members", "senior", "principal",
    "staff", "junior", "deputy", "acting", "owner", "product", "quality", "qa", "release",
    "service",
    "item", "point", "page", "section", "ref", "reference", "id", "version", "advisory",
    "governance", "validator", "validators", "oncall", "duty", "shift", "peer",
    "representative", "responsible", "secretary", "delegate", "first", "second", "third", "me",
  ]

  /// Words that a remark may deny: `no objections`, `without conditions`, `not urgent`.
  static let deniable: Set<String> = [
    "urgent", "objections", "objection", "remarks", "findings", "questions", "reservations",
    "blockers", "blocking", "caveats", "risks", "open", "points", "restrictions", "pending",
    "outstanding", "rejected", "declined", "requested", "required", "needed", "necessary",
    "comments", "comment", "notes", "note", "changes",
  ]

  /// What may say anything of an approval, for whoever is told to read it.
  static let elsewhere: Set<String> = [
    "comment", "comments", "note", "notes", "remark", "remarks", "thread", "discussion", "below",
    "above",
  ]

  /// Names of days and months, and of parts of a day: by themselves they do not say which.
  static let times: Set<String> = days.subtracting([
    "may", "today", "then", "end", "eod", "eob", "cob", "eow", "tomorrow",
  ]).union(["evening", "morning", "afternoon", "night"])

  /// Other words for a time, which no name has beside another.
  static let occasions: Set<String> = [
    "year", "month", "quarter", "spring", "summer", "autumn", "winter", "christmas", "easter",
    "weekend", "sprint", "afternoon", "night", "tonight", "noon", "midnight",
  ]

  /// Whether a word is one of a time: `Tuesday`, `year`, `q1`.
  static func isTime(_ word: String) -> Bool {
    if times.contains(word) || occasions.contains(word) || word == "new" { return true }
    return "qhw".contains(word.first ?? " ") && word.count > 1
      && word.dropFirst().allSatisfy(\.isNumber)
  }

  static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec",
  ]

  /// Words behind `by` that make it a day by which something is to come: `by Friday`.
  static let days: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "today",
    "tomorrow", "tonight", "noon", "midnight", "eod", "eob", "cob", "eow", "end", "then", "week",
  ]
}
