import Interchange
import PolicyReading

/// How much of a figure is written.
enum FigureDetail {
  /// With the id of every record that is counted or left out.
  case records
  /// The values, and how many records are left out.
  case values
}

extension DataKind where Value == Figure {
  /// A figure. Shares lie between 0 and 1, durations are seconds; null is what is not known, and what a
  /// figure of its kind does not have.
  static func figure(_ detail: FigureDetail) -> Self {
    let hasRecords = detail == .records
    let rate = (hasRecords ? FigureFields.rateWithRecords : FigureFields.rate).fields
    let duration = (hasRecords ? FigureFields.durationWithRecords : FigureFields.duration).fields
    let count = (hasRecords ? FigureFields.countWithRecords : FigureFields.count).fields
    return DataKind<Figure>(
      .anyOf([rate.schema, duration.schema, count.schema]),
      json: { figure, writer in
        writer.beginObject()
        switch figure {
        case .rate: rate.write(figure, to: &writer)
        case .duration: duration.write(figure, to: &writer)
        case .count: count.write(figure, to: &writer)
        }
        writer.endObject()
      })
  }
}

/// The fields of a figure of one kind.
private struct FigureFields: Sendable {
  let fields: DataFields<Figure>

  init(_ own: [DataField<Figure>], _ detail: FigureDetail) {
    fields = DataFields(own + Self.common + (detail == .records ? Self.records : Self.leftOut))
  }

  static let rate = Self(ofRate, .values)
  static let rateWithRecords = Self(
    ofRate + [
      DataField("in_numerator", .texts) { $0.rate?.numeratorIDs ?? [] }
    ], .records)
  static let duration = Self(ofDuration, .values)
  static let durationWithRecords = Self(
    ofDuration + [
      DataField("durations", .list(.object(MeasuredDuration.fields))) {
        $0.duration?.durations ?? []
      }
    ], .records)
  static let count = Self(ofCount, .values)
  static let countWithRecords = Self(ofCount, .records)

  @DataFieldsBuilder<Figure> private static var common: [DataField<Figure>] {
    DataField("subject", .oneOf, "What is counted.") { $0.definition.subject }
    DataField("target", .optional(.object(Target.fields))) { $0.target }
    DataField("title", .text) { $0.title }
    DataField("verdict", .optional(.oneOf)) { $0.verdict }
  }

  @DataFieldsBuilder<Figure> private static var records: [DataField<Figure>] {
    DataField("counted", .texts, "Ids.") { $0.countedIDs }
    DataField("excluded", .list(.object(ExcludedRecord.fields))) { $0.excluded }
  }

  @DataFieldsBuilder<Figure> private static var leftOut: [DataField<Figure>] {
    DataField(
      "left_out", .integer,
      "How many records are left out; the figure's table has their ids and the reasons."
    ) { $0.excluded.count }
  }

  @DataFieldsBuilder<Figure> private static var ofRate: [DataField<Figure>] {
    DataField(
      "bounds", .optional(.object(RateBounds.fields)),
      "The rate if all changes of unknown outcome failed, and if all succeeded."
    ) { $0.rate?.bounds }
    DataField(
      "changes_needed", .optional(.integer),
      "How many more changes would make the evidence clear."
    ) { $0.rate.flatMap { $0.evidence == .tooFew ? $0.distance?.further : nil } }
    DataField(
      "clearly_met", .optional(.integer),
      "How many over the same denominator would have shown that the target is met."
    ) { $0.rate?.distance?.clearlyMet }
    DataField("denominator", .integer) { $0.rate?.denominator ?? 0 }
    DataField("evidence", .evidence) { $0.rate?.evidence }
    DataField("interval", .optional(.object(WilsonInterval.fields)), "Wilson's score interval.") {
      $0.rate?.interval
    }
    DataField.constant("kind", "rate")
    DataField(
      "least_to_judge", .optional(.integer),
      "The least number of changes that can show the target to be met."
    ) { $0.rate?.distance?.leastToJudge }
    DataField("numerator", .integer) { $0.rate?.numerator ?? 0 }
    DataField("value", .optional(.number)) { $0.value }
  }

