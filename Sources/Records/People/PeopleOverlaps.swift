import Chronology
import PolicyReading
import SourceText

/// Rows of the list of people that say too much: a part that two people have names neither, and two
/// rows of one person that give a role at one time take each other's limits away.
struct PeopleOverlaps {
  private(set) var problems: [ReadingProblem] = []

  init(_ people: [PeopleDirectory.Person]) {
    // The first row that has a part.
    var firsts: [String: Int] = [:]
    let parts = people.map(Self.parts)
    for (index, person) in people.enumerated() {
      var others: [Int] = []
      for part in parts[index] {
        guard let first = firsts[part] else {
          firsts[part] = index
          continue
        }
        if !others.contains(first) { others.append(first) }
      }
      for other in others.map({ people[$0] }) {
        if let kind = Self.fault(of: person, beside: other) {
          problems.append(ReadingProblem(kind, at: person.title.place))
        }
      }
    }
    problems += Self.repeated(people, parts)
  }

  private static func parts(of person: PeopleDirectory.Person) -> [String] {
    var parts: [String] = []
    func add(_ identity: Identity) {
      if let handle = identity.handle { parts.append("@" + handle) }
      if let email = identity.email { parts.append("<" + email) }
    }
    add(person.identity)
    person.aliases.forEach(add)
    for identity in [person.identity] + person.aliases {
      if let name = identity.name, !parts.contains("=" + name) { parts.append("=" + name) }
    }
    return parts
  }

  /// Rows that share a part are of one person, and then no other part of theirs differs.
  private static func fault(
    of person: PeopleDirectory.Person, beside other: PeopleDirectory.Person
  ) -> ReadingProblem.Kind? {
    func differ(_ part: KeyPath<Identity, String?>) -> Bool {
      guard let a = person.identity[keyPath: part], let b = other.identity[keyPath: part] else {
        return false
      }
      return a != b
    }
    guard differ(\.handle) || differ(\.email) || differ(\.name) else { return nil }
    return .namedTwice(
      name: person.title.value, table: "the list of people as two people",
      other: other.title.place)
  }

  /// Rows of one person for one role whose days meet, and further rows that say nothing of roles.
  private static func repeated(
    _ people: [PeopleDirectory.Person], _ parts: [[String]]
  ) -> [ReadingProblem] {
    var rows: [String: [Int]] = [:]
    var found: [ReadingProblem] = []
    for (index, person) in people.enumerated() where person.isWhole {
      guard let key = parts[index].first else { continue }
      for earlier in (rows[key] ?? []).map({ people[$0] }) {
        let role = person.roles.first { earlier.roles.contains($0) && person.meets(earlier) }
        guard role != nil || person.roles.isEmpty || earlier.roles.isEmpty else { continue }
        let what = role.map { "\(person.title.value) as \($0.rawValue)" } ?? person.title.value
        found.append(
          ReadingProblem(
            .namedTwice(name: what, table: "the list of people", other: earlier.title.place),
            at: person.title.place))
        break
      }
      rows[key, default: []].append(index)
    }
    return found
  }
}

extension PeopleDirectory.Person {
  /// Whether there is a day on which both rows hold.
  fileprivate func meets(_ other: Self) -> Bool {
    func isBefore(_ a: Self, _ b: Self) -> Bool {
      guard let until = a.until, let from = b.from else { return false }
      return until < from
    }
    return !isBefore(self, other) && !isBefore(other, self)
  }
}
