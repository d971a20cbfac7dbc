import Chronology
import Reports

extension JSONSchema {
  /// `changebook.published/1`: the figures of a closed period as they were published.
  package static let published = JSONSchema.object([
    .always("asOf", .described("The instant for which they were computed.", .instant)),
    .always(
      "earlier", .described("What was published before, the latest first.", .list(edition))),
    .always("figures", .described("By key.", .map(figure))),
    .always(
      "period",
      .object([
        .always("end", .instant), .always("kind", .choice(Period.Kind.allCases.map(\.rawValue))),
        .always("label", .text), .always("start", .instant), .always("zone", .text),
      ])),
    .always("policy", policyVersion),
    .always(
      "records",
      .described("By id, what was on record then: names of facts and values.", .map(.map(.text)))),
    .always("schema", .constant("changebook.published/1")),
    .maybe(
      "settings",
      .described(
        "What verdicts rested on; files of before these were kept have none.",
        .object([.always("confidence", .number), .always("outcomeDue", .integer)]))),
  ])

  /// `changebook.restatements/1`: every publication, and how it differs from today.
  package static let restatements = JSONSchema.object([
    .always("asOf", .instant),
    .always("restatements", .described("By period.", .list(restatement))),
    .always("schema", .constant("changebook.restatements/1")),
  ])

  static let restatement = JSONSchema.object([
    .always(
      "earlier",
      .list(.object([.always("asOf", .instant), .always("figures", .map(.object(size)))]))),
    .always(
      "figures",
      .described(
        "Those that came out otherwise.",
        .list(
          .object([
            .always("figure", .text),
            .always(
              "now", .described("Null where there is no such figure now.", .optional(standing))),
            .always("title", .text), .always("was", standing),
          ])))),
    .always("file", .described("Where it is kept, below the root.", .text)),
    .always("kind", .choice(Period.Kind.allCases.map(\.rawValue))),
    .always("period", .described("Its label.", .text)),
    .always("policyChanged", .truth),
    .always("publishedAsOf", .instant),
    .always("records", .list(restatedRecord)),
    .always("restated", .truth),
    .always(
      "settingsChanged",
      .described("The settings that verdicts rest on are others than they were.", .truth)),
  ])

  private static let policyVersion = JSONSchema.object([
    .always("effective", .optional(.pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))),
    .always("id", .optional(.text)), .always("version", .optional(.text)),
  ])

  /// How large a figure was: n, with k for a rate and the total of seconds for a duration.
  private static let size: [Member] = [
    .maybe("k", .integer), .always("n", .integer), .maybe("total", .integer),
    .always("value", .optional(.number)),
  ]

  private static let standing = JSONSchema.object(
    size + [.always("target", .optional(.text)), .always("verdict", verdict)])

  private static let edition = JSONSchema.object([
    .always("asOf", .instant), .always("figures", .map(.object(size))),
    .always("policy", policyVersion),
  ])

  private static let figure = JSONSchema.object(
    size + [
      .maybe(
        "bounds",
        .object([.always("high", .number), .always("low", .number), .always("unknown", .integer)])),
      .maybe("evidence", .optional(.text)),
      .maybe(
        "interval",
        .object([.always("high", .number), .always("level", .number), .always("low", .number)])),
      .always(
        "counted",
        .described(
          "By id: `1 of 1` in a rate, seconds in a duration, `counted` in a number.",
          .map(.either([.text, .integer])))),
      .always("excluded", .described("The reason by id.", .map(.text))),
      .always("target", .described("The policy's cell.", .optional(.text))),
      .always("title", .text), .always("verdict", verdict),
    ])

  private static let restatedRecord = JSONSchema.object([
    .always(
      "facts",
      .list(
        .object([
          .always("name", .text), .always("now", .optional(.text)),
          .always("was", .optional(.text)),
        ]))),
    .always("id", .text),
    .always(
      "moves",
      .list(
        .object([
          .always("figure", .text), .always("now", .optional(.text)),
          .always("was", .optional(.text)),
        ]))),
    .always("presence", .choice(RestatedRecord.Presence.allCases.map(\.rawValue))),
  ])
}
