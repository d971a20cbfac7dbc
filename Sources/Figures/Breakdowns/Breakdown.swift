import Chronology
import PolicyReading

/// The figures of an interval, apart by the types, risks, systems or categories of the changes.
package struct Breakdown: Sendable {
  package let dimension: Dimension
  package let interval: Interval
  /// The names of the policy in its order, then the other names by themselves, then what has no
  /// name; only rows that some record bears on.
  package let rows: [Row]

  package struct Row: Sendable {
    /// As the policy or the first record writes it; nil for the records that name nothing.
    package let name: String?
    /// In the order of `FigureCatalogue`.
    package let figures: [Figure]
  }

  /// One figure, a row a name; rows without a record that it is about are left out.
  package func rows(of key: String) -> [BreakdownRow] {
    rows.compactMap { row in
      guard let figure = row.figures.first(where: { $0.definition.key == key }),
        figure.count > 0 || !figure.excluded.isEmpty
      else { return nil }
      return BreakdownRow(name: row.name ?? dimension.absent, figure: figure)
    }
  }
}

/// One figure of the records of one name.
package struct BreakdownRow: Sendable {
  package let name: String
  package let figure: Figure
}

extension FiguresIndex {
  /// The figures of an interval by one dimension.
  package func breakdown(by dimension: Dimension, over interval: Interval) -> Breakdown {
    let groups = all.grouped(
      by: dimension, inOrderOf: policies.inForce(at: min(interval.end + -1, asOf)),
      only: interval)
    return Breakdown(
      dimension: dimension, interval: interval,
      rows: groups.map { group in
        Breakdown.Row(
          name: group.name,
          figures: figures(
            over: interval, group.records.placed(in: interval), isPart: true))
      })
  }

  /// One figure of an interval by one dimension.
  package func breakdown(
    of key: String, by dimension: Dimension, over interval: Interval
  ) -> [BreakdownRow] {
    breakdown(by: dimension, over: interval).rows(of: key)
  }

  /// From the start of the period that is so many before a period, to that period's end: the last
  /// twelve months up to one of them.
  package func interval(of count: Int, upTo period: Period) -> Interval {
    var first = period
    for _ in 1..<max(1, count) { first = first.previous(in: zone) }
    return Interval(start: first.interval.start, end: period.interval.end)
  }
}

/// The records that bear one name.
struct NamedGroup: Sendable {
  /// Nil for those that bear none.
  let name: String?
  let records: RecordGroup
}

extension RecordGroup {
  /// The records by name. Names that differ in case and punctuation alone are one; it is written
  /// as the policy does, else as the first record does.
  ///
  /// - Parameter interval: Only records that some placement puts into it; nil for all.
  func grouped(
    by dimension: Dimension, inOrderOf policy: Policy, only interval: Interval?
  ) -> [NamedGroup] {
    var names = NameIndex()
    for name in dimension.names(in: policy) { _ = names.index(of: name) }
    let known = names.written.count
    var groups = [RecordGroup](repeating: RecordGroup(), count: known)
    var nameless = RecordGroup()
    func isHeld(_ change: MeasurableChange) -> Bool {
      guard let interval else { return true }
      return Placement.allCases.contains { interval.contains(change.instant($0)) }
    }
    for change in changes where isHeld(change) {
      let indices = names.indices(of: dimension.names(of: change))
      if indices.isEmpty { nameless.changes.append(change) }
      for index in indices {
        if index == groups.count { groups.append(RecordGroup()) }
        groups[index].changes.append(change)
      }
    }
    for incident in incidents where interval?.contains(incident.anchor) ?? true {
      let indices = names.indices(of: dimension.names(of: incident))
      if indices.isEmpty { nameless.incidents.append(incident) }
      for index in indices {
        if index == groups.count { groups.append(RecordGroup()) }
        groups[index].incidents.append(incident)
      }
    }
    let named = zip(names.written, groups).map { NamedGroup(name: $0, records: $1) }
    let others = named[known...].sorted { a, b in
      (a.name ?? "").utf8.lexicographicallyPrecedes((b.name ?? "").utf8)
    }
    return (named[..<known] + others + [NamedGroup(name: nil, records: nameless)])
      .filter { !$0.records.changes.isEmpty || !$0.records.incidents.isEmpty }
  }
}

/// Names in the order in which they were met, those that differ in case and punctuation alone once.
private struct NameIndex {
  private(set) var written: [String] = []
  private var byForm: [String: Int] = [:]
  /// Spares the folding of names that were met before.
  private var bySpelling: [String: Int] = [:]

  mutating func index(of name: String) -> Int {
    if let index = bySpelling[name] { return index }
    let form = WordForm.fold(name)
    let key = form.isEmpty ? name : form
    let index = byForm[key] ?? written.count
    if index == written.count {
      written.append(name)
      byForm[key] = index
    }
    bySpelling[name] = index
    return index
  }

  /// The indices of some names, each once, new ones in ascending order.
  mutating func indices(of names: [String]) -> [Int] {
    var indices: [Int] = []
    for name in names {
      let index = index(of: name)
      if !indices.contains(index) { indices.append(index) }
    }
    return indices
  }
}
