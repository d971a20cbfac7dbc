import Chronology
import PolicyReading

/// The records of each system, taken out of the register once, so that the figures of each system
/// can be had one after the other.
package struct SystemFigures: Sendable {
  /// As the first record writes them, by name.
  package let names: [String]
  private let index: FiguresIndex
  private let groups: [String: RecordGroup]

  fileprivate init(_ index: FiguresIndex) {
    self.index = index
    let groups = index.all.grouped(
      by: .system, inOrderOf: index.policies.latest, only: nil)
    let named = groups.compactMap { group in group.name.map { ($0, group.records) } }
    names = named.map(\.0)
    self.groups = Dictionary(named, uniquingKeysWith: { first, _ in first })
  }

  /// All figures of one system for each period of a kind, without gaps, the earliest first: the
  /// same periods as those of all systems. Empty for a name that is not among `names`.
  package func measureAll(_ kind: Period.Kind, of name: String) -> [PeriodFigures] {
    guard let group = groups[name] else { return [] }
    return index.measure(group, on: index.line(of: kind))
  }

  /// The ids of the changes of one system, in the order of the register.
  package func changes(of name: String) -> [String] {
    groups[name]?.changes.map(\.id) ?? []
  }
}

extension FiguresIndex {
  /// The figures of each system; takes time in the number of records once, not for each system.
  package func bySystem() -> SystemFigures { SystemFigures(self) }
}
