import FrontMatter

/// The keys that the front matter of a change may have: one row each, from which the reader has their names and
/// the published schema its members.
package enum ChangeKeys {
  package static let record: [FrontMatterKey] = [
    .key("id", .pattern("^[A-Z][A-Z0-9.-]*[0-9]$")),
    .key("title", .text),
    .key("type", .text, "A name of the policy's table of types."),
    .key("risk", .text, "A name of the policy's table of risks."),
    .key("category", .texts, "Rows of the review and testing matrices."),
    .key("security_relevant", .boolean),
    .key("systems", .texts),
    .key("environment", .texts, "Where it is made."),
    .key("region", .texts),
    .key("requester", .text),
    .key("implementer", .text),
    .key("owner", .text),
    .key("requested", .instant),
    .key("scheduled", .interval),
    .key("started", .instant),
    .key("deployed", .instant),
    .key("closed", .instant),
    .key("approvals", .list(approval)),
    .key("outcome", .choice(Outcome.allCases.map(\.rawValue))),
    .key("rollback", .mapping(rollback)),
    .key("post_mortem", .text),
    .key("incident", .texts, "Incidents that the change fixes."),
    .key("caused_incidents", .texts),
    .key("follows", .text),
    .key("supersedes", .text),
    .key("review", .mapping(review)),
    .key("runtime", .mapping(runtime)),
    .key("evidence", .textsByName, "Links or ids by test level."),
    .key("waivers", .list(waiver)),
    .key("delivers", .list(delivery), "What it brings to production."),
    .key("external", .texts, "Its ids and links in other systems."),
    .key("imported", .mapping(imported), "What it was imported from."),
  ]
  /// Those without which a change is not thought to be over, or to need less, than it is.
  static let forms: [String: ValueForm] = [
    "requested": .instant, "scheduled": .instant, "started": .instant, "deployed": .instant,
    "closed": .instant, "approvals": .mappings, "review": .mappings, "runtime": .mappings,
    "evidence": .mappings, "waivers": .mappings,
  ]
  static let approval: [FrontMatterKey] = [
    .required("role", .text, ApprovalRole.words), .key("by", .text), .key("at", .instant),
    .key("verbal", .boolean), .key("documented", .instant),
  ]
  static let rollback: [FrontMatterKey] = [
    .key("at", .instant), .key("trigger", .text), .key("verified", .boolean),
  ]
  static let review: [FrontMatterKey] = [
    .key("at", .instant), .key("by", .text), .key("notes", .text),
  ]
  static let runtime: [FrontMatterKey] = [
    .key("spec_version", .integer), .key("wasm_hash", .text), .key("changelog", .text),
    .key("migration_notes", .text), .key("proposal", .text), .key("voting", .mapping(voting)),
    .key("enacted_at_block", .integer), .key("enacted", .instant),
  ]
  static let voting: [FrontMatterKey] = [
    .key("from", .instant), .key("to", .instant), .key("aye", .integer), .key("nay", .integer),
  ]
  static let delivery: [FrontMatterKey] = [
    .key("repository", .text), .key("pull_request", .textOrNumber), .key("commits", .texts),
    .key("artifact", .text), .key("deployments", .texts),
  ]
  package static let imported: [FrontMatterKey] = [
    .key("from", .text), .key("key", .text), .key("at", .instant), .key("hash", .text),
  ]
  static let waiver: [FrontMatterKey] = [
    .key("rule", .pattern("^CB[0-9]{3}$")), .key("reason", .text), .key("by", .text),
    .key("at", .instant), .key("expires", .instantOrDay),
  ]
  /// Keys inside others, as the settings name them.
  static let nested =
    ["scheduled.from", "scheduled.to"] + rollback.names.map { "rollback.\($0)" }
    + review.names.map { "review.\($0)" } + runtime.names.map { "runtime.\($0)" }
}

/// A key of front matter: its name, what stands behind it, and what that is where the name does not say so.
package struct FrontMatterKey: Sendable {
  package let name: String
  package let kind: Kind
  package let words: String?
  /// A mapping without it says nothing.
  package let isRequired: Bool

  package indirect enum Kind: Sendable {
    case text, boolean, integer, textOrNumber
    /// One text or a list of them.
    case texts
    /// A mapping from names, which are data, to texts.
    case textsByName
    case pattern(String)
    case choice([String])
    /// As people write it: seconds may be left out, a zone should not be.
    case instant, instantOrDay
    /// `from/to`, or a mapping of both.
    case interval
    case mapping([FrontMatterKey])
    case list([FrontMatterKey])
  }

  static func key(_ name: String, _ kind: Kind, _ words: String? = nil) -> Self {
    Self(name: name, kind: kind, words: words, isRequired: false)
  }

  static func required(_ name: String, _ kind: Kind, _ words: String? = nil) -> Self {
    Self(name: name, kind: kind, words: words, isRequired: true)
  }
}

extension [FrontMatterKey] {
  package var names: [String] { map(\.name) }
}

extension ApprovalRole {
  /// What a role may be.
  package static let words =
    known.map(\.rawValue).joined(separator: ", ") + ", or a role that the policy's approvals name."
}
