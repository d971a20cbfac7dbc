import Records

extension JSONSchema {
  /// `changebook.changes/1`. What a record does not say is null or an empty list.
  package static let changes = JSONSchema.object([
    .always("asOf", .described("The instant at which stages are told.", .instant)),
    .always("changes", .described("By id, then file.", .list(change))),
    .always("schema", .constant("changebook.changes/1")),
  ])

  static let change = JSONSchema.object([
    .always("approvals", .list(approval)),
    .always("categories", .list(.described("A row of the review or testing matrix.", .text))),
    .always("causedIncidents", .list(.text)),
    .always("closed", .optional(.instant)),
    .always(
      "delivers",
      .list(
        .object([
          .always("artifact", optionalText), .always("commits", .list(.text)),
          .always("deployments", .list(.text)), .always("pull_request", optionalText),
          .always("repository", optionalText),
        ]))),
    .always("deployed", .optional(.instant)),
    .always(
      "evidence",
      .list(
        .object([
          .always("level", .described("A level of the testing matrix.", .text)),
          .always("proof", .described("A link or an id; null for a ticked box.", optionalText)),
        ]))),
    .always("external", .described("Its ids and links in other systems.", .list(.text))),
    .always("file", .described("Below the root of the content.", .text)),
    .always("findings", .described("Codes of rules, without the waived ones.", .list(ruleCode))),
    .always("follows", optionalText),
    .always("id", .text),
    .always("implementer", optionalText),
    .always("incidents", .described("Incidents that the change fixes.", .list(.text))),
    .always("outcome", .optional(.choice(Outcome.allCases.map(\.rawValue)))),
    .always("owner", optionalText),
    .always("page", .described("Below the root of the site.", .text)),
    .always("postMortem", optionalText),
    .always("readable", .described("Whether figures count it.", .truth)),
    .always("requested", .optional(.instant)),
    .always("requester", optionalText),
    .always(
      "review",
      .optional(
        .object([
          .always("at", .optional(.instant)), .always("by", optionalText),
          .always("notes", optionalText),
        ]))),
    .always("risk", optionalText),
    .always(
      "rollback",
      .optional(
        .object([
          .always("at", .optional(.instant)), .always("trigger", optionalText),
          .always("verified", .optional(.truth)),
        ]))),
    .always("runtime", .optional(runtime)),
    .always(
      "scheduled",
      .optional(.object([.always("end", .instant), .always("start", .instant)]))),
    .always("securityRelevant", .optional(.truth)),
    .always("stage", .choice(WorkflowStage.allCases.map(\.rawValue))),
    .always("started", .optional(.instant)),
    .always("supersedes", optionalText),
    .always("systems", .list(.text)),
    .always("title", optionalText),
    .always("type", optionalText),
    .always("waived", .described("Codes of rules whose findings are waived.", .list(ruleCode))),
    .always(
      "waivers",
      .list(
        .object([
          .always("at", .optional(.instant)), .always("by", optionalText),
          .always("reason", optionalText), .always("rule", optionalText),
        ]))),
  ])

  static let optionalText = JSONSchema.optional(.text)
  static let ruleCode = JSONSchema.pattern("^CB[0-9]{3}$")

  static let approvalRole = JSONSchema.described(
    ApprovalRole.known.map(\.rawValue).joined(separator: ", ")
      + ", or a role that the policy's approvals name.", .text)

  private static let approval = JSONSchema.object([
    .always("at", .optional(.instant)),
    .always("by", optionalText),
    .always("documented", .optional(.instant)),
    .always("role", approvalRole),
    .always("verbal", .truth),
  ])

  private static let runtime = JSONSchema.object([
    .always("changelog", optionalText),
    .always("enacted", .optional(.instant)),
    .always("enactedAtBlock", .optional(.integer)),
    .always("migrationNotes", optionalText),
    .always("proposal", optionalText),
    .always("specVersion", .optional(.integer)),
    .always(
      "voting",
      .optional(
        .object([
          .always("aye", .optional(.integer)), .always("from", .optional(.instant)),
          .always("nay", .optional(.integer)), .always("to", .optional(.instant)),
        ]))),
    .always("wasmHash", optionalText),
  ])
}
