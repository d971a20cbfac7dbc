import SourceText

/// The words by which a heading, a column or a sentence speaks of freezes or windows: all of them
/// here, as `WordForm.fold` leaves them.
enum DecidingWords {
  /// What a heading announces.
  struct Topic {
    var freezes = false
    var windows = false
    /// A word that announces something else as often (`Maintenance of this document`).
    var isVague = false

    var isEmpty: Bool { !freezes && !windows }
  }

  /// Beginnings of words.
  static let freezes: [StaticString] = [
    "freez", "frozen", "blackout", "black out", "moratori", "embargo", "lockdown", "lock down",
    "no change", "no deploy", "no release", "quiet period", "standstill",
  ]
  private static let windows: [StaticString] = [
    "window", "deployment time", "deployment hour", "deployment schedule", "deployment day",
    "change hour", "change time", "release hour", "release time", "release day", "when we deploy",
    "when to deploy",
  ]
  private static let vague: [StaticString] = ["maintenance"]
  /// The operating system, not a time.
  private static let systems: [StaticString] = [
    "windows server", "windows host", "windows machine", "windows client", "windows update",
    "windows patch",
  ]

  static func topic(ofHeading title: String) -> Topic {
    let words = Array(" \(WordForm.fold(title))".utf8)
    func has(_ beginnings: [StaticString]) -> Bool {
      beginnings.contains { WordSearch.finds($0, in: words) }
    }
    var topic = Topic()
    topic.freezes = has(freezes)
    topic.windows = has(windows) && !has(systems)
    if topic.isEmpty, has(vague) {
      topic.windows = true
      topic.isVague = true
    }
    return topic
  }

  /// The subjects of a sentence that holds changes back.
  static let work: Set = [
    "change", "changes", "deployment", "deployments", "deploy", "deploys", "deploying", "release",
    "releases", "releasing", "rollout", "rollouts", "upgrade", "upgrades", "merge", "merges",
    "maintenance", "work",
  ]

  /// How sentences say that they hold changes back.
  static let prohibitions: [StaticString] = [
    "not allowed", "not permitted", "prohibit", "forbid", "suspend", "banned", "not be made",
    "not be deployed", "not be released", "not made", "not deployed", "not released", "never",
    "halt", "pause", "stop", "cease", "block", "on hold", "closed from", "closed over",
    "closed during", "closed between", "closed until", "are held", "is held", "not accepted",
    "not scheduled", "disallow",
    "do not deploy", "do not release", "not deploy", "nothing is deployed", "nothing is released",
    "nothing goes live",
  ]

  /// How sentences without the word say when work is done.
  static let allowances: [StaticString] = [
    "we deploy", "we release", "deploy on", "deploy only", "deploy between", "deploy from",
    "deployed on", "deployed only", "deployed between", "deployed from", "deployments happen",
    "deployments take place", "deployments are allowed", "deployments are permitted",
    "deployments are made", "deployments are done", "deployments are possible", "deployments may",
    "deployments only", "deployments run", "deployments between", "deployments on",
    "changes are made", "changes may be made", "changes are allowed", "changes are permitted",
    "changes take place", "changes happen", "changes are deployed", "changes may be deployed",
    "changes are only", "changes only", "releases happen", "releases take place",
    "releases are made", "go live on", "goes live on",
  ]

  /// Days that are named and not dated.
  static let occasions: [StaticString] = [
    "christmas", "xmas", "easter", "thanksgiving", "new year", "holiday", "quarter end",
    "month end", "year end", "end of quarter", "end of the quarter", "end of month",
    "end of the month", "end of year", "end of the year", "black friday", "cyber monday",
    "weekend", "weekday",
  ]
}
