/// Names of the roles that every policy has, such as the CAB and security: which of them words name, and
/// which other words may stand in such a name.
///
/// A word that is none of these may name somebody else who has to agree, ask for more than one, or leave
/// somebody out, in whatever language: `CAB und CTO`, `CAB x2`, `CAB excluding @bea`.
package enum KnownRoleName {
  /// What a known role is of.
  private enum Kind: Hashable {
    case board, governance, security, architecture, engineeringLead, operations, technical
  }

  /// Whether words, folded, name no known role at all, or one of them and nothing beside it.
  package static func isWhole(_ words: [String]) -> Bool {
    let kinds = kinds(words)
    if kinds.isEmpty { return true }
    let standsAlone = !kinds.isDisjoint(with: [.board, .governance])
    return !(standsAlone && kinds.count > 1) && words.allSatisfy(names.contains)
  }

  /// Whether words, folded, name the CAB or the emergency CAB.
  static func namesBoard(_ words: [String]) -> Bool { kinds(words).contains(.board) }

  /// Whether words, folded, name two known roles.
  static func namesSeveral(_ words: [String]) -> Bool { kinds(words).count > 1 }

  private static func kinds(_ words: [String]) -> Set<Kind> {
    func has(_ beginning: String) -> Bool { words.contains { $0.hasPrefix(beginning) } }
    var kinds: Set<Kind> = []
    if words.contains("cab") || words.contains("ecab") || has("advisory") && has("board") {
      kinds.insert(.board)
    }
    if has("governance") || has("validator") { kinds.insert(.governance) }
    if has("security") { kinds.insert(.security) }
    if has("architect") { kinds.insert(.architecture) }
    if has("engineering"), has("lead") { kinds.insert(.engineeringLead) }
    if has("operation") { kinds.insert(.operations) }
    if has("technical") || has("code") || has("peer") { kinds.insert(.technical) }
    return kinds
  }

  private static let names: Set<String> = [
    "technical", "tech", "code", "peer", "peers", "security", "architecture", "architect",
    "architects", "architectural", "engineering", "engineer", "engineers", "developer",
    "developers", "operations", "operational", "operation", "ops", "cab", "ecab", "change",
    "advisory", "board", "emergency", "governance", "validator", "validators", "council", "lead",
    "leads", "leader", "head", "chair", "chairperson", "member", "members", "representative",
    "representatives", "manager", "managers", "officer", "director", "chief", "senior",
    "principal", "staff", "team", "owner", "owners", "reviewer", "reviewers", "review", "reviews",
    "reviewed", "approver", "approvers", "approval", "approvals", "approved", "sign", "off",
    "signoff", "of", "the", "a", "an", "as", "by", "from", "role", "committee", "vote", "voting",
    "information", "it", "software", "platform", "infrastructure", "network", "system", "systems",
    "application", "enterprise", "solution", "solutions", "service", "product", "analyst",
    "specialist", "expert", "colleague", "another", "independent", "steering",
    "on", "call", "oncall", "duty", "group", "department", "data", "cloud", "cyber", "applications",
    "responsible", "qualified", "competent", "other",
  ]
}
