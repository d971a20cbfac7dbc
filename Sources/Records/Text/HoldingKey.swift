import PolicyReading
import SourceText

/// Keys that nobody reads and that by their name hold a change back, bind its approvals or end them:
/// `hold_reason`, `approved_until`, `objections`, `wait_for`. What denies them, such as `objections: none`, says
/// nothing.
struct HoldingKey {
  private let words: [String]
  private let key: UnreadKey

  /// - Parameter words: as `plainWords` leaves them.
  init(_ key: UnreadKey, _ words: [String]) {
    self.key = key
    self.words = words
  }

  /// The words of a key without a number behind them and the mark of a private one before them: `x-hold`,
  /// `hold2`. `sign_off` is one word.
  static func plainWords(of key: UnreadKey) -> [String] {
    var words = key.words.map { WordForm.trim($0, \.isNumeral) }.filter { !$0.isEmpty }
    if words.count > 1, words[0] == "x" { words.removeFirst() }
    for index in words.indices.dropLast().reversed()
    where ["sign", "signed"].contains(words[index]) && words[index + 1] == "off" {
      words.replaceSubrange(index...index + 1, with: ["signoff"])
    }
    return words
  }

  var isMeant: Bool {
    if words.isEmpty { return false }
    if !key.isDenied {
      if words.contains(where: Self.holding.contains) { return true }
      if words.count == 1, Self.alone.contains(words[0]) { return true }
      if tellsWhy || waits || bindsApproval || limitsTime { return true }
    }
    return refuses
  }

  /// `hold_reason`, `stop_note`: there is one only of what was held.
  private var tellsWhy: Bool {
    words.count > 1 && Self.stops.contains(words[0])
      && words.dropFirst().allSatisfy(Self.remarks.contains)
  }

  /// `wait_for`, `waits_on`.
  private var waits: Bool {
    ["wait", "waits", "waiting"].contains(words[0]) && ["for", "on"].contains(words.last ?? "")
  }

  /// `approved_until`, `approval_ttl`, `min_approvals`.
  private var bindsApproval: Bool {
    words.contains(where: Self.isOfApproval) && words.contains(where: Self.bounds.contains)
  }

  /// `allowed_from`, `good_until`, `nights_only`, `weekdays: Sunday`.
  private var limitsTime: Bool {
    if words.count > 1, words.contains(where: Self.ends.contains),
      words.allSatisfy({ Self.ends.contains($0) || Self.permitting.contains($0) })
    {
      return true
    }
    if words.contains("only"), words.allSatisfy(Self.times.contains) { return true }
    return words.count == 1 && ["days", "weekdays", "weekday"].contains(words[0])
      && WordForm.words(key.value).contains(where: RemarkWords.days.contains)
  }

  /// `deploy: false`, `vote: against`, `approved_by: nobody`, `cto_approval: missing`, `gate: closed`.
  private var refuses: Bool {
    let said = WordForm.words(key.value)
    if key.isDenied {
      return words.allSatisfy { Self.affirming.contains($0) || Self.beside.contains($0) }
        && words.contains(where: Self.affirming.contains)
    }
    if words.contains(where: Self.votes.contains) {
      return said.contains { $0 == "against" || $0 == "no" || $0 == "nay" }
        || ApprovalWords.fault(in: said) == .refused
    }
    let isOfState = words.contains { ["status", "state", "result", "outcome"].contains($0) }
    if isOfState, words.contains(where: { $0.hasPrefix("review") }) {
      return ApprovalWords.fault(in: said) != nil
    }
    if words.contains(where: Self.isOfApproval)
      || words.last == "by" && Self.affirming.contains(words[0])
    {
      return NonName.matches(key.value) || said.contains { ["missing", "lacking"].contains($0) }
    }
    return words == ["gate"] && said.contains { ["closed", "shut", "blocked"].contains($0) }
  }

  private static func isOfApproval(_ word: String) -> Bool {
    word.hasPrefix("approv") || word.hasPrefix("signoff")
  }

  private static let holding: Set<String> = [
    "blocker", "blockers", "blocking", "veto", "vetoes", "objection", "objections", "objected",
    "opposed", "dissent", "dissenting", "moratorium", "blackout", "quarantine", "quarantined",
    "lapsed", "lapses", "prerequisite", "prerequisites", "precondition", "preconditions",
    "restricted", "restriction", "restrictions", "reapproval", "reapprove", "unapprove",
    "disapproval", "showstopper", "showstoppers",
  ]
  private static let alone: Set<String> = [
    "against", "concern", "concerns", "until", "till", "lock", "stale", "cancel", "abort", "freeze",
    "freezes", "frozen", "validity", "sunset", "pause", "suspend", "block", "no go", "nogo",
  ]
  private static let stops: Set<String> = [
    "hold", "block", "stop", "pause", "halt", "cancel", "freeze", "abort", "suspension", "suspend",
    "delay", "embargo", "reject", "deny",
  ]
  private static let remarks: Set<String> = [
    "reason", "reasons", "note", "notes", "cause", "comment", "by", "since", "until", "date",
    "status", "state", "message", "why",
  ]
  private static let bounds: Set<String> = [
    "until", "till", "to", "from", "ttl", "valid", "validity", "for", "through", "lifetime", "min",
    "minimum", "additional", "further", "extra", "more", "second", "lapse", "sunset", "before",
    "renew", "renewal", "renewed",
  ]
  private static let ends: Set<String> = ["until", "till", "from"]
  private static let permitting: Set<String> = [
    "good", "allowed", "permitted", "ok", "cleared", "released", "hold", "held", "use", "usable",
    "frozen", "closed", "not", "on", "is",
  ]
  private static let times: Set<String> = [
    "only", "on", "at", "in", "days", "day", "weekdays", "nights", "night", "weekends", "weekend",
    "maintenance", "window", "windows", "emergency", "hours", "during", "business",
  ]
  private static let affirming: Set<String> = [
    "deploy", "deployable", "mergeable", "proceed", "signoff", "accepted", "waived", "approved",
  ]
  private static let beside: Set<String> = [
    "risk", "may", "can", "is", "to", "the", "change", "by",
  ]
  private static let votes: Set<String> = ["vote", "votes", "voted", "ballot"]
}
