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
    let earlier = restatement.map {
      [EarlierPublication(replacing: $0.published)] + $0.published.earlier
    }
    let ids = Set(published.flatMap { $0.standings.map(\.id) }).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    return FigureSnapshot.document.json(
      FigureSnapshot(
        asOf: figures.asOf, period: period, zone: figures.zone, earlier: earlier ?? [],
        figures: published.map { FigureSnapshot.Entry(figure: $0, rate: rates[$0.key]) },
        policy: index.publishedPolicy(of: period),
        records: ids.map { ($0, index.facts(of: $0) ?? []) }, settings: index.publishedSettings),
      .pretty)
  }
}

extension EarlierPublication {
  fileprivate init(replacing report: PublishedReport) {
    self.init(
      asOf: report.asOf, policy: report.policy,
      figures: report.figures.map { ($0.key, $0.size) })
  }
}
