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

  /// The kind of times that a heading announces, where it is one alone: `Blackout windows` are freezes.
  static func kind(ofHeading title: String) -> TableKey? {
    let words = WordForm.words(title)
    let own = words.indices.filter { index in
      !(words[index].hasPrefix("window") && index > 0
        && topic(ofHeading: words[index - 1]).freezes)
    }
    let said = topic(ofHeading: own.map { words[$0] }.joined(separator: " "))
    if said.isVague || said.freezes == said.windows { return nil }
    return said.freezes ? .freezes : .windows
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

  /// How `not` is written in one word.
  static let contractions: [String: [String]] = Dictionary(
    uniqueKeysWithValues: [
      "are", "is", "was", "were", "do", "does", "did", "has", "have", "had", "could", "should",
      "would", "must", "might", "may", "need",
    ].map { ("\($0)nt", [$0, "not"]) } + [
      ("cant", ["can", "not"]), ("cannot", ["can", "not"]), ("wont", ["will", "not"]),
      ("shant", ["shall", "not"]), ("aint", ["is", "not"]),
      ("theyre", ["they", "are"]), ("youre", ["you", "are"]), ("weve", ["we", "have"]),
      ("theyve", ["they", "have"]),
    ])
}
