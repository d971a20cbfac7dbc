import Chronology

/// How a figure of a period comes about: record by record, then step by step.
package struct Derivation: Sendable {
  package let period: Period
  package let isProvisional: Bool
  package let asOf: Instant
  /// The zone that the period is cut in.
  package let zone: Zone
  package let figure: Figure
  /// What was counted and what was left out, in the order of the register.
  package let records: [DerivedRecord]
  /// Records without any instant, and files that are not opened: nobody knows whether they belong to the
  /// period, and they are in no number.
  package let unplaced: [String]
  /// From the counts to the value, the interval, the target and the verdicts, a step a line.
  package let steps: [String]
}

/// What a record did to a figure.
package struct DerivedRecord: Sendable, Hashable {
  package let id: String
  /// Nil where the record has none.
  package let title: String?
  package let role: Role
  /// The facts that decided it, as far as they are on record.
  package let facts: [DerivationFact]

  package enum Role: Sendable, Hashable {
    /// In the numerator and the denominator.
    case numerator
    /// In the denominator only.
    case denominator
    /// So much to the numerator and so much to the denominator, of a figure that counts something
    /// else than records.
    case parts(Int, of: Int)
    /// With a time in seconds.
    case time(Int64)
    /// Counted, of a figure that is a number.
    case counted
    case excluded(ExclusionReason)
  }
}

extension FiguresIndex {
  /// The derivation of a figure by its key; nil where there is no such figure.
  package func derive(_ key: String, of period: Period) -> Derivation? {
    derive(period) { $0.key == key }.first
  }

  /// The derivations of all figures, in the order of the catalogue.
  package func deriveAll(of period: Period) -> [Derivation] { derive(period) { _ in true } }

  private func derive(
    _ period: Period, where isAsked: (FigureDefinition) -> Bool
  ) -> [Derivation] {
    let asked = FigureCatalogue.measures.enumerated().filter { isAsked($0.element.definition) }
    if asked.isEmpty { return [] }
    let placed = all.placed(in: period.interval)
    let figures = figures(over: period.interval, placed)
    return asked.map { derivation(of: $0.element, figures[$0.offset], placed, period) }
  }

  private func derivation(
    of measure: any FigureMeasure.Type, _ figure: Figure, _ placed: PlacedRecords, _ period: Period
  ) -> Derivation {
    var roles = Roles(figure)
    let records: [DerivedRecord]
    if measure.definition.subject.isIncident {
      records = placed.incidents.compactMap { incident in
        roles.take(incident.id).map { role in
          DerivedRecord(
            id: incident.id, title: incident.title, role: role,
            facts: role.isReadable ? TimeToRestore.facts(of: incident) : [])
        }
      }
    } else if !measure.definition.subject.isRecord {
      records = placed.logged.compactMap { deployment in
        roles.take(deployment.id).map { role in
          DerivedRecord(
            id: deployment.id, title: deployment.title, role: role, facts: deployment.facts)
        }
      }
    } else {
      records = placed[measure.placement].compactMap { change in
        roles.take(change.id).map { role in
          DerivedRecord(
            id: change.id, title: change.title, role: role,
            facts: role.isReadable ? measure.facts(of: change) : [])
        }
      }
    }
    return Derivation(
      period: period, isProvisional: asOf < period.interval.end, asOf: asOf, zone: zone,
      figure: figure, records: records,
      unplaced: measure.definition.subject.isRecord && !measure.definition.subject.isIncident
        ? undated + unopened : [],
      steps: figure.steps(at: confidence))
  }
}

extension DerivedRecord.Role {
  /// Of a record that could not be read, what was read is not shown as if it were known.
  fileprivate var isReadable: Bool { self != .excluded(.unreadable) }
}

/// The roles of records by id; of two records with one id each gets its own.
private struct Roles {
  private var byID: [String: [DerivedRecord.Role]] = [:]

  init(_ figure: Figure) {
    switch figure {
    case .rate(let rate):
      let isParts = rate.definition.subject == .breach
      for record in rate.counted {
        add(
          record.id,
          isParts
            ? .parts(record.part, of: record.whole) : record.inNumerator ? .numerator : .denominator
        )
      }
    case .duration(let duration):
      for measured in duration.durations { add(measured.id, .time(measured.seconds)) }
    case .count(let count):
      for id in count.countedIDs { add(id, .counted) }
    }
    for record in figure.excluded { add(record.id, .excluded(record.reason)) }
    for id in byID.keys { byID[id]?.reverse() }
  }

  private mutating func add(_ id: String, _ role: DerivedRecord.Role) {
    byID[id, default: []].append(role)
  }

  /// The next role of an id; nil where the figure is not about the record.
  mutating func take(_ id: String) -> DerivedRecord.Role? { byID[id]?.popLast() }
}
