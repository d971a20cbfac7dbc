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
  }

  let facts: Facts
  let vocabulary: Vocabulary
  let directory: SystemDirectory
  let people: PeopleDirectory

  func problems(of keys: [UnreadKey]) -> [ReadingProblem] {
    keys.filter { !$0.key.utf8.contains(UInt8(ascii: ".")) }.compactMap(problem)
  }

  private func problem(of key: UnreadKey) -> ReadingProblem? {
    let words = key.words
    return end(key, words) ?? refusal(key, words) ?? condition(key, words)
      ?? other("type", facts.type, key, words, Self.ofType) { vocabulary.type($0) }
      ?? other("risk", facts.risk, key, words, Self.ofRisk) { vocabulary.risk($0) }
      ?? category(key, words) ?? security(key, words) ?? systems(key, words) ?? party(key, words)
  }

  // MARK: Whether it may be made

  /// `cancelled_at`, `blocked: true`, `replaced_by`, `valid_until`.
  private func end(_ key: UnreadKey, _ words: [String]) -> ReadingProblem? {
    let pairs = zip(words, words.dropFirst()).map { "\($0) \($1)" }
    let isAlone = words.count == 1
    guard
      words.contains(where: Self.ends.contains) || pairs.contains(where: Self.pairs.contains)
        || isAlone && Self.states.contains(words[0])
        || words.first == "is" && words.count == 2 && Self.states.contains(words[1])
    else { return nil }
    if key.isDenied || words.contains("not") && !pairs.contains(where: Self.pairs.contains) {
      return nil
    }
    return ReadingProblem(
      .endBesideOutcome(label: key.key, text: key.value, outcome: Self.outcome(words)),
      at: key.place)
  }

  private static func outcome(_ words: [String]) -> String? {
    words.lazy.compactMap { Outcome(writtenAs: $0)?.rawValue }.first
  }

  /// `approved: false`, `approval: revoked`, `cab: rejected`.
  private func refusal(_ key: UnreadKey, _ words: [String]) -> ReadingProblem? {
    guard words.contains(where: Self.isOfApproval), !words.contains(where: Self.ofNeed.contains)
    else { return nil }
    let said = WordForm.words(key.value)
    guard key.isDenied || ApprovalWords.fault(in: said) != nil || EndingStatement.says(key.value)
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
      words.contains { $0.hasPrefix("requir") }
      && (said.contains { $0.hasPrefix("approv") || Self.ofApproval.contains($0) }
        || words.contains(where: Self.isOfApproval))
    guard words.contains(where: Self.conditions.contains) || asksApproval, !key.isDenied else {
      return nil
    }
    return ReadingProblem(
      .unreadableValue(
        key: key.key, text: key.value,
        expected: "no condition beside the policy's: write it into the text if it is met, or into "
          + "`notes`"), at: key.place)
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

  /// `author: "@t1"`, who approves it as well.
  private func party(_ key: UnreadKey, _ words: [String]) -> ReadingProblem? {
    guard words.allSatisfy({ Self.ofParties.contains($0) || $0 == "by" || $0 == "change" }),
      words.contains(where: Self.ofParties.contains)
    else { return nil }
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

  private static let ends: Set<String> = [
    "cancelled", "canceled", "cancellation", "aborted", "abandoned", "superseded", "obsolete",
    "duplicate", "postponed", "deferred", "suspended", "parked", "withdrawn", "withdrawal",
    "rejected", "rejection", "declined", "denied", "refused", "void", "voided", "dropped", "killed",
    "shelved", "revoked", "revocation", "rescinded", "vetoed", "blocked", "halted", "stopped",
    "paused", "replaced", "expired", "expires", "expiry", "expiration", "embargo", "embargoed",
    "earliest", "disapproved", "unapproved", "deleted", "archived", "invalidated", "retracted",
    "frozen",
  ]
  private static let pairs: Set<String> = [
    "on hold", "not before", "valid until", "valid to", "valid till", "not after", "valid from",
    "do not", "must not", "may not", "called off", "no go", "not ready", "not valid", "wont do",
    "hold until", "held until", "not until", "valid through",
  ]
  /// Alone, or behind `is`.
  private static let states: Set<String> = [
    "hold", "held", "draft", "wip", "blocked", "blocker", "invalid", "inactive", "disabled",
    "locked", "closed", "pending", "embargo", "stop",
  ]
  private static let ofApproval: Set<String> = [
    "cab", "ecab", "board", "signoff", "vote", "verdict", "decision", "consent", "authorised",
    "authorized", "authorisation", "authorization", "go", "greenlight",
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
