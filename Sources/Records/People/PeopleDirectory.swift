import Chronology
import PolicyReading
import SourceText

/// The people that a site lists in `content/people.md`; empty where it lists none.
package struct PeopleDirectory: Sendable {
  package struct Person: Sendable {
    package fileprivate(set) var identity: Identity
    /// As the list writes the handle, the address or the name.
    package let title: Located<String>
    package let roles: [ApprovalRole]
    /// The first and the last day on which the roles are held; nil for no limit.
    package let from: CivilDay?
    package let until: CivilDay?
    /// Every cell of the row was understood.
    let isWhole: Bool
    /// The row says that they hold no role any more.
    var hasEnded = false
    /// Handles, addresses and names that other cells of the row give them.
    var aliases: [Identity] = []
  }

  /// What is known of a role that somebody acts in.
  package enum Holding: Sendable, Hashable {
    case yes, no
    /// The list does not say, or there is none.
    case unknown
    /// There is a list, and they are not on it.
    case unlisted
  }

  /// In the order of the rows. A person whose roles have changed has several.
  package let people: [Person]
  package let problems: [ReadingProblem]
  private let zone: Zone
  /// Of each row the first that is of the same person.
  private let byHandle: [String: Int]
  private let byEmail: [String: Int]
  private let byName: [String: Int]

  package init() { self.init([], zone: .utc, problems: []) }

  init(_ rows: [Person], zone: Zone, problems: [ReadingProblem]) {
    var byHandle: [String: Int] = [:]
    var byEmail: [String: Int] = [:]
    var byName: [String: Int] = [:]
    var people = rows
    for (index, row) in rows.enumerated() {
      let identity = row.identity
      let all = [identity] + row.aliases
      let known =
        all.lazy.compactMap { $0.handle.flatMap { byHandle[$0] } }.first
        ?? all.lazy.compactMap { $0.email.flatMap { byEmail[$0] } }.first
        ?? (identity.handle == nil && identity.email == nil
          ? identity.name.flatMap { byName[$0] } : nil) ?? index
      people[index].identity.row = known
      for one in all {
        if let handle = one.handle, byHandle[handle] == nil { byHandle[handle] = known }
        if let email = one.email, byEmail[email] == nil { byEmail[email] = known }
        if let name = one.name, byName[name] == nil { byName[name] = known }
      }
    }
    self.people = people
    self.problems = problems
    self.zone = zone
    self.byHandle = byHandle
    self.byEmail = byEmail
    self.byName = byName
  }

  package var isEmpty: Bool { people.isEmpty }

  /// All by which somebody may be named: what is written, and what the row of the list gives them.
  func names(of identity: Identity) -> [Identity] {
    guard let row = identity.row, people.indices.contains(row) else { return [identity] }
    return [identity, people[row].identity] + people[row].aliases
  }

  /// The identity with the row of the list that has one of its parts; without one for somebody who
  /// is not listed, as is another handle beside a listed name.
  package func resolved(_ identity: Identity) -> Identity {
    if isEmpty { return identity }
    var identity = identity
    identity.row = identity.handle.flatMap { byHandle[$0] }
    guard identity.row == nil,
      let row = identity.email.flatMap({ byEmail[$0] }) ?? identity.name.flatMap({ byName[$0] })
    else { return identity }
    let isOther =
      identity.handle != nil
      && people.contains { $0.identity.row == row && $0.identity.handle != nil }
    if !isOther { identity.row = row }
    return identity
  }

  /// Whether somebody held a role at an instant, by the days of the list.
  ///
  /// Unknown without a list, for a row that gives no roles or was not understood, without an instant
  /// where the days decide, and for a board that signs as itself, which needs no row.
  package func holds(_ role: ApprovalRole, _ identity: Identity, at instant: Instant?) -> Holding {
    if isEmpty { return .unknown }
    guard let row = resolved(identity).row else {
      return role.isBoard && Self.isBoard(identity) ? .unknown : .unlisted
    }
    var answer = Holding.no
    let rows = people.filter { $0.identity.row == row && !$0.hasEnded }
    if rows.isEmpty { return .no }
    if rows.allSatisfy(\.roles.isEmpty) || !rows.allSatisfy(\.isWhole) { answer = .unknown }
    for person in rows {
      guard person.roles.contains(role) else { continue }
      guard person.from != nil || person.until != nil else { return .yes }
      guard let instant else {
        answer = .unknown
        continue
      }
      let isEarly = person.from.map { instant < zone.start(of: $0) } ?? false
      let isLate = person.until.map { zone.start(of: $0.adding(days: 1)) <= instant } ?? false
      if !isEarly, !isLate { return .yes }
    }
    return answer
  }

  /// The name of a board in place of a person's.
  package static func isBoard(_ identity: Identity) -> Bool {
    let words = WordForm.words(identity.handle ?? identity.name ?? "")
    return words.allSatisfy {
      ["the", "change", "advisory", "board", "emergency", "cab", "ecab"].contains($0)
    } && ApprovalRole(label: words.joined(separator: " "))?.isBoard ?? false
  }

  /// Whom the list has under an address, as it writes them; nil for an address of nobody.
  package func title(email: String) -> String? {
    resolved(Identity(email: email)).row.map { people[$0].title.value }
  }

  /// Whoever of the list a misspelt name, handle or address most likely meant.
  package func suggestion(for text: String) -> String? {
    suggest(for: text, among: people.map(\.title.value))
  }

  // MARK: Reading

  /// Whom a text names, and what it says of their approval.
  package func read(_ text: String) -> [PersonMention] { text.withBytes { read($0) } }

  func read(_ source: UnsafeBufferPointer<UInt8>) -> [PersonMention] {
    if let handle = simpleHandle(source) {
      return [
        PersonMention(
          identity: resolved(handle), text: String(decoding: source, as: UTF8.self),
          range: source.indices, fault: nil)
      ]
    }
    if let named = listedName(source) { return [named] }
    let text = PeopleText(
      source, isListed: { !isEmpty && byName[Identity.form(ofName: $0)] != nil },
      isListedHandle: { byHandle[$0] != nil })
    return text.mentions.map { mention in
      PersonMention(
        identity: mention.identity.map(resolved), text: mention.text, range: mention.range,
        fault: mention.fault, others: mention.others.map(resolved), days: mention.days)
    }
  }

  /// Everybody whom a text names, whatever it says of them.
  package func identities(in text: String) -> [Identity] {
    read(text).flatMap { [$0.identity].compactMap(\.self) + $0.others }
  }

  /// A text that is the name of somebody of the list and nothing else, whatever its words mean elsewhere.
  private func listedName(_ source: UnsafeBufferPointer<UInt8>) -> PersonMention? {
    guard !byName.isEmpty, source.count < 80, !source.contains(UInt8(ascii: "@")) else {
      return nil
    }
    let text = String(decoding: source, as: UTF8.self)
    let identity = Identity(name: text)
    guard let name = identity.name, byName[name] != nil, name.utf8.contains(0x20),
      !NonPerson.matches(text), !NonPerson.isMachine(text),
      !text.unicodeScalars.contains(where: { "?~()[]".unicodeScalars.contains($0) })
    else { return nil }
    return PersonMention(
      identity: resolved(identity), text: text, range: source.indices, fault: nil)
  }

  /// `@rpc-dev`: letters, digits and hyphens of ASCII; nil for any other text.
  private func simpleHandle(_ source: UnsafeBufferPointer<UInt8>) -> Identity? {
    guard source.count > 1, source[0] == UInt8(ascii: "@") else { return nil }
    let name = source.dropFirst()
    let isSimple = name.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
      default: false
      }
    }
    guard isSimple else { return nil }
    let identity = Identity(handle: String(decoding: name, as: UTF8.self))
    guard let handle = identity.handle else { return nil }
    let isListed = byHandle[handle] != nil
    return NonPerson.isNobody(handle: handle, isListed: isListed) ? nil : identity
  }
}
