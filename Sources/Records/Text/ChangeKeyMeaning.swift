import Chronology
import PolicyReading
import SourceText

/// What keys that nobody reads may say of a change: that it is off or held, that it was not approved, or
/// a fact that a known key says otherwise. Plain notes say none of it.
struct ChangeKeyMeaning {
  /// What the record says by keys that are read, and by its body.
  struct Facts {
    var type: Located<String>?
    var risk: Located<String>?
    var categories: [Located<String>] = []
    var systems = NamedSystems()
    var isSecurityRelevant: Located<Bool>?
    /// Who asked for it and makes it.
    var parties: [Identity] = []
    var approvers: [Identity] = []
    var scheduled: Located<Interval>?
  }

  let facts: Facts
  let vocabulary: Vocabulary
  let directory: SystemDirectory
  let people: PeopleDirectory

  func problems(of keys: [UnreadKey]) -> [ReadingProblem] {
    keys.filter { !$0.key.utf8.contains(UInt8(ascii: ".")) }.compactMap(problem)
  }

  private func problem(of key: UnreadKey) -> ReadingProblem? {
    let words = HoldingKey.plainWords(of: key)
    return end(key, words) ?? holding(key, words) ?? refusal(key, words) ?? condition(key, words)
      ?? other("type", facts.type, key, words, Self.ofType) { vocabulary.type($0) }
      ?? other("risk", facts.risk, key, words, Self.ofRisk) { vocabulary.risk($0) }
      ?? category(key, words) ?? security(key, words) ?? systems(key, words) ?? party(key, words)
  }

  // MARK: Whether it may be made

  /// `cancelled_at`, `blocked: true`, `replaced_by`, `valid_until`.
  private func end(_ key: UnreadKey, _ words: [String]) -> ReadingProblem? {
    let pairs = zip(words, words.dropFirst()).map { "\($0) \($1)" }
    let isAlone = words.count == 1
    let saysWhen =
      key.value.holdsDay
      && words.contains { StateWords.over.contains($0) || Self.begun.contains($0) }
      && words.allSatisfy {
        StateWords.over.contains($0) || Self.begun.contains($0) || Self.besideBegun.contains($0)
      }
    let isEnd =
      saysWhen || words.contains(where: Self.ends.contains)
      || pairs.contains(where: Self.pairs.contains)
      || isAlone && Self.states.contains(words[0])
      || words.first == "is" && words.count == 2 && Self.states.contains(words[1])
    if !isEnd { return saysEnd(key) }
    if key.isDenied || words.contains("not") && !pairs.contains(where: Self.pairs.contains) {
      return nil
    }
    return ReadingProblem(
      .endBesideOutcome(label: key.key, text: key.value, outcome: Self.outcome(words)),
      at: key.place)
  }

  /// `labels: [on-hold]`, `note: postponed to April`, whatever the key is.
  private func saysEnd(_ key: UnreadKey) -> ReadingProblem? {
    let items = key.value.parts(at: ",").map(WordForm.words)
    let isSaid = items.contains { item in
      StateWords.areAll(of: item) && !item.contains(where: StateWords.over.contains)
        && item != ["not", "yet"]
        || EndingStatement.isOrder(item)
    }
    // `docs: done` tells of something else.
    let words = WordForm.words(key.value)
    let isOver = words.allSatisfy(StateWords.over.contains) || words == ["not", "yet"]
    guard isSaid || !isOver && (EndingStatement.says(key.value) || EndingStatement.opens(key.value))
    else { return nil }
    return ReadingProblem(
      .endBesideOutcome(
        label: key.key, text: key.value, outcome: Self.outcome(words)),
      at: key.place)
  }

  private static func outcome(_ words: [String]) -> String? {
    words.lazy.compactMap { Outcome(writtenAs: $0)?.rawValue }.first
  }

  /// See `HoldingKey`. A day of an approval that comes after the plan bears none.
  private func holding(_ key: UnreadKey, _ words: [String]) -> ReadingProblem? {
    let isLate =
      words.contains { $0.hasPrefix("approv") }
      && (facts.scheduled.map { isLater(key.value, than: $0.value) } ?? false)
    guard isLate || HoldingKey(key, words).isMeant else { return nil }
    return ReadingProblem(
      .unreadableValue(
        key: key.key, text: key.value,
        expected: "what holds a change back, or binds its approvals, where it is read: under "
          + "`approvals` or `outcome`, or as a freeze; remove the key if it does not, or name it under "
          + "`records: ignore:` in changebook.yml"), at: key.place)
  }

  /// `approved: false`, `approval: revoked`, `cab: rejected`.
  private func refusal(_ key: UnreadKey, _ words: [String]) -> ReadingProblem? {
    let said = WordForm.words(key.value)
    let isOpen = words.contains(where: Self.ofLack.contains) && !key.isDenied
    // `reviewed: false`
    let isDenied =
      key.isDenied
      && words.allSatisfy {
        Self.affirming.contains($0) || ["is", "off", "for", "to"].contains($0)
      }
    let isOfApproval = words.contains(where: Self.isOfApproval)
    guard
      isDenied
        || isOfApproval
          && (isOpen
            || !words.contains(where: Self.ofNeed.contains)
              && (key.isDenied || ApprovalWords.fault(in: said) != nil
                || EndingStatement.says(key.value)))
    else { return nil }
    return ReadingProblem(
      .unreadableValue(
        key: key.key, text: key.value,
        expected:
          "approvals under `approvals` alone: one that was refused or taken back is none of "
          + "them; remove the key if they hold"), at: key.place)
  }

