import Chronology
import Figures
import Interchange
import Records
import SourceText

/// Every publication with how it differs from today, `changebook.restatements/1`, by period.
package func renderRestatementsJSON(_ restatements: [Restatement], asOf: Instant) -> [UInt8] {
  var writer = JSONWriter(.pretty)
  writer.object { json in
    json.member("asOf", asOf.rfc3339)
    json.array("restatements") { json in
      for restatement in restatements { json.value(restatement) }
    }
    json.member("schema", "changebook.restatements/1")
  }
  return writer.finish()
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

extension JSONWriter {
  mutating func restatement(_ restatement: Restatement?) {
    key("restatement")
    guard let restatement else { return null() }
    value(restatement)
  }

  fileprivate mutating func value(_ restatement: Restatement) {
    let published = restatement.published
    object { json in
      json.array("earlier") { json in
        for edition in published.earlier {
          json.object { json in
            json.member("asOf", edition.asOf.rfc3339)
            json.object("figures") { json in
              for (key, size) in edition.figures {
                json.object(key) { json in json.members(of: size) }
              }
            }
          }
        }
      }
      json.array("figures") { json in
        for figure in restatement.figures {
          json.object { json in
            json.member("figure", figure.key)
            json.key("now")
            if let now = figure.now { json.value(now) } else { json.null() }
            json.member("title", figure.title)
            json.key("was")
            json.value(figure.was)
          }
        }
      }
      json.member("file", published.file.path)
      json.member("kind", published.period.kind.rawValue)
      json.member("period", published.period.label)
      json.member("policyChanged", restatement.policyChanged)
      json.member("publishedAsOf", published.asOf.rfc3339)
      json.array("records") { json in
        for record in restatement.records { json.value(record) }
      }
      json.member("restated", restatement.isRestated)
      json.member("settingsChanged", restatement.settingsChanged)
    }
  }

  private mutating func value(_ figure: PublishedFigure) {
    object { json in
      if case .rate(let k, _) = figure.size { json.member("k", k) }
      json.member("n", figure.size.count)
      json.member("target", figure.target)
      if case .duration(let total, _) = figure.size { json.member("total", total) }
      json.member("value", figure.size.value)
      json.member("verdict", figure.verdict)
    }
  }

  mutating func members(of size: PublishedSize) {
    if case .rate(let k, _) = size { member("k", k) }
    member("n", size.count)
    if case .duration(let total, _) = size { member("total", total) }
    member("value", size.value)
  }

  private mutating func value(_ record: RestatedRecord) {
    object { json in
      json.array("facts") { json in
        for fact in record.facts {
          json.object { json in
            json.member("name", fact.name)
            json.member("now", fact.now)
            json.member("was", fact.was)
          }
        }
      }
      json.member("id", record.id)
      json.array("moves") { json in
        for move in record.moves {
          json.object { json in
            json.member("figure", move.key)
            json.member("now", move.now?.key)
            json.member("was", move.was?.key)
          }
        }
      }
      json.member("presence", record.presence.rawValue)
    }
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

extension PublishedSize {
  /// n.
  var count: Int {
    switch self {
    case .rate(_, let n), .duration(_, let n), .count(let n): n
    }
  }
}
