import PolicyReading
import SourceText

/// What a column of the list of people says that is none of those which the list is known by.
enum PeopleColumn: Sendable, Hashable {
  /// Whether somebody still may act.
  case standing(StandingText.Head)
  /// For what their roles hold, or how far: `Systems`, `Scope`, `Limit`.
  case limit
  /// Whether it is a machine, by a yes or by a no: `Bot`, `Human`.
  case machine(StandingText.Head)
  /// What else they are called: `GitHub`, `Alias`.
  case alias
  /// Who has to do with them: `Manager`, `Cover`. Names in it are other people's.
  case others
  /// What decides nothing: `Notes`.
  case remark
  /// Anything else, such as `Location`.
  case other

  /// - Parameter head: folded.
  init(head: String) {
    let words = head.parts(at: " ")
    func has(_ known: Set<String>) -> Bool { words.contains(where: known.contains) }
    if has(Self.ofOthers) {
      self = .others
    } else if let standing = StandingText.head(head) {
      self = .standing(standing)
    } else if has(Self.ofAliases) {
      self = .alias
    } else if has(Self.ofLimits) {
      self = .limit
    } else if has(Self.ofMachines) {
      self = .machine(.denying)
    } else if has(Self.ofHumans) {
      self = .machine(.affirming)
    } else {
      self = TableSynonyms.isRemark(head) ? .remark : .other
    }
  }

  /// Whether a cell of it is read, so that its head need not be one of the list's.
  var isRead: Bool { self != .other }

  /// Whether a cell of a column of limits sets none: nothing, a dash, `all systems`.
  static func setsNoLimit(_ text: String) -> Bool {
    NonName.meansNothing(text) || SystemName.meansAll(text)
      || ["any", "unlimited", "full", "no limit", "no limits", "no restriction", "no restrictions"]
        .contains(WordForm.fold(text))
  }

  /// Whether a cell that is no column's own may limit what somebody does: `explorer only`, `Low risk only`.
  /// Of remarks only what speaks of changes does: somebody may work only in the mornings.
  static func limitsRoles(_ text: String, isRemark: Bool) -> Bool {
    let words = WordForm.words(text)
    // `until October`, `same person as @ann`, `= @ann`.
    if words.first == "until", words.count < 5 { return true }
    if text.utf8.contains(UInt8(ascii: "@")),
      words.contains(where: { ["same", "alias", "aka", "account"].contains($0) })
        || text.utf8.contains(UInt8(ascii: "="))
    {
      return true
    }
    if words == ["no", "approvals"] || words == ["no", "approval"] { return true }
    guard words.contains(where: limiting.contains) else { return false }
    return !isRemark || words.contains { word in ofChanges.contains { word.hasPrefix($0) } }
  }

  private static let limiting: Set<String> = [
    "only", "except", "excluding", "without", "not", "limited", "restricted", "never",
  ]
  private static let ofChanges = [
    "risk", "change", "standard", "normal", "emergenc", "approv", "sign", "system", "staging",
    "production", "review", "role", "runtime", "act",
  ]

  /// Whether a text says that the row is a machine's, or several people's: `bot`, `service account`.
  static func isMachine(_ text: String) -> Bool {
    let words = WordForm.words(text)
    if words.contains(where: { ["bot", "robot", "bots"].contains($0) }) { return true }
    if words.count == 1, ["group", "team", "mailbox", "list"].contains(words[0]) { return true }
    guard let last = words.last, machines.contains(last) else { return false }
    return words.count == 1 && last != "account" && last != "user"
      || words.count == 2 && kinds.contains(words[0])
  }

  private static let machines: Set<String> = [
    "machine", "automation", "automated", "script", "pipeline", "account", "user", "shared",
  ]
  private static let kinds: Set<String> = [
    "service", "shared", "system", "technical", "functional", "test", "role", "group", "build",
    "ci", "second", "other", "old", "private",
    "deploy", "release", "generic", "machine", "automated", "automation", "team",
  ]
  private static let ofOthers: Set<String> = [
    "manager", "managers", "boss", "supervisor", "mentor", "mentors", "buddy", "deputy", "deputies",
    "backup", "backups", "cover", "covers", "substitute", "stand", "replacement", "delegate",
    "report", "reports", "reporting", "contact", "contacts", "owner", "owners", "sponsor", "team",
    "teams", "squad", "tribe", "guild", "crew", "unit", "organisation", "organization", "org",
    "company", "chapter", "group", "department", "dept", "channel", "partner", "assistant", "coach",
    "peer", "escalation", "hr", "lead", "nominated", "proposed", "added", "introduced", "hired",
  ]
  private static let ofAliases: Set<String> = [
    "handle", "handles", "user", "username", "usernames", "account", "accounts", "login", "logins",
    "github", "gitlab", "bitbucket", "slack", "discord", "matrix", "telegram", "mastodon", "alias",
    "aliases", "aka", "nick", "nickname", "same", "known", "mail", "mails", "email", "emails", "id",
    "ids", "ldap", "sso",
  ]
  private static let ofLimits: Set<String> = [
    "system", "systems", "service", "services", "component", "components", "application",
    "applications", "apps", "scope", "scopes", "limit", "limits", "limited", "limitation",
    "limitations", "restriction", "restrictions", "restricted", "except", "exception", "exceptions",
    "exclude", "excludes", "excluded", "excluding", "only", "condition", "conditions", "constraint",
    "constraints", "risk", "risks", "max", "maximum", "category", "categories", "environment",
    "environments", "regions", "repository", "repositories", "repo", "repos", "permission",
    "permissions", "for", "access", "rights", "authority", "privileges", "powers", "applies",
    "validity",
  ]
  private static let ofHumans: Set<String> = ["human", "humans"]
  private static let ofMachines: Set<String> = [
    "bot", "machine", "robot", "automated", "automation", "shared",
  ]
}
