import DeploymentGate

extension JSONSchema {
  /// `changebook.next/1`.
  package static let next = JSONSchema.object([
    .always(
      "because",
      .described("Why there is no answer, or no slot; empty where there is one.", .list(.text))),
    .always("change", .described("The id of the record.", .text)),
    .always(
      "earlier",
      .described(
        "Windows before the first slot, and why the change does not fit there.",
        .list(
          .object([
            .always("end", end), .always("reasons", .list(.text)), .always("start", .instant),
            .always("window", window),
          ])))),
    .always("for", .described("Seconds that it is to last; 0 for an instant.", .integer)),
    .always("from", .described("From when on slots are looked for.", .instant)),
    .always("needs", .described("What has to happen first: approvals.", .list(.text))),
    .always("schema", .constant(nextSchema)),
    .always(
      "slots",
      .described(
        "Times in which it fits, in order.",
        .list(
          .object([
            .always("end", end), .always("start", .instant), .always("window", window),
          ])))),
    .always(
      "state",
      .described(
        "Whether there is a slot, none in the next 400 days, or no answer.",
        .choice(["found", "none", "unknown"]))),
  ])

  private static let end = JSONSchema.described(
    "Null where it does not end.", .optional(.instant))
  private static let window = JSONSchema.described(
    "Null where the change needs none.", .optional(.text))
}
