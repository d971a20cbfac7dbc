import Chronology
import Interchange
import PolicyReading

/// The figures of many periods in their order, with the instant as of which everything is known.
package struct FiguresData: Sendable {
  private let periods: [PeriodFigures]
  private let asOf: Instant

  package init(_ periods: [PeriodFigures], asOf: Instant) {
    self.periods = periods
    self.asOf = asOf
  }

  /// `changebook.figures/2`: the values of figures. The records behind them stand in the table of each
  /// figure, since in one document they would be many times the size of all records.
  package static let document = DataDocument<FiguresData>(
    "figures", version: 2, title: "Figures of a changebook site"
  ) {
    DataField("as_of", .instant, "The instant as of which everything is known.") { $0.asOf }
    DataField("periods", .list(.object(period))) { $0.periods }
  }

  private static let period = DataFields<PeriodFigures> {
    DataField("figures", .figures(.values)) { $0 }
    DataField("period", .object(PeriodFigures.periodFields)) { $0 }
    DataField("targets_judged", .list(.object(JudgedFigure.fields)), JudgedFigure.words) {
      $0.judged
    }
  }
}

extension PeriodFigures {
  /// The figures of a period, each with the records behind it, as they stand in a report.
  @DataFieldsBuilder<PeriodFigures> package static var fields: [DataField<PeriodFigures>] {
    DataField("figures", .figures(.records)) { $0 }
    DataField("period", .object(periodFields)) { $0 }
    DataField("targets_judged", .list(.object(JudgedFigure.fields)), JudgedFigure.words) {
      $0.judged
    }
  }

  fileprivate static let periodFields = DataFields<PeriodFigures> {
    DataField("end", .instant, "The first instant after it.") { $0.period.interval.end }
    DataField("kind", .oneOf) { $0.period.kind }
    DataField("label", .text, "2026-W12, 2026-03, 2026-Q1 or 2026.") { $0.period.label }
    DataField("provisional", .boolean, "It has not ended at `as_of`.") { $0.isProvisional }
    DataField("start", .instant) { $0.period.interval.start }
    DataField("zone", .text, "The time zone it is cut in.") { $0.zone.name }
  }
}

extension DataKind where Value == PeriodFigures {
  /// All figures of a period, by key.
  fileprivate static func figures(_ detail: FigureDetail) -> Self {
    let figure = DataKind<Figure>.figure(detail)
    let definitions = FigureCatalogue.definitionsByKey
    return Self(
      .object(definitions.map { .required($0.key, .described("\($0.title).", figure.schema)) }),
      json: { figures, writer in
        writer.beginObject()
        for definition in definitions {
          guard let value = figures[definition] else { continue }
          writer.key(definition.key)
          figure.json(value, &writer)
        }
        writer.endObject()
      })
  }
}

extension JudgedFigure {
  fileprivate static let words =
    "Every target of a period with the figure that it judges, in the order of the catalogue, several of "
    + "one figure in that of the policy."

  fileprivate static let fields = DataFields<JudgedFigure> {
    DataField("evidence", .evidence) { $0.figure.evidence }
    DataField("figure", .text, "Its key.") { $0.key }
    DataField(
      "from", .optional(.instant),
      "Where the target changed within the period, the start of its part."
    ) { $0.part?.start }
    DataField("n", .integer) { $0.figure.count }
    DataField("risks", .texts) { $0.target.risks }
    DataField("text", .text, "As the policy writes it.") { $0.target.text }
    DataField("title", .text) { $0.title }
    DataField("types", .texts) { $0.target.types }
    DataField("until", .optional(.instant)) { $0.part?.end }
    DataField("value", .optional(.number)) { $0.figure.value }
    DataField("verdict", .optional(.oneOf)) { $0.verdict }
  }
}
