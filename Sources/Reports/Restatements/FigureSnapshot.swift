import Chronology
import Figures
import Interchange
import PolicyReading
import Records

/// The figures of a closed period as they are published.
package struct FigureSnapshot: Sendable {
  /// The instant for which they were computed.
  let asOf: Instant
  let period: Period
  let zone: Zone
  /// The latest first.
  let earlier: [EarlierPublication]
  let figures: [Entry]
  let policy: PublishedPolicy
  /// By id.
  let records: [(id: String, facts: [PublishedRecord.Fact])]
  let settings: PublishedSettings

  struct Entry: Sendable {
    let figure: PublishedFigure
    let rate: RateFigure?
  }

  /// `changebook.published/2`.
  package static let document = DataDocument<FigureSnapshot>(
    "published", version: 2, title: "Figures of a changebook site as published"
  ) {
    DataField("as_of", .instant, "The instant for which they were computed.") { $0.asOf }
    DataField(
      "earlier", .list(.object(edition)), "What was published before, the latest first."
    ) { $0.earlier }
    DataField("figures", .map(.object(Entry.fields)), "By key.") { publication in
      publication.figures.map { ($0.figure.key, $0) }.sorted {
        $0.0.utf8.lexicographicallyPrecedes($1.0.utf8)
      }
    }
    DataField("period", .object(periodFields)) { $0 }
    DataField("policy", .object(PublishedPolicy.fields)) { $0.policy }
    DataField(
      "records", .map(.map(.text)), "By id, what was recorded then: names of facts and values."
    ) { publication in
      publication.records.map { ($0.id, $0.facts.map { ($0.name, $0.value) }) }
    }
    DataField("settings", .object(PublishedSettings.fields), "What verdicts rested on.") {
      $0.settings
    }
  }

  private static let edition = DataFields<EarlierPublication> {
    DataField("as_of", .instant) { $0.asOf }
    DataField("figures", .map(.object(DataFields(PublishedSize.fields)))) { $0.sizes }
    DataField("policy", .object(PublishedPolicy.fields)) { $0.policy }
  }

  private static let periodFields = DataFields<FigureSnapshot> {
    DataField("end", .instant) { $0.period.interval.end }
    DataField("kind", .oneOf) { $0.period.kind }
    DataField("label", .text) { $0.period.label }
    DataField("start", .instant) { $0.period.interval.start }
    DataField("zone", .text) { $0.zone.name }
  }
}

extension FigureSnapshot.Entry {
  fileprivate static let fields = DataFields<FigureSnapshot.Entry> {
    DataField.possible("bounds", .object(bounds)) { $0.rate?.bounds }
    DataField(
      "counted", .map(.counted),
      "By id: `1 of 1` in a rate, seconds in a duration, `counted` in a number."
    ) { entry in
      entry.figure.standings.filter { !$0.judgement.isExcluded }.map { ($0.id, $0.judgement) }
    }
    DataField("evidence", .optionalText) { $0.figure.evidence }
    DataField("excluded", .map(.text), "The reason by id.") { entry in
      entry.figure.standings.compactMap { standing in
        if case .excluded(let reason) = standing.judgement { (standing.id, reason) } else { nil }
      }
    }
    DataField.possible("interval", .object(WilsonInterval.fields)) { $0.rate?.interval }
    PublishedFigure.fields.map { $0.of { (entry: FigureSnapshot.Entry) in entry.figure } }
    DataField("title", .text) { $0.figure.title }
  }

  private static let bounds = DataFields<RateBounds> {
    DataField("high", .number) { $0.high.value }
    DataField("low", .number) { $0.low.value }
    DataField("unknown", .integer) { $0.unknown }
  }
}

extension PublishedFigure {
  /// How large it was, and how it stood to its target.
  static let standing = DataFields(fields)

  @DataFieldsBuilder<PublishedFigure> fileprivate static var fields: [DataField<PublishedFigure>] {
    PublishedSize.fields.map { $0.of { (figure: PublishedFigure) in figure.size } }
    DataField("target", .optionalText, "The policy's cell.") { $0.target }
    DataField("verdict", .optional(.choice(Verdict.allCases.map(\.rawValue)))) { $0.verdict }
  }
}

extension PublishedSize {
  /// n, with k for a rate and the total of seconds for a duration.
  @DataFieldsBuilder<PublishedSize> static var fields: [DataField<PublishedSize>] {
    DataField.possible("k", .integer) { size in
      if case .rate(let k, _) = size { k } else { nil }
    }
    DataField("n", .integer) { $0.count }
    DataField.possible("total", .integer) { size in
      if case .duration(let total, _) = size { total } else { nil }
    }
    DataField("value", .optional(.number)) { $0.value }
  }

  /// n.
  var count: Int {
    switch self {
    case .rate(_, let n), .duration(_, let n), .count(let n): n
    }
  }
}

extension EarlierPublication {
  var sizes: [(key: String, value: PublishedSize)] { figures.map { ($0.key, $0.size) } }
}

extension PublishedPolicy {
  fileprivate static let fields = DataFields<PublishedPolicy> {
    DataField("effective", .optional(.pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))) { $0.effective }
    DataField("id", .optionalText) { $0.id }
    DataField("version", .optionalText) { $0.version }
  }
}

extension PublishedSettings {
  fileprivate static let fields = DataFields<PublishedSettings> {
    DataField("confidence", .number) { $0.confidence }
    DataField("outcome_due", .integer) { $0.outcomeDue }
  }
}

extension PublishedStanding.Judgement {
  fileprivate var isExcluded: Bool { if case .excluded = self { true } else { false } }
}

extension DataKind where Value == PublishedStanding.Judgement {
  fileprivate static let counted = Self(
    .anyOf([.text, .integer]),
    json: { judgement, writer in
      switch judgement {
      case .part(let part, let whole): writer.value("\(part) of \(whole)")
      case .seconds(let seconds): writer.value(seconds)
      case .counted: writer.value("counted")
      case .excluded(let reason): writer.value(reason)
      }
    })
}
