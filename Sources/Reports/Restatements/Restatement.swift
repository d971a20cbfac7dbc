import Chronology
import Figures
import Findings
import Records

/// How the published figures of a period differ from those of today, and which records did it.
package struct Restatement: Sendable {
  package let published: PublishedReport
  /// The figures that differ, in the order of the catalogue.
  package let figures: [RestatedFigure]
  /// The records that bear on one of those figures otherwise than they did, by id.
  package let records: [RestatedRecord]
  /// The policy in force at the end of the period is another version than it was.
  package let policyChanged: Bool
  /// The settings that figures and verdicts rest on are others than they were; false where the file
  /// does not say what they were.
  package let settingsChanged: Bool

  /// Something that was published no longer holds.
  package var isRestated: Bool { !figures.isEmpty }
}

/// A figure that is not what it was.
package struct RestatedFigure: Sendable {
  /// By which title it goes now, or went then.
  package let title: String
  package let key: String
  package let was: PublishedFigure
  /// Nil for a figure that is no longer computed.
  package let now: PublishedFigure?
}

/// A record that bears on the figures otherwise than it did.
package struct RestatedRecord: Sendable {
  package let id: String
  package let presence: Presence
  /// In the order of the figures.
  package let moves: [Move]
  /// The facts of the record that differ, by name.
  package let facts: [FactChange]

  package enum Presence: String, Sendable, Hashable, CaseIterable {
    case stayed
    /// It was in no figure of the period.
    case came
    /// It is in no figure of the period, but on record.
    case left
    /// There is no such record any more.
    case removed
  }

  /// Its part in one figure; nil where it had none, or has none.
  package struct Move: Sendable {
    package let figure: String
    package let key: String
    package let was: PublishedStanding.Judgement?
    package let now: PublishedStanding.Judgement?
  }

  /// A fact that is not what it was; nil where it was not on record, or is not.
  package struct FactChange: Sendable, Hashable {
    package let name: String
    package let was: String?
    package let now: String?
  }
}

extension ReportIndex {
  /// Compares what was published of a period with what its figures are.
  func restate(_ published: PublishedReport, as figures: PeriodFigures) -> Restatement {
    let present = figures.figures.map { PublishedFigure($0) }
    let order = Dictionary(
      present.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    let differing = published.figures.compactMap { was -> RestatedFigure? in
      let now = order[was.key].map { present[$0] }
      if let now, now.says(theSameAs: was, withEvidence: published.settings != nil) { return nil }
      return RestatedFigure(title: now?.title ?? was.title, key: was.key, was: was, now: now)
    }.sorted { (order[$0.key] ?? .max, $0.key) < (order[$1.key] ?? .max, $1.key) }
    return Restatement(
      published: published, figures: differing,
      records: differing.isEmpty
        ? [] : restatedRecords(differing, published: published, present: present),
      policyChanged: published.policy != publishedPolicy(of: figures.period),
      settingsChanged: published.settings.map { $0 != publishedSettings } ?? false)
  }

  private func restatedRecords(
    _ figures: [RestatedFigure], published: PublishedReport, present: [PublishedFigure]
  ) -> [RestatedRecord] {
    var moves: [String: [RestatedRecord.Move]] = [:]
    for figure in figures {
      guard let now = figure.now else { continue }
      for (id, before, after) in now.differences(from: figure.was) {
        moves[id, default: []].append(
          RestatedRecord.Move(figure: figure.title, key: figure.key, was: before, now: after))
      }
    }
    let was = Dictionary(
      published.records.map { ($0.id, $0.facts) }, uniquingKeysWith: { first, _ in first })
    let isPresent = Set(present.flatMap { $0.standings.map(\.id) })
    return moves.keys.sorted().map { id in
      let now = facts(of: id)
      let presence: RestatedRecord.Presence =
        if was[id] == nil { .came } else if now == nil { .removed } else if isPresent.contains(id) {
          .stayed
        } else { .left }
      return RestatedRecord(
        id: id, presence: presence, moves: moves[id] ?? [],
        facts: presence == .came ? [] : changes(from: was[id] ?? [], to: now ?? []))
    }
  }

  private func changes(
    from was: [PublishedRecord.Fact], to now: [PublishedRecord.Fact]
  ) -> [RestatedRecord.FactChange] {
    guard !now.isEmpty else { return [] }
    let before = Dictionary(
      was.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(
      now.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    return Set(before.keys).union(after.keys).sorted().compactMap { name in
      before[name] == after[name]
        ? nil
        : RestatedRecord.FactChange(name: name, was: before[name], now: after[name])
    }
  }
}

extension PublishedFigure {
  /// What a reader was told is what a reader is told: value, target, verdict, evidence and what is
  /// counted.
  /// Records that neither counts may be left out for other reasons than they were.
  fileprivate func says(theSameAs other: PublishedFigure, withEvidence: Bool) -> Bool {
    size == other.size && target == other.target && verdict == other.verdict
      && (!withEvidence || evidence == other.evidence)
      && counted.elementsEqual(other.counted)
  }

  private var counted: some Sequence<PublishedStanding> {
    standings.lazy.filter { if case .excluded = $0.judgement { false } else { true } }
  }

  /// Records on which the two do not agree, by id. What neither counts agrees.
  fileprivate func differences(
    from other: PublishedFigure
  ) -> [(id: String, was: PublishedStanding.Judgement?, now: PublishedStanding.Judgement?)] {
    let was = Dictionary(
      other.standings.map { ($0.id, $0.judgement) }, uniquingKeysWith: { first, _ in first })
    let now = Dictionary(
      standings.map { ($0.id, $0.judgement) }, uniquingKeysWith: { first, _ in first })
    return Set(was.keys).union(now.keys).sorted().compactMap { id in
      let (before, after) = (was[id], now[id])
      guard before != after, before?.counts == true || after?.counts == true else { return nil }
      return (id, before, after)
    }
  }
}

extension PublishedStanding.Judgement {
  /// It adds to the figure, if only to its denominator.
  var counts: Bool { if case .excluded = self { false } else { true } }
}

extension ReportIndex {
  /// Something that was published of a period no longer holds.
  package func isRestated(_ period: Period) -> Bool {
    guard let published = published[period.label] else { return false }
    let course = course(of: period.kind)
    return course.index(of: period).map { index in
      restate(published, as: course.periods[index]).isRestated
    } ?? false
  }
}
