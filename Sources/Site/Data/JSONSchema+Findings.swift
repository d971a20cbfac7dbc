import Findings

extension JSONSchema {
  /// `changebook.findings/1`.
  package static let findings = JSONSchema.object([
    .always(
      "counts",
      .described(
        "How many of each severity; the waived ones are counted apart.",
        .object(
          (Severity.allCases.map(\.rawValue) + ["waived"]).map { .always($0, .integer) }))),
    .always("findings", .described("By file, then place, then code.", .list(finding))),
    .always("schema", .constant("changebook.findings/1")),
  ])

  static let finding = JSONSchema.object([
    .always("code", ruleCode),
    .always("column", .described("From 1, in Unicode scalars.", .integer)),
    .always("endColumn", .described("After the last character.", .integer)),
    .always("endLine", .integer),
    .always("file", .described("Below the root of the content.", .text)),
    .always("help", .described("What would satisfy the rule.", optionalText)),
    .always("line", .described("From 1.", .integer)),
    .always("message", .text),
    .always(
      "policy",
      .described(
        "The row or clause that asks for it.",
        .optional(
          .object([
            .always("clause", optionalText), .always("file", .text), .always("line", .integer),
          ])))),
    .always("record", .described("The id of the record it is about.", optionalText)),
    .always("severity", .choice(Severity.allCases.map(\.rawValue))),
    .always(
      "waived",
      .described(
        "The accepted exception that covers it.",
        .optional(
          .object([.always("at", .instant), .always("by", .text), .always("reason", .text)])))),
  ])
}
