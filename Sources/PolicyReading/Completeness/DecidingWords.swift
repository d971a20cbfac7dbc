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

  /// Words that turn a text round, however `not` is written: see `DecidingSentence.plain`.
  static let negations: Set = [
    "no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "nowhere",
  ]

  /// Beginnings of words that say that something is shut, or no longer or not yet holds.
  static let closings: [StaticString] = [
    "closed", "closure", "shut", "blackout", "black out", "freez", "frozen", "suspen", "blocked",
    "forbid", "prohibit", "disallow", "off limits", "embargo", "moratori", "lockdown", "lock down",
    "cancel", "withdraw", "revok", "disabl", "inactive", "unavailable", "pause", "halt", "banned",
    "on hold", "stop", "obsolete", "former", "deprecat", "superseded", "expire", "retire",
    "abolish",
    "void", "draft", "proposed", "proposal", "tentative", "provisional", "pending", "standstill",
    "quiet period", "reserved", "refus", "denied", "removed", "not in force",
  ]

  /// Whole words that say that something holds in part.
  static let limits: Set = [
    "except", "excepting", "exception", "exceptions", "unless", "excluding", "excludes", "exclude",
    "only", "until", "till", "but", "without", "starting", "limited", "alternate", "alternating",
    "odd", "sometimes", "usually", "normally", "mostly", "otherwise", "old",
  ]

  /// Whole words that make a remark a condition. In a name they are none: `After hours`.
  static let provisos: Set = [
    "if", "when", "while", "before", "after", "since", "during", "subject", "provided", "depends",
    "depending", "conditional", "needs", "requires", "must",
  ]

  static let limitingPhrases: [StaticString] = ["apart from", "as long as", "other than"]

  /// Places that are not the one that a policy speaks of.
  static let surroundings: [StaticString] = [
    "staging", "sandbox", "preprod", "pre prod", "non prod", "nonprod", "development", "testnet",
    "test environment", "test system", "qa", "uat",
  ]

  static let extensions: Set = [
    "plus", "also", "additionally", "longer", "including", "includes", "earlier", "later", "twice",
    "double",
  ]

  static let extending: [StaticString] = [
    "extend", "prolong", "leap year", "as well", "in addition",
  ]

  static let uncertainties: Set = [
    "tbd", "tbc", "tba", "maybe", "perhaps", "approx", "approximately", "roughly", "circa",
    "probably", "possibly", "unclear", "unknown", "undecided", "todo", "fixme",
  ]

  static let lengths: Set = [
    "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "fortnight", "month",
    "months", "quarter", "quarters", "year", "years",
  ]

  /// What is done around changes, and is no change: a sentence about it may say when.
  static let errands: [StaticString] = [
    "meet", "announce", "declare", "agreed", "publish", "notif", "inform", "report", "contact",
    "email", "e mail", "mail",
    "newsletter", "reviewed", "review is", "agenda", "minutes of", "handed in", "submit", "on call",
  ]

  /// Words that make a sentence speak of some changes and not of all.
  static let conditions: Set = [
    "if", "when", "whenever", "where", "which", "that", "whose", "without", "incomplete", "missing",
    "failed", "failing", "fails", "such", "these", "those", "unapproved", "rejected",
  ]

  /// How `not` is written in one word.
  static let contractions: [String: [String]] = Dictionary(
    uniqueKeysWithValues: [
      "are", "is", "was", "were", "do", "does", "did", "has", "have", "had", "could", "should",
      "would", "must", "might", "may", "need",
    ].map { ("\($0)nt", [$0, "not"]) } + [
      ("cant", ["can", "not"]), ("cannot", ["can", "not"]), ("wont", ["will", "not"]),
      ("shant", ["shall", "not"]), ("aint", ["is", "not"]),
    ])

  /// The subjects of a sentence that holds changes back.
  static let work: Set = [
    "change", "changes", "deployment", "deployments", "deploy", "deploys", "deploying", "release",
    "releases", "releasing", "rollout", "rollouts", "upgrade", "upgrades", "merge", "merges",
    "maintenance", "work", "production", "prod", "pipeline", "pipelines", "ship", "ships",
    "shipping",
    "shipped", "merging", "launch", "launches", "rollouts", "golive",
  ]

  /// How sentences say that they hold changes back.
  static let prohibitions: [StaticString] = [
    "not allowed", "not permitted", "prohibit", "forbid", "suspend", "banned", "not be made",
    "not be deployed", "not be released", "not made", "not deployed", "not released", "never",
    "halt", "pause", "stop", "cease", "block", "on hold", "closed from", "closed over",
    "closed during", "closed between", "closed until", "are held", "is held", "not accepted",
    "not scheduled", "disallow", "not allow", "not permit", "not deploy", "not release", "not ship",
    "not make", "not merge", "not happen", "not take place", "not possible", "not run",
    "not be run",
    "not carried out", "not be carried out", "not accept", "not roll out", "not go live",
    "not be merged", "not merged", "off limits", "frozen", "closed", "shut",
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
    "christmas", "xmas", "thanksgiving", "new year", "holiday", "quarter end",
    "month end", "year end", "end of quarter", "end of the quarter", "end of month",
    "end of the month", "end of year", "end of the year", "black friday", "cyber monday",
    "weekend", "weekday",
  ]
}
