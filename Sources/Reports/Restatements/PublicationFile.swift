import Chronology
import Figures
import Findings
import Interchange
import PolicyReading
import Records
import SourceText

/// The figures of a closed period as they are to be kept.
package struct PublicationFile: Sendable {
  /// The file, below the site's folder.
  package let path: String
  package let content: [UInt8]
  /// How they differ from what was published before; nil where nothing was.
  package let restatement: Restatement?
  /// What stands in the file already says the same.
  package var isPublished: Bool { restatement.map { !$0.isRestated } ?? false }
}

/// Why figures cannot be published.
package enum PublicationRefusal: Error, Sendable {
  /// The period is running, or has not begun.
  case notOver
  /// The period ended before the first record.
  case beforeRecords
  /// The file that is there cannot be read, so that nobody knows what it would replace; the message
  /// of its finding.
  case unreadable(String)
  /// The file would be larger than files are read; how many bytes.
  case tooLarge(Int)
}

extension PeriodReport {
  /// The file in which the figures of the period are kept. What was published before is summed up
  /// in it, so that it is not lost.
  package func publicationFile() throws(PublicationRefusal) -> PublicationFile {
    switch state {
    case .running, .future: throw .notOver
    case .beforeRecords, .noRecords: throw .beforeRecords
    case .closed: break
    }
    if let finding = unreadablePublication { throw .unreadable(finding.message) }
    let content = renderPublication()
    guard content.count <= SourceReading.largestData else { throw .tooLarge(content.count) }
    return PublicationFile(
      path: PublishedReport.path(of: period), content: content, restatement: restatement)
  }

  private func renderPublication() -> [UInt8] {
    let published = figures.figures.map { PublishedFigure($0) }
    let rates = Dictionary(
      figures.figures.compactMap { figure -> (String, RateFigure)? in
        if case .rate(let rate) = figure { (figure.key, rate) } else { nil }
      }, uniquingKeysWith: { first, _ in first })
    let ids = Set(published.flatMap { $0.standings.map(\.id) }).inByteOrder
    var writer = JSONWriter(.pretty)
    writer.object { json in
      json.member("asOf", figures.asOf.rfc3339)
      json.array("earlier") { json in
        guard let before = restatement?.published else { return }
        let latest = EarlierPublication(
          asOf: before.asOf, policy: before.policy,
          figures: before.figures.map { ($0.key, $0.size) })
        for edition in [latest] + before.earlier { json.value(edition) }
      }
      json.object("figures") { json in
        for figure in published.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
          json.member(figure, rates[figure.key])
        }
      }
      json.object("period") { json in
        json.member("end", period.interval.end.rfc3339)
        json.member("kind", period.kind.rawValue)
        json.member("label", period.label)
        json.member("start", period.interval.start.rfc3339)
        json.member("zone", figures.zone.name)
      }
      json.member("policy", index.publishedPolicy(of: period))
      json.object("records") { json in
        for id in ids {
          json.object(id) { json in
            for fact in index.facts(of: id) ?? [] { json.member(fact.name, fact.value) }
          }
        }
      }
      json.member("schema", PublishedReport.schema)
      json.object("settings") { json in
        let settings = index.publishedSettings
        json.member("confidence", settings.confidence)
        json.member("outcomeDue", settings.outcomeDue)
      }
    }
    return writer.finish()
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ figure: PublishedFigure, _ rate: RateFigure?) {
    object(figure.key) { json in
      if let bounds = rate?.bounds {
        json.object("bounds") { json in
          json.member("high", bounds.high.value)
          json.member("low", bounds.low.value)
          json.member("unknown", bounds.unknown)
        }
      }
      json.object("counted") { json in
        for standing in figure.standings {
          switch standing.judgement {
          case .part(let part, let whole): json.member(standing.id, "\(part) of \(whole)")
          case .seconds(let seconds): json.member(standing.id, seconds)
          case .counted: json.member(standing.id, "counted")
          case .excluded: break
          }
        }
      }
      json.member("evidence", figure.evidence)
      json.object("excluded") { json in
        for standing in figure.standings {
          if case .excluded(let reason) = standing.judgement { json.member(standing.id, reason) }
        }
      }
      if let interval = rate?.interval {
        json.object("interval") { json in
          json.member("high", interval.high)
          json.member("level", interval.level)
          json.member("low", interval.low)
        }
      }
      if case .rate(let k, _) = figure.size { json.member("k", k) }
      json.member("n", figure.size.count)
      json.member("target", figure.target)
      json.member("title", figure.title)
      if case .duration(let total, _) = figure.size { json.member("total", total) }
      json.member("value", figure.size.value)
      json.member("verdict", figure.verdict)
    }
  }

  fileprivate mutating func value(_ edition: EarlierPublication) {
    object { json in
      json.member("asOf", edition.asOf.rfc3339)
      json.object("figures") { json in
        for (key, size) in edition.figures {
          json.object(key) { json in json.members(of: size) }
        }
      }
      json.member("policy", edition.policy)
    }
  }

  fileprivate mutating func member(_ key: String, _ policy: PublishedPolicy) {
    object(key) { json in
      json.member("effective", policy.effective)
      json.member("id", policy.id)
      json.member("version", policy.version)
    }
  }
}

extension Set<String> {
  /// In the order of the bytes, in which JSON keys ascend.
  fileprivate var inByteOrder: [String] {
    sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
