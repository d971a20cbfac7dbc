import Records

extension JSONSchema {
  /// The front matter of a change record, as YAML gives it to an editor that knows JSON Schema.
  ///
  /// Names that the policy defines (types, risks, categories, test levels) are texts here: the
  /// schema holds for every policy.
  package static let record = JSONSchema.object([
    .maybe("id", .pattern("^[A-Z][A-Z0-9.-]*[0-9]$")),
    .maybe("title", .text),
    .maybe("type", .described("A name of the policy's table of types.", .text)),
    .maybe("risk", .described("A name of the policy's table of risks.", .text)),
    .maybe("category", .described("Rows of the review and testing matrices.", oneOrMore)),
    .maybe("security_relevant", .truth),
    .maybe("systems", oneOrMore),
    .maybe("environment", .described("Where it is made.", oneOrMore)),
    .maybe("region", oneOrMore),
    .maybe("requester", .text),
    .maybe("implementer", .text),
    .maybe("owner", .text),
    .maybe("requested", written),
    .maybe("scheduled", interval),
    .maybe("started", written),
    .maybe("deployed", written),
    .maybe("closed", written),
    .maybe("approvals", .list(approvalKeys)),
    .maybe("outcome", .choice(Outcome.allCases.map(\.rawValue))),
    .maybe("rollback", rollbackKeys),
    .maybe("post_mortem", .text),
    .maybe("incident", .described("Incidents that the change fixes.", oneOrMore)),
    .maybe("caused_incidents", oneOrMore),
    .maybe("follows", .text),
    .maybe("supersedes", .text),
    .maybe("review", reviewKeys),
    .maybe("runtime", runtimeKeys),
    .maybe("evidence", .described("Links or ids by test level.", .map(.text))),
    .maybe("waivers", .list(waiverKeys)),
    .maybe("delivers", .described("What it brings to production.", .list(deliveryKeys))),
    .maybe("external", .described("Its ids and links in other systems.", oneOrMore)),
  ])

  static let approvalKeys = JSONSchema.object([
    .always("role", approvalRole),
    .maybe("by", .text), .maybe("at", written), .maybe("verbal", .truth),
    .maybe("documented", written),
  ])

  static let deliveryKeys = JSONSchema.object([
    .maybe("repository", .text), .maybe("pull_request", .either([.text, .integer])),
    .maybe("commits", oneOrMore), .maybe("artifact", .text), .maybe("deployments", oneOrMore),
  ])

  static let rollbackKeys = JSONSchema.object([
    .maybe("at", written), .maybe("trigger", .text), .maybe("verified", .truth),
  ])

  static let reviewKeys = JSONSchema.object([
    .maybe("at", written), .maybe("by", .text), .maybe("notes", .text),
  ])

  static let runtimeKeys = JSONSchema.object([
    .maybe("spec_version", .integer), .maybe("wasm_hash", .text), .maybe("changelog", .text),
    .maybe("migration_notes", .text), .maybe("proposal", .text), .maybe("voting", votingKeys),
    .maybe("enacted_at_block", .integer), .maybe("enacted", written),
  ])

  static let votingKeys = JSONSchema.object([
    .maybe("from", written), .maybe("to", written), .maybe("aye", .integer),
    .maybe("nay", .integer),
  ])

  static let waiverKeys = JSONSchema.object([
    .maybe("rule", ruleCode), .maybe("reason", .text), .maybe("by", .text), .maybe("at", written),
    .maybe("expires", .either([written, .pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")])),
  ])

  private static let oneOrMore = JSONSchema.either([.text, .list(.text)])

  /// An instant as people write it: seconds may be left out, a zone should not be.
  private static let written = JSONSchema.pattern(instantPattern(whole: true))

  private static let interval = JSONSchema.either([
    .pattern("^\(instantPattern(whole: false))/\(instantPattern(whole: false))$"),
    .object([.always("from", written), .always("to", written)]),
  ])

  private static func instantPattern(whole: Bool) -> String {
    let pattern =
      "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?"
      + "([Zz]|[+-][0-9]{2}:?[0-9]{2})?"
    return whole ? "^\(pattern)$" : pattern
  }
}
