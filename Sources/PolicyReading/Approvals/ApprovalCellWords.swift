import SourceText

/// The words of the Approval column that are no names of roles.
enum ApprovalCellWords {
  /// Nobody is asked.
  static func asksNobody(_ folded: String) -> Bool { nobody.contains(folded) }

  static func isPreApproved(_ folded: String) -> Bool {
    ["pre approved", "preapproved", "pre authori", "preauthori", "standing approval"].contains {
      folded.hasPrefix($0)
    }
  }

  /// Whether words, folded, say no more than that something is approved beforehand: where, how, by whom, or
  /// for what. `Pre-approved und CTO` asks somebody.
  static func saysPreApprovedAlone(_ words: [String]) -> Bool {
    let rest = words.drop { word in
      ["pre", "standing", "approval"].contains(word)
        || ["preapprov", "approv", "preauthori", "authori"].contains(where: word.hasPrefix)
    }
    return rest.first.map(behindPreApproved.contains) ?? true
      || rest.allSatisfy {
        ofCatalogues.contains($0) || harmless.contains($0) || fillers.contains($0)
      }
  }

  private static let behindPreApproved: Set<String> = [
    "by", "via", "through", "per", "in", "on", "under", "from", "as", "using",
  ]

  private static let ofCatalogues: Set<String> = [
    "standard", "change", "changes", "catalogue", "catalog", "list", "template", "templates",
    "procedure", "procedures", "runbook", "runbooks", "model", "models", "routine", "only",
    "automatically", "automated", "automatic", "annual", "annually", "yearly", "quarterly", "once",
    "type", "types", "work",
  ]

  /// Something follows the change, or somebody is only told of it.
  static func isAfterwards(_ words: [String]) -> Bool {
    let folded = " " + words.joined(separator: " ") + " "
    return afterwards.contains { folded.holds(" \($0) ") } || isAfterChange(words)
      || words.contains { word in ["notif", "inform"].contains { word.hasPrefix($0) } }
  }

  /// `after deployment`, `after the event`; not `after security`, which comes before the change.
  private static func isAfterChange(_ words: [String]) -> Bool {
    guard let index = words.lastIndex(of: "after") else { return false }
    let next = words[(index + 1)...].first { !["the", "a", "an", "each", "every"].contains($0) }
    return next.map(whatItFollows.contains) ?? true
  }

  /// What is left of a remark that says "afterwards" without the words that only say when.
  static func telling(of remark: [String]) -> [String] {
    remark.filter { word in
      !fillers.contains(word) && !timeWords.contains(word) && Int(word) == nil
    }
  }

  /// A remark that changes nothing of who approves beforehand.
  static func isHarmless(_ words: [String]) -> Bool {
    !words.isEmpty && words.allSatisfy { harmless.contains($0) || fillers.contains($0) }
  }

  /// Whoever stands in for a role approves as that role.
  static func isDelegate(_ words: [String]) -> Bool {
    let telling = words.filter { !["their", "his", "her", "the", "a", "or"].contains($0) }
    return telling.count == 1
      && ["delegate", "delegates", "deputy", "deputies", "designee", "backup", "stand in"].contains(
        telling[0])
  }

  /// Words that no name of a role has: with one of them a cell says more than who approves.
  static func limits(_ word: String) -> Bool { limiting.contains(word) || Int(word) != nil }

  /// Around a name, and no part of it.
  static let around: Set<String> = [
    "the", "a", "an", "any", "by", "from", "of", "required", "mandatory", "needed", "must", "both",
    "verbal", "verbally", "written", "minimum", "min", "one",
  ]

  static let risks: [String] = ["low", "medium", "high", "critical"]
  static let otherRisks: Set<String> = [
    "minimal", "very low", "moderate", "significant", "major", "minor", "severe", "very high",
    "extreme",
  ]

  private static let nobody: Set = [
    "none", "nobody", "no one", "not required", "none required", "not needed", "none needed",
    "no approval", "no approval required", "no approval needed", "approval not required",
    "not applicable", "n a", "na", "automatic", "automated", "automatically",
    "automatic approval", "automated approval", "auto", "auto approved", "automatically approved",
  ]

  private static let afterwards = [
    "post facto", "postfacto", "post hoc", "posthoc", "ex post", "post implementation",
    "post change", "post deployment", "post event",
    "post approval", "post approved", "post review", "postreview", "after the fact",
    "after the event", "retro",
    "retrospective", "retrospectively", "retroactive", "retroactively", "afterwards", "afterward",
    "subsequent", "subsequently",
  ]

  private static let whatItFollows: Set<String> = [
    "change", "changes", "deployment", "deployments", "deploying", "implementation", "release",
    "rollout", "event", "fact", "go", "completion", "execution", "work",
  ]

  private static let fillers: Set<String> = [
    "approval", "approvals", "review", "reviews", "reviewed", "sign", "off", "signoff", "the", "a",
    "an", "by", "of", "for", "in", "on", "with", "and", "at",
  ]

  private static let timeWords: Set<String> = [
    "post", "facto", "postfacto", "hoc", "posthoc", "ex", "implementation", "change", "deployment",
    "event", "after", "fact", "retro", "retrospective", "retrospectively", "retroactive",
    "retroactively", "afterwards", "afterward", "subsequent", "subsequently", "within", "hour",
    "hours", "h", "day", "days", "business", "working", "week", "weeks", "next", "following",
  ]

  private static let harmless: Set<String> = [
    "verbal", "verbally", "written", "email", "mail", "documented", "recorded", "logged", "weekly",
    "daily", "monthly", "meeting", "meetings", "async", "asynchronous", "online", "minimum", "min",
    "advance", "required", "mandatory", "emergency", "emergencies", "chain", "phone", "chat",
    "monday", "mondays", "tuesday", "tuesdays", "wednesday", "wednesdays", "thursday", "thursdays",
    "friday", "fridays",
  ]

  private static let limiting: Set<String> = [
    "if", "when", "unless", "except", "otherwise", "else", "within", "before", "after", "during",
    "above", "below", "over", "under", "until", "depending", "depends", "not", "no", "only",
    "where",
    "than", "day", "days", "hour", "hours", "minutes", "for", "per", "via", "to", "is", "are",
    "should", "can", "may", "will", "optional", "recommended", "applicable", "with", "without",
    "then", "as", "see", "same", "all", "either", "more", "less", "least", "most", "two", "three",
    "four", "five", "low", "medium", "high", "critical", "risk", "risks", "majority", "quorum",
    "unanimous", "incl", "including", "twice", "also", "who", "which", "once", "every", "each",
  ]
}
