import FrontMatter

/// The keys that the front matter of a change may have.
enum ChangeKeys {
  static let record = [
    "id", "title", "type", "risk", "category", "security_relevant", "systems", "environment",
    "region", "requester", "implementer", "owner", "requested", "scheduled", "started", "deployed",
    "closed",
    "approvals", "outcome", "rollback", "post_mortem", "incident", "caused_incidents", "follows",
    "supersedes", "review", "runtime", "evidence", "waivers", "delivers", "external",
  ]
  /// Those without which a change is not thought to be over, or to need less, than it is.
  static let forms: [String: ValueForm] = [
    "requested": .instant, "scheduled": .instant, "started": .instant, "deployed": .instant,
    "closed": .instant, "approvals": .mappings, "review": .mappings, "runtime": .mappings,
    "evidence": .mappings, "waivers": .mappings,
  ]
  static let approval = ["role", "by", "at", "verbal", "documented"]
  static let rollback = ["at", "trigger", "verified"]
  static let review = ["at", "by", "notes"]
  static let runtime = [
    "spec_version", "wasm_hash", "changelog", "migration_notes", "proposal", "voting",
    "enacted_at_block", "enacted",
  ]
  static let voting = ["from", "to", "aye", "nay"]
  /// Keys inside others, as the settings name them.
  static let nested =
    ["scheduled.from", "scheduled.to"] + rollback.map { "rollback.\($0)" }
    + review.map { "review.\($0)" } + runtime.map { "runtime.\($0)" }
  static let delivery = ["repository", "pull_request", "commits", "artifact", "deployments"]
  static let waiver = ["rule", "reason", "by", "at", "expires"]
}
