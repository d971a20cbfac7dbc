import Chronology
import DeploymentLogs
import Deployments
import Documents
import Figures
import Records
import Reports

/// The records behind a figure: those above the line, those below it only, and those left out,
/// by reason.
struct FigureRecords: Sendable {
  private struct Entry: Sendable {
    let id: String
    var measure = Measure.none
  }

  /// What a list says of a record beside its id; put into words only where it is shown.
  private enum Measure: Sendable {
    /// Being counted says all.
    case none
    case part(Int, of: Int)
    case seconds(Int64)

    var words: String? {
      switch self {
      case .none: nil
      case .part(let part, let whole): "\(part) of \(whole)"
      case .seconds(let seconds): DurationText.describe(seconds: seconds)
      }
    }
  }

  private struct Group: Sendable {
    let heading: String
    var entries: [Entry]
  }

  private let groups: [Group]
  private let subject: FigureSubject
  private let deployments: [String: ReconciledDeployment]
  private let zone: Zone
  let counted: Int
  let excluded: Int

  var count: Int { counted + excluded }

  /// - Parameter deployments: Those of the figure's period, where it is of them.
  init(_ figure: Figure, _ deployments: [ReconciledDeployment] = [], in zone: Zone) {
    self.zone = zone
    self.deployments = Dictionary(
      deployments.map { ($0.deployment.id, $0) }, uniquingKeysWith: { first, _ in first })
    var groups: [Group] = []
    switch figure {
    case .rate(let rate):
      var above: [Entry] = []
      var below: [Entry] = []
      for record in rate.counted {
        let entry = Entry(
          id: record.id,
          measure: record.whole > 1 ? .part(record.part, of: record.whole) : .none)
        if record.inNumerator { above.append(entry) } else { below.append(entry) }
      }
      groups = [
        Group(
          heading: "In the numerator: \(figure.definition.numerator)", entries: above),
        Group(heading: "In the denominator only", entries: below),
      ]
    case .duration(let duration):
      groups = [
        Group(
          heading: "Counted, each with its time",
          entries: duration.durations.map {
            Entry(id: $0.id, measure: .seconds($0.seconds))
          })
      ]
    case .count(let count):
      groups = [Group(heading: "Counted", entries: count.countedIDs.map { Entry(id: $0) })]
    }
    counted = groups.reduce(0) { $0 + $1.entries.count }
    excluded = figure.excluded.count
    groups += figure.exclusionsByReason.map { group in
      Group(
        heading: "Excluded: \(group.reason.text)", entries: group.ids.map { Entry(id: $0) })
    }
    self.groups = groups.filter { !$0.entries.isEmpty }
    subject = figure.definition.subject
  }

  /// How many records a figure is about, without listing them.
  static func count(of figure: Figure) -> Int {
    let counted =
      switch figure {
      case .rate(let rate): rate.counted.count
      case .duration(let duration): duration.durations.count
      case .count(let count): count.count
      }
    return counted + figure.excluded.count
  }

  /// `12 counted, 2 left out`.
  var words: String { "\(counted) counted, \(excluded == 0 ? "none" : "\(excluded)") excluded" }

  /// The groups as lists of links.
  ///
  /// - Parameter range: Of the entries of all groups one after the other.
  func blocks(_ range: Range<Int>? = nil) -> [any Block] {
    var blocks: [any Block] = []
    var start = 0
    for group in groups {
      let all = start..<(start + group.entries.count)
      start = all.upperBound
      let shown = range.map { $0.clamped(to: all) } ?? all
      guard !shown.isEmpty else { continue }
      let part = shown == all ? "" : ", \(shown.count) of \(all.count) here"
      blocks.append(Paragraph("\(group.heading)\(part):"))
      let entries = group.entries[
        (shown.lowerBound - all.lowerBound)..<(shown.upperBound - all.lowerBound)]
      blocks.append(
        RecordList(
          entries.map { entry in
            if let one = deployments[entry.id] { return describe(one) }
            return .init(
              entry.id, isIncident: subject.isIncident, hasPage: subject.isRecord,
              words: entry.measure.words)
          }))
    }
    return blocks
  }

  /// A deployment leads to its record.
  private func describe(_ one: ReconciledDeployment) -> RecordList.Entry {
    let change = one.change?.id
    let words = [
      one.deployment.system, DisplayTime.instant(one.deployment.at, in: zone),
      change ?? one.standing.words,
    ]
    return RecordList.Entry(
      one.deployment.id, to: change.map { .change($0) },
      words: words.compactMap(\.self).joined(separator: ", "))
  }

  /// The first so many; a note says how many there are, and where all of them are.
  func blocks(atMost limit: Int) -> [any Block] {
    guard count > limit else { return blocks() }
    return blocks(0..<limit) + [
      Note(
        """
        These are \(limit) of \(count) records; all of them are in the \
        \("data", to: .route(.dataIndex)).
        """)
    ]
  }
}
