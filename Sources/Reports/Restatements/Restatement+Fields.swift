import Chronology
import Figures
import Interchange
import Records
import SourceText

/// Every publication with how it differs from today, by period.
package struct RestatementsData: Sendable {
  private let restatements: [Restatement]
  private let asOf: Instant

  package init(_ restatements: [Restatement], asOf: Instant) {
    self.restatements = restatements
    self.asOf = asOf
  }

  /// `changebook.restatements/2`.
  package static let document = DataDocument<RestatementsData>(
    "restatements", version: 2, title: "Restatements of a changebook site"
  ) {
    DataField("as_of", .instant) { $0.asOf }
    DataField("restatements", .list(.object(Restatement.fields)), "By period.") {
      $0.restatements
    }
  }
}

/// A row for each record and each figure that it moved, and one for each figure that no record
/// moved. Shares lie between 0 and 1, durations are seconds.
package func renderRestatementsCSV(_ restatements: [Restatement]) -> [UInt8] {
  var writer = CSVWriter(header: [
    "kind", "period", "published_as_of", "figure", "published", "published_n", "now", "now_n",
    "record", "was", "is", "facts",
  ])
  for restatement in restatements {
    for figure in restatement.figures {
      let moves = restatement.records.flatMap { record in
        record.moves.filter { $0.key == figure.key }.map { (record, $0) }
      }
      func write(_ record: RestatedRecord?, _ move: RestatedRecord.Move?) {
        let published = restatement.published
        writer.text(published.period.kind.rawValue)
        writer.text(published.period.label)
        writer.text(published.asOf.rfc3339)
        writer.text(figure.key)
        writer.number(figure.was.size.value)
        writer.number(figure.was.size.count)
        writer.number(figure.now?.size.value)
        writer.number(figure.now?.size.count)
        writer.text(record?.id)
        writer.text(record == nil ? nil : move?.was.map(\.key) ?? "absent")
        writer.text(record == nil ? nil : move?.now.map(\.key) ?? "absent")
        writer.text(record?.facts.map(\.text).joined(separator: "; "))
        writer.endRow()
      }
      if moves.isEmpty { write(nil, nil) }
      for (record, move) in moves { write(record, move) }
    }
  }
  return writer.bytes
}

extension Restatement {
  static let fields = DataFields<Restatement> {
    DataField("earlier", .list(.object(earlier))) { $0.published.earlier }
    DataField("figures", .list(.object(RestatedFigure.fields)), "Those that came out otherwise.") {
      $0.figures
    }
    DataField("file", .text, "Where it is kept, below the root.") { $0.published.file.path }
    DataField("kind", .oneOf) { $0.published.period.kind }
    DataField("period", .text, "Its label.") { $0.published.period.label }
    DataField("policy_changed", .boolean) { $0.policyChanged }
    DataField("published_as_of", .instant) { $0.published.asOf }
    DataField("records", .list(.object(RestatedRecord.fields))) { $0.records }
    DataField("restated", .boolean) { $0.isRestated }
    DataField(
      "settings_changed", .boolean,
      "The settings that verdicts rest on are others than they were."
    ) { $0.settingsChanged }
  }

  private static let earlier = DataFields<EarlierPublication> {
    DataField("as_of", .instant) { $0.asOf }
    DataField("figures", .map(.object(DataFields(PublishedSize.fields)))) { $0.sizes }
  }
}

extension RestatedFigure {
  fileprivate static let fields = DataFields<RestatedFigure> {
    DataField("figure", .text) { $0.key }
    DataField(
      "now", .optional(.object(PublishedFigure.standing)),
      "Null where there is no such figure now."
    ) { $0.now }
    DataField("title", .text) { $0.title }
    DataField("was", .object(PublishedFigure.standing)) { $0.was }
  }
}

extension RestatedRecord {
  fileprivate static let fields = DataFields<RestatedRecord> {
    DataField("facts", .list(.object(fact))) { $0.facts }
    DataField("id", .text) { $0.id }
    DataField("moves", .list(.object(move))) { $0.moves }
    DataField("presence", .oneOf) { $0.presence }
  }

  private static let fact = DataFields<FactChange> {
    DataField("name", .text) { $0.name }
    DataField("now", .optionalText) { $0.now }
    DataField("was", .optionalText) { $0.was }
  }

  private static let move = DataFields<Move> {
    DataField("figure", .text) { $0.key }
    DataField("now", .optionalText) { $0.now?.key }
    DataField("was", .optionalText) { $0.was?.key }
  }
}

extension PublishedStanding.Judgement {
  /// As in files of data: `1 of 1`, `5400 s`, `counted`, `excluded: in_flight`.
  fileprivate var key: String {
    switch self {
    case .part(let part, let whole): "\(part) of \(whole)"
    case .seconds(let seconds): "\(seconds) s"
    case .counted: "counted"
    case .excluded(let reason): "excluded: \(reason)"
    }
  }
}

extension RestatedRecord.FactChange {
  /// `outcome: successful → failed`.
  fileprivate var text: String { "\(name): \(was ?? "–") → \(now ?? "–")" }
}