  @DataFieldsBuilder<Figure> private static var ofDuration: [DataField<Figure>] {
    DataField("evidence", .nothing) { _ in () }
    DataField("interval", .nothing) { _ in () }
    DataField.constant("kind", "duration")
    DataField("max", .optional(.integer)) { $0.duration?.summary?.longest }
    DataField("mean", .optional(.number)) { $0.duration?.summary?.mean }
    DataField("median", .optional(.number)) { $0.duration?.summary?.median }
    DataField("min", .optional(.integer)) { $0.duration?.summary?.shortest }
    DataField("n", .integer) { $0.count }
    DataField("p90", .optional(.number)) { $0.duration?.summary?.p90 }
    DataField("total", .optional(.integer)) { $0.duration?.summary?.total }
    DataField("value", .optional(.number), "The mean, or the median where that leads.") {
      $0.value
    }
  }

  @DataFieldsBuilder<Figure> private static var ofCount: [DataField<Figure>] {
    DataField("evidence", .nothing) { _ in () }
    DataField("interval", .nothing) { _ in () }
    DataField.constant("kind", "count")
    DataField("n", .optional(.integer)) { $0.number?.known }
    DataField(
      "per_week", .optional(.number),
      "In seven days, over the part of the period that has passed."
    ) { $0.number?.perWeek }
    DataField("value", .optional(.integer), "The number.") { $0.number?.known }
  }
}

extension Figure {
  fileprivate var rate: RateFigure? { if case .rate(let rate) = self { rate } else { nil } }

  fileprivate var duration: DurationFigure? {
    if case .duration(let duration) = self { duration } else { nil }
  }

  fileprivate var number: CountFigure? { if case .count(let count) = self { count } else { nil } }
}

// MARK: - Parts

extension DataKind where Value == EvidenceVerdict? {
  static let evidence = optional(
    DataKind<EvidenceVerdict>(
      .choice([EvidenceVerdict.clear, .tooFew, .unknownOutcomes].map(\.key)),
      json: { $1.value($0.key) }))
}

extension MeasuredDuration {
  fileprivate static let fields = DataFields<MeasuredDuration> {
    DataField("id", .text) { $0.id }
    DataField("seconds", .integer) { $0.seconds }
  }
}

extension ExcludedRecord {
  fileprivate static let fields = DataFields<ExcludedRecord> {
    DataField("id", .text) { $0.id }
    DataField("reason", .oneOf) { $0.reason }
  }
}

extension RateBounds {
  fileprivate static let fields = DataFields<RateBounds> {
    DataField("high", .object(Ratio.fields)) { $0.high }
    DataField("low", .object(Ratio.fields)) { $0.low }
    DataField("unknown", .integer) { $0.unknown }
  }
}

extension Ratio {
  fileprivate static let fields = DataFields<Ratio> {
    DataField("denominator", .integer) { $0.denominator }
    DataField("numerator", .integer) { $0.numerator }
    DataField("value", .number) { $0.value }
  }
}

extension WilsonInterval {
  package static let fields = DataFields<WilsonInterval> {
    DataField("high", .number) { $0.high }
    DataField("level", .number) { $0.level }
    DataField("low", .number) { $0.low }
  }
}

extension Target {
  fileprivate static let fields = DataFields<Target> {
    DataField("comparison", .oneOf) { $0.comparison }
    DataField("risks", .texts, "The risks it holds for; empty for all.") { $0.risks }
    DataField("statistic", .oneOf) { $0.statistic }
    DataField("text", .text, "As the policy writes it.") { $0.text }
    DataField("types", .texts, "The types it holds for; empty for all.") { $0.types }
    DataField("value", .number) { target in
      switch target.bound {
      case .share(let share): share.value
      case .duration(let seconds): Double(seconds)
      case .perWeek(let pace): pace.value
      }
    }
  }
}
