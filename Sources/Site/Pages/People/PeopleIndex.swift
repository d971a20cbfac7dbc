import Records
import SourceText

/// The people that records and lists name, each with what is theirs. Handles, addresses and names of
/// one row of `content/people.md` are one person.
struct PeopleIndex: Sendable {
  /// What somebody has to do with a change.
  enum Part: String, Sendable, CaseIterable {
    case requester, implementer, owner, approver, reviewer
  }

  struct Person: Sendable {
    let identity: Identity
    /// As the list writes them, else as the first record does.
    let title: String
    fileprivate(set) var route: Route
    /// Indices of the register's changes, ascending, with the parts that they have in them.
    fileprivate(set) var changes: [(index: Int, parts: [Part])] = []
    /// Names of systems that the list of systems gives them.
    fileprivate(set) var systems: [String] = []

    func count(of part: Part) -> Int { changes.count { $0.parts.contains(part) } }
  }

  /// By title.
  let people: [Person]
  private let positions: [Key: Int]

  /// What tells people apart.
  private enum Key: Hashable {
    case row(Int)
    case handle(String)
    case email(String)
    case name(String)

    init?(_ identity: Identity) {
      if let row = identity.row {
        self = .row(row)
      } else if let handle = identity.handle {
        self = .handle(handle)
      } else if let email = identity.email {
        self = .email(email)
      } else if let name = identity.name {
        self = .name(name)
      } else {
        return nil
      }
    }
  }

  init(_ register: Register) {
    var people: [Person] = []
    var positions: [Key: Int] = [:]
    let list = register.people

    func position(of identity: Identity, written: String?) -> Int? {
      guard let key = Key(identity) else { return nil }
      if let known = positions[key] { return known }
      let listed = identity.row.map { list.people[$0].title.value }
      let title = listed ?? written ?? identity.words
      positions[key] = people.count
      people.append(Person(identity: identity, title: title, route: .person(title)))
      return people.count - 1
    }

    func add(_ identities: [Identity], as part: Part, of change: Int, written: String?) {
      for identity in identities {
        let text = identities.count == 1 ? written : nil
        guard let person = position(of: identity, written: text) else { continue }
        if people[person].changes.last?.index != change {
          people[person].changes.append((change, []))
        }
        let last = people[person].changes.count - 1
        if !people[person].changes[last].parts.contains(part) {
          people[person].changes[last].parts.append(part)
        }
      }
    }

    for person in list.people { _ = position(of: person.identity, written: person.title.value) }
    for system in register.systems.systems {
      guard let owner = system.owner else { continue }
      for identity in list.identities(in: owner) {
        if let person = position(of: identity, written: owner) {
          people[person].systems.append(system.name.value)
        }
      }
    }
    var lastID: String?
    // Names are written again and again: each is read once.
    var known: [String: [Identity]] = [:]
    func read(_ text: String) -> [Identity] {
      if let identities = known[text] { return identities }
      let identities = list.identities(in: text)
      known[text] = identities
      return identities
    }
    for (index, change) in register.changes.enumerated() where change.id != lastID {
      lastID = change.id
      add(change.requesters, as: .requester, of: index, written: change.requester?.value)
      add(change.implementers, as: .implementer, of: index, written: change.implementer?.value)
      if let owner = change.owner?.value { add(read(owner), as: .owner, of: index, written: owner) }
      for approval in change.approvals {
        add(approval.people, as: .approver, of: index, written: approval.by?.value)
      }
      if let by = change.review?.by?.value { add(read(by), as: .reviewer, of: index, written: by) }
    }
    let order = people.indices.sorted { a, b in
      let (x, y) = (people[a].title.lowercased(), people[b].title.lowercased())
      return x == y ? a < b : x.utf8.lexicographicallyPrecedes(y.utf8)
    }
    var rank = [Int](repeating: 0, count: order.count)
    for (position, index) in order.enumerated() { rank[index] = position }
    self.people = Self.withOwnRoutes(order.map { people[$0] })
    self.positions = positions.mapValues { rank[$0] }
  }

  /// Of two whose names differ in signs alone, the second has a number behind its address.
  private static func withOwnRoutes(_ people: [Person]) -> [Person] {
    var taken: Set<String> = []
    return people.map { person in
      var person = person
      var number = 2
      while !taken.insert(person.route.path.lowercased()).inserted {
        person.route = .person("\(person.title) \(number)")
        number += 1
      }
      return person
    }
  }

  subscript(identity: Identity) -> Person? {
    Key(identity).flatMap { positions[$0] }.map { people[$0] }
  }
}

extension Identity {
  /// Where nobody wrote it alone.
  fileprivate var words: String {
    handle.map { "@\($0)" } ?? email
      ?? (name ?? "").split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }
}
