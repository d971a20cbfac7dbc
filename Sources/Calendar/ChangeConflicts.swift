import Chronology
import PolicyReading
import Records
import SourceText

/// Two changes that are on one system at one time.
package struct ChangeConflict: Sendable {
  package let other: Change
  /// The systems that they share, as this change writes them, in its order.
  package let systems: [String]
  /// Of this change's systems those that one of the other's depends on, or that depend on it, by
  /// the list of systems.
  package let dependencies: [Dependency]
  /// The time that they share; of no length where one of them is known at one instant only.
  package let overlap: Interval

  package struct Dependency: Sendable, Hashable {
    package let system: String
    package let dependsOn: String
  }
}

/// Which changes are in each other's way: on the same system, worked on or planned at the same
/// time, or on systems of which one depends on the other. One that begins when the other ends is not, nor is one that names no system.
package struct ChangeConflicts: Sendable {
  private let changes: [Change]
  /// Of each change; nil for one that is in nobody's way.
  private let occupations: [Located<Interval>?]
  private let bySystem: [String: IntervalIndex]
  /// Of each listed system the dependencies that it is a part of, with the other system.
  private let dependencies: [String: [(other: String, ChangeConflict.Dependency)]]

  /// Among all changes of a register but those that its settings exempt.
  package init(_ register: Register, asOf: Instant) {
    let exemption = ConflictExemption(register.settings)
    changes = register.changes
    occupations = changes.map { change in
      change.systems.isEmpty || change.hasUnreadableFacts || exemption.holds(for: change)
        ? nil : change.occupation(asOf: asOf)
    }
    var bySystem: [String: [(interval: Interval, key: Int)]] = [:]
    for (index, occupation) in occupations.enumerated() {
      guard let occupation else { continue }
      for system in Set(changes[index].systems.map { WordForm.fold($0.value) }) {
        bySystem[system, default: []].append((occupation.value, index))
      }
    }
    self.bySystem = bySystem.mapValues(IntervalIndex.init)
    var dependencies: [String: [(other: String, ChangeConflict.Dependency)]] = [:]
    for (name, dependent) in register.systems.dependencies(among: Set(bySystem.keys)).pairs {
      let dependency = ChangeConflict.Dependency(system: dependent, dependsOn: name)
      dependencies[WordForm.fold(name), default: []].append(
        (WordForm.fold(dependent), dependency))
      dependencies[WordForm.fold(dependent), default: []].append(
        (WordForm.fold(name), dependency))
    }
    self.dependencies = dependencies
  }

  /// When a change of the register is in others' way, with the key that says so; nil where it is in
  /// nobody's.
  package func occupation(ofChangeAt index: Int) -> Located<Interval>? { occupations[index] }

  /// When other changes have a change's systems to themselves, or systems of which one depends on the
  /// other, in a span: by their start. Whatever the change itself has planned does not matter.
  package func othersWork(
    besides change: Change, in span: Interval
  ) -> [(change: Change, interval: Interval)] {
    var found: Set<Int> = []
    for system in change.systems {
      let folded = WordForm.fold(system.value)
      let names = [folded] + (dependencies[folded] ?? []).map(\.other)
      for name in names {
        bySystem[name]?.overlapping(span) { index in
          if changes[index].id != change.id { found.insert(index) }
          return true
        }
      }
    }
    return found.sorted().compactMap { index in
      occupations[index].map { (changes[index], $0.value) }
    }.sorted { ($0.interval.start, $0.change.id) < ($1.interval.start, $1.change.id) }
  }

  /// The first of a change's conflicts, by the other's start, and whether there are more: a
  /// register may hold thousands of changes of one day.
  package func conflicts(
    ofChangeAt index: Int, most: Int = 5
  ) -> (first: [ChangeConflict], areMore: Bool) {
    guard let mine = occupations[index]?.value else { return ([], false) }
    let change = changes[index]
    var shared: [Int: [String]] = [:]
    var related: [Int: [ChangeConflict.Dependency]] = [:]
    for system in change.systems {
      var found = 0
      let folded = WordForm.fold(system.value)
      for (other, dependency) in dependencies[folded] ?? [] {
        var found = 0
        bySystem[other]?.overlapping(mine) { other in
          guard changes[other].id != change.id else { return true }
          if related[other]?.contains(dependency) != true {
            related[other, default: []].append(dependency)
          }
          found += 1
          return found <= most
        }
      }
      bySystem[folded]?.overlapping(mine) { other in
        // Of two records with one id nobody knows which is the change.
        guard changes[other].id != change.id else { return true }
        if shared[other]?.contains(system.value) != true {
          shared[other, default: []].append(system.value)
        }
        found += 1
        return found <= most
      }
    }
    if shared.isEmpty, related.isEmpty { return ([], false) }
    let others = Set(shared.keys).union(related.keys)
    let all = others.compactMap { other -> (start: Instant, key: Int, ChangeConflict)? in
      guard let its = occupations[other]?.value else { return nil }
      let start = max(mine.start, its.start)
      let overlap = Interval(start: start, end: max(start, min(mine.end, its.end)))
      return (
        its.start, other,
        ChangeConflict(
          other: changes[other], systems: shared[other] ?? [],
          dependencies: related[other] ?? [], overlap: overlap)
      )
    }.sorted { ($0.start, $0.key) < ($1.start, $1.key) }
    return (all.prefix(most).map(\.2), all.count > most)
  }
}
