import PolicyReading
import SourceText

/// Words and handles that stand in the place of a person and name none.
enum NonPerson {
  /// Whether a word names nobody: what names nothing at all, whoever is writing (`me`), another field
  /// (`requester`), and what forms and examples leave.
  static func matches(_ text: String) -> Bool {
    let folded = WordForm.fold(text)
    return NonName.matches(folded: folded) || stand.contains(folded)
      || placeholders.contains(folded) || folded.hasSuffix(" team")
      || standsForAnybody(folded.parts(at: " "))
  }

  /// Whether all words of a text stand for whoever it may be: `the second approver`, `{{ reviewer_2 }}`.
  static func isAnybody(_ text: String) -> Bool { standsForAnybody(WordForm.words(text)) }

  /// Whether what stands before the `@` of an address names nobody: `tbd@example.com`.
  static func isNobody(email: String) -> Bool {
    let local = WordForm.fold(email.parts(at: "@").first ?? "")
    return NonName.matches(folded: local) || placeholders.contains(local)
  }

  /// The same for a handle: `@username` is an example's, and `@author` may be somebody. A list of people
  /// may have somebody of any handle.
  static func matches(handle: String) -> Bool {
    let folded = WordForm.fold(handle)
    return matches(folded: folded, folded.parts(at: " "))
  }

  private static func matches(folded: String, _ words: [String]) -> Bool {
    standing.contains(folded) || NonName.matches(folded: folded)
      || folded.unicodeScalars.allSatisfy(\.isNumeral) || PlaceholderName.asksForName(words)
      || placeholders.contains(folded) || standsForAnybody(words)
  }

  /// Whether a handle without a remark is nobody's whom one could ask: an example's, a machine's, a group's.
  ///
  /// - Parameter isListed: It stands in the list of people, where it is somebody's whatever it says.
  static func isNobody(handle: String, isListed: Bool) -> Bool {
    let folded = WordForm.fold(handle)
    let words = folded.parts(at: " ")
    return !isListed && matches(folded: folded, words) || isMachine(handle, words)
      || isGroup(ofHandle: words)
  }

  /// `@approver`, `@reviewer1`, `@your-name`, `@the_admin`: words for whoever it may be, numbered or not.
  private static func standsForAnybody(_ words: [String]) -> Bool {
    let bare = words.map { word in
      WordForm.trim(word, \.isNumeral)
    }.filter { !$0.isEmpty }
    return bare.contains(where: anybody.contains)
      && bare.allSatisfy { anybody.contains($0) || articles.contains($0) }
  }

  /// `@waiting` and `@same` say how things stand.
  private static let standing: Set<String> = [
    "waiting", "awaiting", "awaited", "requested", "asked", "expected", "outstanding", "same",
    "myself", "rejected", "declined", "refused", "denied", "cancelled", "deferred", "skipped",
    "waived", "missing", "dito", "auto", "ok", "okay", "yes", "lgtm", "approved", "done", "ooo",
    "absent", "role",
  ]
  private static let anybody: Set<String> = [
    "approver", "approvers", "reviewer", "reviewers", "admin", "admins", "administrator", "root",
    "you", "name", "surname", "firstname", "lastname", "handle", "user", "username", "nickname",
    "login", "account", "member", "members", "person", "people", "signer", "signatory", "employee",
    "colleague", "coworker", "tester", "test", "demo", "sample", "foo", "foobar", "somename",
    "yourname", "yourhandle", "maintainer", "maintainers", "teammate", "peer", "deputy",
    "substitute", "delegate", "manager",
  ]
  private static let articles: Set<String> = [
    "the", "a", "an", "your", "my", "our", "some", "any", "first", "second", "third", "other",
    "another", "github", "gitlab", "slack", "real", "full", "insert", "here", "id", "last", "next",
    "shared", "of",
  ]

  /// Whether one word, written without `@`, is the key of a ticket, a record or a commit: `JIRA-123`,
  /// `CHG0030521`, `4f2a9c1`.
  static func isReference(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    let digits = scalars.reversed().prefix { "0"..."9" ~= $0 }.count
    if digits == 0 || digits == scalars.count {
      return isCommit(scalars)
    }
    let letters = scalars.dropLast(digits).filter {
      $0 != "-" && $0 != "_" && $0 != "!" && $0 != "#"
    }
    return letters.count > 1 && letters.allSatisfy { "A"..."Z" ~= $0 || "0"..."9" ~= $0 }
      || isCommit(scalars)
  }

  private static func isCommit(_ scalars: [Unicode.Scalar]) -> Bool {
    (7...64).contains(scalars.count) && scalars.contains { "0"..."9" ~= $0 }
      && scalars.allSatisfy { "0"..."9" ~= $0 || "a"..."f" ~= $0 }
  }

