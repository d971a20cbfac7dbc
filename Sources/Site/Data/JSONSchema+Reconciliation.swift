import DeploymentLogs
import Deployments

extension JSONSchema {
  /// `changebook.reconciliation/1`.
  package static let reconciliation = JSONSchema.object([
    .always("as_of", .described("What was taken for now.", .instant)),
    .always(
      "changes",
      .described(
        "Records whose deployment is not known, by the instant they give.", .list(unmatched))),
    .always(
      "complete",
      .described("Every deployment is recorded, every record deployed, every entry read.", .truth)),
    .always(
      "completeness",
      .described(
        "Deployments to production with an approved record, of those that count.",
        .object([.always("denominator", .integer), .always("numerator", .integer)]))),
    .always("deployments", .described("To production, in the order of time.", .list(deployment))),
    .always("elsewhere", .described("Deployments to other environments.", .integer)),
    .always("not_happened", .described("Called off, or not over.", .integer)),
    .always("passed_over", .described("Entries about no deployment.", .integer)),
    .always("period", .described("2026-03, 2026-Q1; null for all of the logs.", optionalText)),
    .always(
      "problems",
      .described(
        "Entries that are not read.",
        .list(
          .object([.always("file", .text), .always("line", .integer), .always("text", .text)])))),
    .always("repeated", .described("Entries that tell of a deployment again.", .integer)),
    .always("schema", .constant(reconciliationSchema)),
    .always(
      "sources",
      .described(
        "Before the first and after the last entry of a source nothing is claimed.",
        .list(
          .object([
            .always("entries", .integer), .always("from", .instant), .always("name", .text),
            .always("until", .instant),
          ])))),
  ])

  private static let unmatched = JSONSchema.object([
    .always("deployed", .instant),
    .always("deployment", .described("The nearest one, at another time.", optionalText)),
    .always("deployment_at", .optional(.instant)),
    .always("id", .text),
    .always("reason", .described("Why the settings leave it out.", optionalText)),
    .always("state", .choice(UnmatchedChange.Kind.keys)),
  ])

  private static let deployment = JSONSchema.object([
    .always("artifact", optionalText),
    .always("at", .described("Its end, else its start.", .instant)),
    .always("by", optionalText),
    .always("environment", optionalText),
    .always("file", .text),
    .always("id", .text),
    .always("late", .described("Seconds by which its record came after it.", .optional(.integer))),
    .always("line", .described("From 1.", .integer)),
    .always(
      "matched",
      .described("How its record was found.", .optional(.choice(MatchWay.allCases.map(\.rawValue))))
    ),
    .always("reason", .described("Why the settings leave it out.", optionalText)),
    .always("record", .described("The id of its record.", optionalText)),
    .always("retry", .truth),
    .always("revision", optionalText),
    .always("rollback", .truth),
    .always("started", .optional(.instant)),
    .always("state", .choice(DeploymentStanding.keys)),
    .always("status", .choice(DeploymentStatus.allCases.map(\.rawValue))),
    .always("system", optionalText),
  ])
}
