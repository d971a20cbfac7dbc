import Chronology
import PolicyReading
import Records
import SourceText

/// What is asked of the changes on record; a change answers where it fits all that is asked.
package struct ChangeQuestion: Sendable {
  /// Work was going on in it.
  package var interval: Interval?
  /// Folded names of a system, the list's among them.
  private var systems: Set<String> = []
  private var person: [Identity] = []
  /// The beginning of a commit's hash, in lower case.
  private var commit: String?
  private let asOf: Instant

  package init(asOf: Instant) { self.asOf = asOf }

  /// Asks for the changes of a system, by any of its names.
  ///
  /// - Returns: A name that was most likely meant where neither the list nor a record has this one.
  package mutating func ask(system name: String, of register: Register) -> UnknownName? {
    let listed = register.systems.system(named: name)
    systems = Set(
      ([name] + (listed.map { [$0.name.value] + $0.aliases } ?? [])).map(WordForm.fold))
    let named = register.changes.lazy.flatMap(\.systems).map(\.value)
    if listed != nil || named.contains(where: { systems.contains(WordForm.fold($0)) }) {
      return nil
    }
    return UnknownName(
      suggestion: suggest(
        for: name, among: register.systems.systems.map(\.name.value) + named.uniqued))
  }

  /// Asks for the changes that somebody requested, made, owns, approved or reviewed.
  package mutating func ask(person text: String, of register: Register) -> UnknownName? {
    person = register.people.identities(in: text)
    let isListed = person.contains { $0.row != nil }
    if isListed || !person.isEmpty && register.changes.contains(where: { names($0, register) }) {
      return nil
    }
    let named = register.changes.lazy.flatMap { change in
      [change.requester, change.implementer, change.owner].compactMap { $0?.value }
    }
    return UnknownName(
      suggestion: suggest(
        for: text, among: register.people.people.map(\.title.value) + named.uniqued))
  }

  /// Asks for the changes that deliver a commit.
  ///
  /// - Parameter hash: At least seven digits of it.
  /// - Returns: False where the text is no hash.
  package mutating func ask(commit hash: String) -> Bool {
    let text = hash.lowercased()
    guard (7...64).contains(text.utf8.count), text.allSatisfy(\.isHexDigit) else { return false }
    commit = text
    return true
  }

  /// A name that nothing has.
  package struct UnknownName: Sendable {
    package let suggestion: String?
  }

  /// Those that fit, by the beginning of their work, each id once.
  package func answer(in register: Register) -> [Change] {
    var lastID: String?
    let found = register.changes.filter { change in
      defer { lastID = change.id }
      return change.id != lastID && fits(change, register)
    }
    return found.enumerated().sorted { a, b in
      let (x, y) = (a.element.beginning?.value, b.element.beginning?.value)
      return (x ?? .distantFuture, a.offset) < (y ?? .distantFuture, b.offset)
    }.map(\.element)
  }

  private func fits(_ change: Change, _ register: Register) -> Bool {
    if let interval {
      guard let start = change.beginning?.value, start <= asOf else { return false }
      // One without an end on record may be going on.
      let end = change.ended?.value ?? (change.outcome == nil ? asOf : start)
      guard start < interval.end, interval.start <= max(start, end) else { return false }
    }
    if !systems.isEmpty,
      !change.systems.contains(where: { systems.contains(WordForm.fold($0.value)) })
    {
      return false
    }
    if !person.isEmpty, !names(change, register) { return false }
    guard let commit else { return true }
    return change.deliveries.flatMap(\.commits).contains { delivered in
      let hash = delivered.value.lowercased()
      return hash.hasPrefix(commit) || commit.hasPrefix(hash)
    }
  }

  /// Whether a change names whoever is asked for.
  private func names(_ change: Change, _ register: Register) -> Bool {
    let texts = [change.owner, change.review?.by].compactMap { $0?.value }
    let people =
      change.requesters + change.implementers + change.approvals.flatMap(\.people)
      + texts.flatMap(register.people.identities)
    return people.contains { one in person.contains { $0.isSame(as: one) } }
  }
}