  private static func isOfApproval(_ word: String) -> Bool {
    word.hasPrefix("approv") || ofApproval.contains(word)
  }

  /// `condition: CTO agrees`, `requires: approval by the CTO`.
  private func condition(_ key: UnreadKey, _ words: [String]) -> ReadingProblem? {
    let said = WordForm.words(key.value)
    let asksApproval =
      words.contains { $0.hasPrefix("requir") || $0.hasPrefix("need") }
      && (said.contains { $0.hasPrefix("approv") || Self.ofApproval.contains($0) }
        || words.contains(where: Self.isOfApproval))
    if let scheduled = facts.scheduled, words.contains(where: Self.ofStart.contains),
      !words.contains(where: Self.ofOtherDays.contains), isLater(key.value, than: scheduled.value)
    {
      return disagreement("schedule", key.value, scheduled.place.text, scheduled.place, key)
    }
    guard words.contains(where: Self.conditions.contains) || asksApproval, !key.isDenied else {
      return nil
    }
    return ReadingProblem(
      .unreadableValue(
        key: key.key, text: key.value,
        expected: "no condition beside the policy's: write it into the text if it is met, or into "
          + "`notes`"), at: key.place)
  }

  /// `after: 2026-03-17`, of what is planned for the week before.
  private func isLater(_ text: String, than scheduled: Interval) -> Bool {
    WrittenDay.all(in: text).contains { $0.isAfter(scheduled.end) }
  }

  // MARK: Facts

  /// A fact that a key says by another name: of several names of the policy, another one.
  private func other(
    _ name: String, _ known: Located<String>?, _ key: UnreadKey, _ words: [String],
    _ synonyms: Set<String>, _ resolve: (String) -> String?
  ) -> ReadingProblem? {
    guard words.contains(where: { $0 == name || $0 == "kind" && name == "type" }),
      words.allSatisfy(synonyms.contains), let meant = resolve(key.value), meant != known?.value
    else { return nil }
    return disagreement(name, meant, known?.value ?? "", known?.place, key)
  }

  private func category(_ key: UnreadKey, _ words: [String]) -> ReadingProblem? {
    guard words.contains("category") || words.contains("categories"), words.count <= 2 else {
      return nil
    }
    let known = facts.categories.map(\.value)
    let others = key.value.parts(at: ",").compactMap { vocabulary.category(WordForm.trim($0)) }
      .filter { !known.contains($0) }
    guard let other = others.first else { return nil }
    return disagreement(
      "category", other, known.joined(separator: ", "), facts.categories.first?.place, key)
  }

  private func security(_ key: UnreadKey, _ words: [String]) -> ReadingProblem? {
    let folded = WordForm.fold(key.value)
    guard words.contains("security"), words.allSatisfy(Self.ofSecurity.contains),
      ["true", "yes", "required", "needed", "relevant", "high", "sensitive"].contains(folded),
      facts.isSecurityRelevant?.value != true
    else { return nil }
    return disagreement(
      "security relevance", key.value, facts.isSecurityRelevant == nil ? "" : "false",
      facts.isSecurityRelevant?.place, key)
  }

  private func systems(_ key: UnreadKey, _ words: [String]) -> ReadingProblem? {
    guard !facts.systems.areAll, words.contains(where: Self.ofSystems.contains),
      words.allSatisfy({ Self.ofSystems.contains($0) || Self.besideSystems.contains($0) })
    else { return nil }
    let named = directory.read(key.value)
    let forms = Set(facts.systems.names.map { WordForm.fold($0.value) })
    let others = named.names.filter { name in
      !forms.contains(WordForm.fold(name.value))
        && !["true", "false", "yes", "no"].contains(WordForm.fold(name.value))
    }
    guard let other = others.first else { return nil }
    return disagreement(
      "list of systems", other.value, facts.systems.names.map(\.value).joined(separator: ", "),
      facts.systems.names.first?.place, key)
  }

  /// `author: "@t1"`, who approves it as well; and any other key whose value is such a handle alone, but
  /// for those of approvers and of whoever is told.
  private func party(_ key: UnreadKey, _ words: [String]) -> ReadingProblem? {
    let isOfParties =
      words.allSatisfy { Self.ofParties.contains($0) || $0 == "by" || $0 == "change" }
      && words.contains(where: Self.ofParties.contains)
    let areHandles = key.value.parts(at: ",").allSatisfy { item in
      let item = WordForm.trim(item)
      return item.hasPrefix("@") && !item.contains(where: \.isWhitespace)
    }
    let areOthers = words.contains { word in
      Self.ofOthers.contains(where: word.hasPrefix) || Self.isOfApproval(word)
    }
    guard isOfParties || areHandles && !areOthers else { return nil }
    let named = people.identities(in: key.value)
    guard named.contains(where: { facts.approvers.contains($0) && !facts.parties.contains($0) })
    else { return nil }
    return ReadingProblem(
      .unreadableValue(
        key: key.key, text: key.value,
        expected: "whoever asked for the change or makes it under `requester` or `implementer`; "
          + "they do not approve it"), at: key.place)
  }

