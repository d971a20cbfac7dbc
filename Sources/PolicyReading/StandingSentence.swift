import Chronology

/// A sentence by which a document may not hold: `This policy lapses in March`, `DRAFT`.
package struct StandingSentence {
  private let text: String
  private let words: [String]

  package init(_ text: String) {
    self.text = text
    words = WordForm.words(text)
  }

  /// - Parameters:
  ///   - alone: It may stand for itself, in no list or table: then a status alone is one of the document.
  ///   - labelled: The same for `Superseded by …`.
  ///   - effective: The day from which the document says that it holds.
  ///   - version: What the document says that it is.
  func isAgainstDocument(
    alone: Bool, labelled: Bool, effective: CivilDay?, version: String? = nil
  ) -> Bool {
    guard let first = words.first else { return false }
    if let version, isOfOtherVersion(than: version) { return true }
    if alone, isStatus || isSample && words.count > 1 { return true }
    if labelled, Self.replaced.contains(first), words.count > 1, isReplacement { return true }
    if labelled, isTerm(effective) { return true }
    guard namesDocument else { return false }
    return words.contains { Self.endings.contains($0) || $0.hasPrefix("lapse") }
      || finds(Self.endingPhrases) || isRepealedAtATime || isLater(than: effective)
  }

  /// Whether, beside a list, it may take all of it back: `Not in force`, `Do not use`, `Valid from 2026-07-01`.
  package var isAgainstList: Bool {
    isStatus || isTerm(CivilDay(daysSinceEpoch: 0)) || isSample
      || words.first.map(Self.replaced.contains) ?? false && words.count > 1 && isReplacement
  }

  /// `this policy`, `the document`
  private var namesDocument: Bool {
    zip(words, words.dropFirst()).contains { article, noun in
      (article == "this" || article == "the")
        && (noun == "policy" || noun == "document" || noun == "version")
    }
  }

  /// `Valid until 2026-10-31`, `Expires: …`, `In force from 2027-01-01`, of nothing else than the document.
  private func isTerm(_ effective: CivilDay?) -> Bool {
    if words.count > 8 { return false }
    if Self.lastDays.contains(where: { words.starts(with: $0) }), TimeSigns(text).hasDate {
      return true
    }
    return Self.firstDays.contains { words.starts(with: $0) } && isAfter(effective)
  }

  private static let lastDays = [
    ["valid", "until"], ["valid", "to"], ["valid", "through"], ["expires"], ["expiry"],
    ["in", "force", "until"], ["effective", "until"],
  ]
  private static let firstDays = [
    ["in", "force", "from"], ["takes", "effect"], ["effective", "from"], ["valid", "from"],
    ["in", "force", "since"],
  ]

  /// Nothing but a status: `Draft`, `DRAFT - do not use`, `Not yet in force`.
  private var isStatus: Bool {
    guard words.count <= 8 else { return false }
    var isAgainst = false
    for (index, word) in words.enumerated() {
      let before = index > 0 ? words[index - 1] : ""
      if Self.statuses.contains(word)
        || Self.stages.contains(word)
          && ["for", "in", "under", "awaiting", "pending"].contains(before)
        || Self.negations.contains(word)
          && words[(index + 1)...].contains(where: Self.approvals.contains)
      {
        isAgainst = true
      } else if !Self.fillers.contains(word), !Self.stages.contains(word),
        !Self.approvals.contains(word), !Self.negations.contains(word),
        !word.utf8.contains(where: { (0x30...0x39).contains($0) })
      {
        return false
      }
    }
    return isAgainst
  }

  /// `Version 2.0 is in force since March`, in version 1.0.
  private func isOfOtherVersion(than own: String) -> Bool {
    guard words.first == "version" || words.first == "v",
      words.contains(where: { ["force", "effective", "effect", "applies", "valid"].contains($0) }),
      !words.contains(where: { ["was", "were", "until", "before", "had"].contains($0) })
    else { return false }
    let named = text.split(whereSeparator: \.isWhitespace).dropFirst().first.map(String.init) ?? ""
    guard named.utf8.first.map({ (0x30...0x39).contains($0) }) ?? false else { return false }
    return WordForm.fold(named) != WordForm.fold(own)
  }

  /// `Template only`, `Sample - do not use`. `Example:` alone begins one.
  private var isSample: Bool {
    words.count < 6 && words.contains(where: Self.samples.contains)
      && words.allSatisfy {
        Self.samples.contains($0) || Self.fillers.contains($0) || Self.negations.contains($0)
          || Self.approvals.contains($0)
      }
  }

  private static let samples: Set = ["sample", "template", "example", "placeholder"]

  /// `Superseded by POL-2`, and not `Superseded versions are kept`.
  private var isReplacement: Bool {
    ["by", "on", "since", "with", "as", "from", "in"].contains(words[1])
  }

  /// `This policy does not apply in June`.
  private var isRepealedAtATime: Bool {
    let isRepealed =
      finds([["not", "apply"], ["not", "hold"], ["not", "binding"]])
      || words.contains { $0.hasPrefix("suspend") }
    guard isRepealed else { return false }
    let sentence = DecidingSentence(text)
    return sentence.saysWhen || sentence.isLasting
  }

  /// `This policy takes effect on 2027-01-01`, where its own line says another day.
  private func isLater(than effective: CivilDay?) -> Bool {
    finds(Self.beginnings) && isAfter(effective)
  }

  /// Whether a day that it names comes after another; of a month or a year alone, its first.
  private func isAfter(_ effective: CivilDay?) -> Bool {
    guard let effective else { return false }
    var tokens = CellTokens(text)
    while !tokens.atEnd {
      var rest = tokens
      if let date = DateText.take(&rest), let year = date.year, let month = date.month,
        let day = CivilDay(year: year, month: month, day: date.day)
      {
        return day > effective
      }
      let month = DateText.takeMonth(&rest) ?? 1
      if let year = DateText.takeYear(&rest), let day = CivilDay(year: year, month: month, day: 1) {
        return day > effective
      }
      tokens.skip()
    }
    return false
  }

  private func finds(_ phrases: [[String]]) -> Bool {
    phrases.contains { phrase in words.indices.contains { words[$0...].starts(with: phrase) } }
  }

  private static let endings: Set = [
    "expires", "expired", "withdrawn", "ceases", "draft", "obsolete", "void", "retired", "revoked",
    "rescinded", "archived", "deprecated", "inactive", "unapproved", "discontinued",
  ]
  private static let endingPhrases = [
    ["superseded", "by"], ["replaced", "by"], ["no", "longer"], ["not", "in", "force"],
    ["not", "yet"], ["not", "valid"], ["valid", "until"], ["in", "force", "until"],
    ["not", "approved"], ["not", "effective"], ["awaiting", "approval"], ["pending", "approval"],
    ["for", "comment"], ["on", "hold"], ["applies", "until"], ["holds", "until"],
    ["is", "a", "proposal"], ["is", "suspended"], ["been", "suspended"], ["been", "superseded"],
    ["is", "superseded"], ["been", "replaced"],
  ]
  private static let beginnings = [
    ["takes", "effect"], ["take", "effect"], ["into", "force"], ["into", "effect"],
    ["applies", "from"], ["effective", "from"], ["holds", "from"], ["valid", "from"],
    ["force", "from"], ["effect", "on"],
  ]
  private static let replaced: Set = [
    "superseded", "replaced", "withdrawn", "obsolete", "draft", "retired", "revoked", "rescinded",
    "archived", "deprecated", "expired",
  ]
  private static let statuses: Set = [
    "draft", "obsolete", "superseded", "retired", "withdrawn", "void", "archived", "deprecated",
    "expired", "revoked", "cancelled", "canceled", "rescinded", "inactive", "unapproved", "wip",
    "discontinued", "unofficial",
  ]
  private static let stages: Set = [
    "review", "comment", "comments", "discussion", "consultation", "progress", "approval",
    "proposal", "proposed", "ratification",
  ]
  private static let approvals: Set = [
    "approved", "force", "effect", "effective", "valid", "active", "applicable", "final",
    "ratified",
    "adopted", "use", "released", "binding", "published", "official", "live",
  ]
  private static let negations: Set = ["not", "no", "never", "longer"]
  private static let fillers: Set = [
    "this", "the", "document", "policy", "version", "is", "a", "an", "still", "only", "now", "of",
    "in", "as", "for", "under", "yet", "longer", "do", "and", "it", "currently", "status", "work",
    "pending", "awaiting", "v", "to", "be", "change", "management", "been", "has", "internal",
    "first", "second", "working", "copy",
  ]
}
