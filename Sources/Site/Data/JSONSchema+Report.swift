import Chronology
import Figures
import Reports

extension JSONSchema {
  /// `changebook.report/1`. Shares lie between 0 and 1, durations are seconds; null is what is not
  /// known and what nobody wrote.
  package static let report = JSONSchema.object([
    .always("asOf", .described("The instant as of which everything is known.", .instant)),
    .always("audience", .choice(ReportAudience.allCases.map(\.rawValue))),
    .always("breaches", .described("What the rules found in the period.", breaches)),
    .always("commentary", .optional(commentary)),
    .always("exceptions", .list(exception)),
    .always("figures", figures(of: .records)),
    .always(
      "headlines",
      .described(
        "What each figure says, by key.",
        .map(
          .object([
            .always("signals", .list(signal)),
            .always("standing", .choice(Headline.Standing.allCases.map(\.rawValue))),
            .always("text", .text),
          ])))),
    .always("outlook", .described("What comes after the period.", outlook)),
    .always("overdue", .list(overdue)),
    .always("period", period),
    .always(
      "quality",
      .described(
        "Ids of records that the figures cannot count, by what is missing.",
        .object(
          ["undated", "unknownOutcome", "unopened", "unreadable", "withoutEnd"]
            .map { .always($0, ids) }))),
    .always("restatement", .optional(restatement)),
    .always("schema", .constant("changebook.report/1")),
    .always("shipped", .described("Ids of changes deployed in the period.", ids)),
    .always(
      "state", .choice(["closed", "running", "future", "before_records", "no_records"])),
    .always(
      "targets", .described("Null but for a management review.", .optional(.list(target)))),
    .always("targetsJudged", targetsJudged),
    .always("verdict", .described("One paragraph; null where there is nothing to say.", words)),
  ])

  private static let words = JSONSchema.optional(.text)

  private static let breaches = JSONSchema.object([
    .always(
      "controls",
      .list(
        .object([
          .always("exceptions", .integer), .always("ids", ids), .always("requirement", .text),
          .always("standard", .text),
          .always("topic", .choice(ControlTopic.allCases.map(\.rawValue))),
          .always("waived", .integer),
        ]))),
    .always(
      "findings",
      .described(
        "By rule, one count for each of `periods`.",
        .list(.object([.always("code", .text), .always("counts", .list(.integer))])))),
    .always("open", .described("Breaches that no waiver covers.", .integer)),
    .always("periods", .described("Labels, the earliest first.", .list(.text))),
    .always(
      "repeated",
      .list(
        .object([.always("code", .text), .always("ids", ids), .always("system", .text)]))),
    .always(
      "rules",
      .list(
        .object([
          .always("code", .text), .always("ids", ids), .always("open", .integer),
          .always("waived", .integer),
        ]))),
    .always("waived", .integer),
  ])

  private static let commentary = JSONSchema.object([
    .always("file", .text), .always("paragraphs", .list(.text)), .always("title", .text),
  ])

  private static let exception = JSONSchema.object([
    .always("causedIncidents", ids), .always("fixedIncidents", ids), .always("followUps", ids),
    .always("id", .text),
    .always("kinds", .list(.choice(ReportException.Kind.allCases.map(\.rawValue)))),
    .always("owesPostMortem", .truth), .always("postMortem", words), .always("title", words),
    .always("trigger", words),
  ])

  private static let signal = JSONSchema.object([
    .always("better", .described("Null where no side is better.", .optional(.truth))),
    .always("direction", .choice(Signal.Direction.allCases.map(\.rawValue))),
    .always("kind", .constant("shift")),
    .always("length", .described("How many periods differ.", .integer)),
    .always("periods", .list(.text)),
    .always("text", .text),
  ])

  private static let outlook = JSONSchema.object([
    .always(
      "conflicts",
      .list(.object([.always("code", .text), .always("id", words), .always("message", .text)]))),
    .always("end", .instant),
    .always(
      "freezes",
      .list(
        .object([
          .always("allowed", .text),
          .always("end", .described("Null where it does not end.", .optional(.instant))),
          .always("incident", words), .always("name", .text), .always("start", .instant),
          .always("systems", .list(.text)),
        ]))),
    .always(
      "planned",
      .list(
        .object([
          .always("end", .optional(.instant)),
          .always(
            "gate",
            .described(
              "What the gate answers for the planned time; null once the change has begun.",
              .optional(.choice(["open", "closed", "unknown"])))),
          .always("gate_reason", words), .always("id", .text), .always("outcome", words),
          .always("risk", words), .always("significant", .truth),
          .always("start", .optional(.instant)), .always("systems", .list(.text)),
          .always("title", words), .always("type", words),
        ]))),
    .always("reviews", .list(.object([.always("due", .instant), .always("id", .text)]))),
    .always("start", .instant),
  ])

  private static let overdue = JSONSchema.object([
    .always("code", .text), .always("id", .text), .always("implementer", words),
    .always("kind", .choice(OverdueDuty.Kind.allCases.map(\.rawValue))),
    .always("owner", words), .always("since", .instant),
  ])

  private static let target = JSONSchema.object([
    .always("changesNeeded", .optional(.integer)),
    .always(
      "conclusion",
      .choice(["met_throughout", "missed_throughout", "too_few", "mixed", "too_short", "no_data"])),
    .always("figure", .text), .always("periods", .list(.text)), .always("text", .text),
  ])
}