  /// Whether words name a group, whose members nobody knows, or whoever is on duty: `platform team`,
  /// `SRE`, `rotating`. The holder of a post is a person: `Engineering Lead`.
  static func isGroup(_ words: [String]) -> Bool {
    if words.contains(where: rotating.contains) || words.starts(with: ["on", "call"]) {
      return true
    }
    if words.contains(where: posts.contains) { return false }
    if words.contains(where: bodies.contains) { return true }
    // `Ann Miller SRE` has a name beside the word.
    let others = words.filter {
      !groups.contains($0) && !["the", "our", "of", "from"].contains($0)
    }
    return others.count < min(2, words.count)
  }

  /// The same for a handle, of which only some words are no post's: `@sre-team`, but `@rpc-oncall`.
  static func isGroup(handle: String) -> Bool { isGroup(ofHandle: WordForm.words(handle)) }

  private static func isGroup(ofHandle words: [String]) -> Bool {
    words.contains(where: bodies.contains) || words.last.map(several.contains) ?? false
      || words.allSatisfy { rotating.contains($0) || $0 == "on" || $0 == "call" }
  }

  /// Last words of handles of several: `@tech-leads`.
  private static let several: Set<String> = [
    "leads", "managers", "devs", "developers", "engineers", "owners", "admins", "reviewers",
    "approvers", "maintainers", "members", "operators", "architects", "testers", "staff",
  ]

  private static let rotating: Set<String> = [
    "rotating", "rotation", "rota", "roster", "oncall", "duty", "shift", "different", "whoever",
    "alternating", "varies", "varying",
  ]
  private static let bodies: Set<String> = [
    "team", "teams", "squad", "squads", "crew", "guild", "tribe", "group",
  ]
  private static let groups: Set<String> = bodies.union([
    "chapter", "department", "dept", "unit", "desk", "vendor", "vendors", "contractor",
    "contractors", "supplier", "suppliers", "sre", "sres", "devops", "ops", "operations",
    "engineering", "engineers", "developers", "infrastructure", "infra", "platform", "support",
    "people", "staff", "management", "colleagues", "everyone", "provider", "agency",
  ])
  private static let posts: Set<String> = [
    "lead", "leader", "manager", "officer", "director", "head", "chief", "chair", "coordinator",
    "architect", "engineer", "owner", "vp", "president",
  ]

  /// Whether a handle or a name is a machine's, which makes changes and approves none.
  static func isMachine(_ text: String) -> Bool { isMachine(text, WordForm.words(text)) }

  private static func isMachine(_ text: String, _ words: [String]) -> Bool {
    // `deploy-bot` and `bot 7`, and not `bot-herder`, who keeps them.
    if words.last.map({ $0.hasSuffix("bot") }) ?? false { return true }
    if words.dropLast().contains("bot"), !(words.last.map(keepers.contains) ?? false) {
      return true
    }
    // `AI review` is a machine's, and `Ai Tanaka` is somebody.
    if text.holds("AI") && text.split(whereSeparator: { !$0.isLetter }).prefix(2).contains("AI")
      || words.last == "ai" && words.count < 3
    {
      return true
    }
    // `GPT-4` and `GPT` are one.
    let named = words.filter { !$0.unicodeScalars.allSatisfy(\.isNumeral) }
    return machines.contains(named.joined(separator: " "))
  }

  private static let keepers: Set<String> = [
    "herder", "owner", "keeper", "lead", "maintainer", "engineer", "master", "wrangler", "admin",
  ]
  private static let stand: Set<String> = [
    "myself", "i", "us", "we", "ourselves", "himself", "herself", "themselves",
    "requester", "the requester", "requestor", "the requestor", "author", "the author",
    "implementer", "the implementer", "implementor", "owner", "the owner", "submitter", "assignee",
    "same", "the same", "same person", "same as requester", "same as the requester",
    "same as implementer", "same as the implementer", "jira", "github", "gitlab", "slack",
    "quorum", "everybody", "qa", "security", "technical", "x", "role", "team",
  ]

  private static let placeholders: Set<String> = [
    "user name", "idem", "id", "vacant", "n n", "nn", "open position",
    "unassigned", "unfilled",
    "example", "first last", "john doe", "jane doe", "johndoe", "janedoe", "someone else",
    "someone",
    "self", "me", "all", "here", "channel", "everyone",
  ]

  private static let machines: Set<String> = [
    "ci", "ci cd", "cicd", "cd", "pipeline", "the pipeline", "ci pipeline", "jenkins", "automation",
    "automated", "automatic", "github actions", "gitlab ci", "system", "the system", "script",
    "cron", "machine", "robot", "dependabot", "renovate", "assistant", "llm", "gpt", "chatgpt",
    "chat gpt", "gpt4", "copilot", "github copilot", "gemini", "codex",
    "auto approve", "auto approver", "auto merge", "model", "language model",
    "service account", "sonarqube", "linter", "scanner", "terraform", "ansible", "argocd",
  ]
}
