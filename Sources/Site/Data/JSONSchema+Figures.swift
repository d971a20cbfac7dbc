import Chronology
import Figures
import PolicyReading

extension JSONSchema {
  /// `changebook.figures/1`. Shares lie between 0 and 1, durations are seconds, and what is not
  /// known is null.
  package static let figures = JSONSchema.object([
    .always("asOf", .described("The instant as of which everything is known.", .instant)),
    .always(
      "periods",
      .list(
        .object([
          .always("figures", figures(of: .values)), .always("period", period),
          .always("targetsJudged", targetsJudged),
        ]))),
    .always("schema", .constant("changebook.figures/1")),
  ])

  /// Whether a figure stands with its records or with its values alone.
  enum FigureMembers { case records, values }

  /// All figures of a period, by key.
  static func figures(of members: FigureMembers) -> JSONSchema {
    let kinds: JSONSchema =
      switch members {
      case .values: .either([valuesOfRate, valuesOfDuration, valuesOfCount].map { .object($0) })
      case .records:
        .either([
          .object(valuesOfRate.withRecords([.always("inNumerator", ids)])),
          .object(valuesOfDuration.withRecords([.always("durations", .list(duration))])),
          .object(valuesOfCount.withRecords([])),
        ])
      }
    return .object(
      FigureCatalogue.definitions.map { definition in
        .always(definition.key, .described("\(definition.title).", kinds))
      })
  }

  static let ids = JSONSchema.list(.text)

  private static let duration = JSONSchema.object([
    .always("id", .text), .always("seconds", .integer),
  ])

  static let period = JSONSchema.object([
    .always("end", .described("The first instant after it.", .instant)),
    .always("kind", .choice(Period.Kind.allCases.map(\.rawValue))),
    .always("label", .described("2026-W12, 2026-03, 2026-Q1 or 2026.", .text)),
    .always("provisional", .described("It has not ended at `asOf`.", .truth)),
    .always("start", .instant),
    .always("zone", .described("The time zone it is cut in.", .text)),
  ])

  private static let valuesOfRate: [Member] = [
    .always(
      "bounds",
      .described(
        "The rate if all changes of unknown outcome failed, and if all succeeded.",
        .optional(
          .object([
            .always("high", ratio), .always("low", ratio), .always("unknown", .integer),
          ])))),
    .always(
      "changesNeeded",
      .described("How many more changes would make the evidence clear.", .optional(.integer))),
    .always(
      "clearlyMet",
      .described(
        "How many over the same denominator would have shown that the target is met.",
        .optional(.integer))),
    .always("denominator", .integer),
    .always("evidence", evidence),
    .always(
      "interval",
      .described(
        "Wilson's score interval.",
        .optional(
          .object([
            .always("high", .number), .always("level", .number), .always("low", .number),
          ])))),
    .always("kind", .constant("rate")),
    .always(
      "leastToJudge",
      .described(
        "The least number of changes that can show the target to be met.",
        .optional(.integer))),
    .always("leftOut", leftOut),
    .always("numerator", .integer),
    .always("subject", subject),
    .always("target", target),
    .always("title", .text),
    .always("value", .optional(.number)),
    .always("verdict", verdict),
  ]

  private static let valuesOfDuration: [Member] = [
    .always("evidence", .null),
    .always("interval", .null),
    .always("kind", .constant("duration")),
    .always("leftOut", leftOut),
    .always("max", .optional(.integer)),
    .always("mean", .optional(.number)),
    .always("median", .optional(.number)),
    .always("min", .optional(.integer)),
    .always("n", .integer),
    .always("p90", .optional(.number)),
    .always("subject", subject),
    .always("target", target),
    .always("title", .text),
    .always("total", .optional(.integer)),
    .always(
      "value", .described("The mean, or the median where that leads.", .optional(.number))),
    .always("verdict", verdict),
  ]

  private static let valuesOfCount: [Member] = [
    .always("evidence", .null),
    .always("interval", .null),
    .always("kind", .constant("count")),
    .always("leftOut", leftOut),
    .always("n", .optional(.integer)),
    .always(
      "perWeek",
      .described(
        "In seven days, over the part of the period that has passed.", .optional(.number))),
    .always("subject", subject),
    .always("target", target),
    .always("title", .text),
    .always("value", .described("The number.", .optional(.integer))),
    .always("verdict", verdict),
  ]

  private static let subject = JSONSchema.described(
    "What is counted.", .choice(FigureSubject.allCases.map(\.rawValue)))

  private static let leftOut = JSONSchema.described(
    "How many records are left out; the figure's table has their ids and the reasons.", .integer)

  private static let ratio = JSONSchema.object([
    .always("denominator", .integer), .always("numerator", .integer), .always("value", .number),
  ])

  private static let target = JSONSchema.optional(
    .object([
      .always(
        "comparison", .choice([Target.Comparison.above, .atLeast, .below, .atMost].map(\.rawValue))),
      .always("risks", .described("The risks it holds for; empty for all.", .list(.text))),
      .always("statistic", .choice(["mean", "median"])),
      .always("text", .described("As the policy writes it.", .text)),
      .always("types", .described("The types it holds for; empty for all.", .list(.text))),
      .always("value", .number),
    ]))

  static let evidence = JSONSchema.optional(
    .choice([EvidenceVerdict.clear, .tooFew, .unknownOutcomes].map(\.key)))

  /// Every target of a period with the figure that it judges.
  static let targetsJudged = JSONSchema.list(
    .object([
      .always("evidence", evidence), .always("figure", .described("Its key.", .text)),
      .always(
        "from",
        .described(
          "Where the target changed within the period, the start of its part.", .optional(.instant))
      ),
      .always("n", .integer), .always("risks", .list(.text)),
      .always("text", .described("As the policy writes it.", .text)), .always("title", .text),
      .always("types", .list(.text)), .always("until", .optional(.instant)),
      .always("value", .optional(.number)), .always("verdict", verdict),
    ]))

  static let verdict = JSONSchema.optional(
    .choice([Verdict.met, .missed, .noData].map(\.rawValue)))
}

extension [JSONSchema.Member] {
  /// The members of a figure with the ids of its records in place of the number left out.
  fileprivate func withRecords(_ further: [JSONSchema.Member]) -> [JSONSchema.Member] {
    filter { $0.name != "leftOut" } + further + [
      .always("counted", JSONSchema.ids),
      .always(
        "excluded",
        .list(
          .object([
            .always("id", .text),
            .always("reason", .choice(ExclusionReason.allCases.map(\.rawValue))),
          ]))),
    ]
  }
}
