import DeploymentGate

extension JSONSchema {
  /// `changebook.gate/2`.
  package static let gate = JSONSchema.object([
    .always("as_of", .described("What was taken for now.", .instant)),
    .always("at", .described("The instant that was asked for.", .instant)),
    .always(
      "because", .described("What decided, or kept from deciding; never empty.", .list(cause))),
    .always("categories", .list(.text)),
    .always("change", .described("The id of the record that was named.", optionalText)),
    .maybe("environments", .described("Where it is made, where that was given.", .list(.text))),
    .always(
      "files",
      .described(
        "Every file that was read, in the order of their paths' bytes.",
        .list(.object([.always("path", .text), .always("sha256", .text)])))),
    .always("for", .described("Seconds that the change is to last; 0 for an instant.", .integer)),
    .always("incidents", .described("Incidents that the change fixes.", .list(.text))),
    .always(
      "next",
      .described(
        "The next time in which the change fits by the calendar, from `at` on.",
        .optional(
          .object([
            .always("end", .described("Null where it does not end.", .optional(.instant))),
            .always("start", .instant),
            .always(
              "window", .described("Null where the change needs none.", optionalText)),
          ])))),
    .always(
      "policies",
      .described("The versions of the policy, the earliest first.", .list(policyVersion))),
    .always("program", .described("The version of the program.", .text)),
    .always("record", .described("The path of the record that was named.", optionalText)),
    .maybe("regions", .list(.text)),
    .always(
      "revision",
      .described("Of the content in git; null where it is not known.", optionalText)),
    .always("risk", optionalText),
    .always("schema", .constant(gateSchema)),
    .always("state", .choice(["open", "closed", "unknown"])),
    .always(
      "systems", .described("Null where none was given: it may be any.", .optional(.list(.text)))),
    .always("type", optionalText),
    .always(
      "until",
      .described("When the calendar's answer for an instant changes next.", .optional(.instant))),
  ])

  private static let policyVersion = JSONSchema.object([
    .always("effective", .described("The first day on which it holds.", optionalText)),
    .always("file", .text),
    .always("id", optionalText),
    .always("sha256", .text),
    .always("version", optionalText),
  ])

  private static let cause = JSONSchema.object([
    .always("clause", .described("Of the policy.", optionalText)),
    .always("end", .optional(.instant)),
    .always("file", .described("Where it is stated, below the root.", optionalText)),
    .always("kind", .choice(GateCause.Kind.allCases.map(\.rawValue))),
    .always("line", .described("From 1.", .optional(.integer))),
    .always(
      "name", .described("Of the freeze or window, the rule's code, what is missing.", optionalText)
    ),
    .always(
      "policy",
      .described(
        "The row of the policy that it rests on.",
        .optional(
          .object([
            .always("clause", optionalText), .always("file", .text), .always("line", .integer),
          ])))),
    .always("start", .described("Of the freeze or the window's opening.", .optional(.instant))),
    .always("text", .text),
  ])
}