  private func disagreement(
    _ name: String, _ first: String, _ second: String, _ other: Place?, _ key: UnreadKey
  ) -> ReadingProblem {
    ReadingProblem(
      .disagreement(key: name, first: first, second: second, other: other ?? key.place),
      at: key.place)
  }

  // MARK: Words

  private static let ends = StateWords.off.union(StateWords.held).union([
    "cancellation", "withdrawal", "rejection", "revocation", "expires", "expiry", "expiration",
    "embargo", "earliest", "deleted", "archived", "frozen",
  ]).subtracting(["draft", "wip", "unready"])
  private static let pairs = StateWords.pairs.subtracting([
    "not required", "not needed", "no longer", "rolled back", "not yet",
  ]).union([
    "valid until", "valid to", "valid till", "not after", "valid from", "do not",
    "must not", "may not", "hold until", "held until", "valid through",
  ])
  /// Alone, or behind `is`.
  private static let states = StateWords.heldAlone.union(StateWords.held).union(["closed"])
    .subtracting(["template", "wait", "waiting", "holding"])
  private static let ofApproval: Set<String> = [
    "cab", "ecab", "board", "signoff", "vote", "verdict", "decision", "consent", "authorised",
    "authorized", "authorisation", "authorization", "go", "greenlight",
  ]
  /// `actual_start: 2026-03-09`, `completed_on: 2026-03-09`: it was made, whatever `deployed` says.
  private static let begun: Set<String> = [
    "actual", "started", "ended", "begun", "began", "live", "performed", "executed",
  ]
  private static let besideBegun: Set<String> = [
    "at", "on", "start", "end", "finish", "time", "date", "since", "went",
  ]
  /// `missing_approvals`, `approvals_pending`
  private static let ofLack: Set<String> = [
    "missing", "pending", "outstanding", "awaiting", "open",
  ]
  private static let affirming: Set<String> = [
    "reviewed", "ready", "signed", "cleared", "confirmed", "final", "agreed", "accepted", "valid",
    "active", "enabled", "checked", "complete", "allowed", "permitted",
  ]
  private static let ofStart: Set<String> = [
    "after", "earliest", "live", "golive", "start", "starts", "begin", "begins", "planned", "when",
    "execution", "moved", "rescheduled", "date",
  ]
  private static let ofOtherDays: Set<String> = [
    "due", "deadline", "before", "latest", "end", "ends", "review", "check", "expiry", "created",
    "birth", "release", "up", "update", "updated",
    "next", "freeze", "previous", "last", "notes",
  ]
  /// Whoever is told, asked or responsible, and makes nothing.
  private static let ofOthers = [
    "review", "sign", "cc", "watch", "subscrib", "notif", "inform", "contact", "escalat",
    "stakehold",
    "coordinat", "mentor", "chair", "sponsor", "lead", "manager", "owner", "team", "security",
    "architect", "follow", "consult", "account", "responsib", "verif", "tester", "tested", "qa",
    "support", "observ", "attend", "participant", "backup", "deputy", "witness", "cto", "head",
    "people", "person", "thanks", "mention",
  ]
  private static let ofNeed: Set<String> = [
    "needed", "required", "requires", "require", "needs", "necessary", "live", "to",
  ]
  private static let conditions: Set<String> = [
    "condition", "conditions", "conditional", "unless", "provided", "proviso",
  ]
  private static let ofType: Set<String> = [
    "type", "kind", "change", "of", "class", "request", "the",
  ]
  private static let ofRisk: Set<String> = [
    "risk", "level", "rating", "class", "change", "overall", "assessed", "current", "final", "of",
    "the", "value", "category",
  ]
  private static let ofSecurity: Set<String> = [
    "security", "relevant", "relevance", "is", "review", "impact", "sensitive", "related", "change",
    "required", "needed", "critical",
  ]
  private static let ofSystems: Set<String> = [
    "system", "systems", "service", "services", "component", "components", "application",
    "applications", "app", "apps", "affects", "affected", "impacts", "impacted", "touches",
    "touched", "also", "additional",
  ]
  private static let besideSystems: Set<String> = [
    "other", "others", "further", "all", "more", "and", "in", "the", "of", "by", "change", "name",
    "list", "target", "targets", "it", "plus", "extra",
  ]
  private static let ofParties: Set<String> = [
    "author", "authors", "assignee", "assignees", "developer", "developers", "deployer", "operator",
    "executor", "engineer", "coder", "committer", "contributor", "contributors", "submitter",
    "requestor", "requesters", "implementers", "implementor", "reporter", "raised", "submitted",
    "implemented", "written", "developed", "deployed", "executed", "coded", "programmer",
  ]
}
