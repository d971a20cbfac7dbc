import Chronology
import Markdown
import PolicyReading
import SourceText

/// Reads the list of people out of the tables of some pages; empty where none of them has one. Days
/// are those of a zone.
package func readPeopleDirectory(_ files: [SourceFile], zone: Zone) -> PeopleDirectory {
  PeopleDirectory(PeopleRows(files.map(RecordSource.init(page:))), zone: zone)
}

/// What the pages of the list of people say, whatever the zone of its days is.
struct PeopleRows: Sendable {
  fileprivate private(set) var people: [PeopleDirectory.Person] = []
  fileprivate private(set) var problems: [ReadingProblem] = []

  /// - Parameter names: The settings' names of roles.
  init(_ pages: [RecordSource], roles names: RoleNames = RoleNames()) {
    let reading = ListReading(pages, as: .people)
    problems = reading.problems
    var roles = RoleCells(names: names)
    for row in reading.tables.flatMap(\.rows) {
      var reader = PersonReader(row)
      if let person = reader.person(&roles) { people.append(person) }
      problems += reader.problems
    }
    problems += PeopleOverlaps(people).problems
    problems += PeopleRemarks(people).problems(of: reading.documents)
  }
}

extension PeopleDirectory {
  init(_ rows: PeopleRows, zone: Zone) {
    self.init(rows.people, zone: zone, problems: rows.problems)
  }
}

/// What cells of roles say: many people have the same.
private struct RoleCells {
  let names: RoleNames
  private var known: [String: Reading] = [:]

  init(names: RoleNames) { self.names = names }

  struct Reading {
    let arePlain: Bool
    let roles: [ApprovalRole]
  }

  mutating func read(_ text: String) -> Reading {
    if let reading = known[text] { return reading }
    let reading = Reading(
      arePlain: ApprovalRole.arePlain(text, names), roles: ApprovalRole.roles(in: text, names))
    known[text] = reading
    return reading
  }
}

extension ListForm {
  static let people = ListForm(
    list: .people,
    columns: [
      Column(
        title: "Handle",
        heads: ["handle", "handles", "user", "username", "account", "login", "github", "id"]),
      Column(
        title: "E-mail",
        heads: ["e mail", "email", "e mail address", "email address", "mail", "address"]),
      Column(title: "Name", heads: ["name", "person", "full name", "who", "people"]),
      Column(
        title: "Roles",
        heads: ["roles", "role", "approves as", "approval roles", "may approve as"], decides: true),
      Column(
        title: "From", heads: ["from", "since", "start", "starts", "valid from"], decides: true),
      Column(
        title: "Until",
        heads: ["until", "to", "till", "end", "ends", "valid until", "through"], decides: true),
    ],
    keys: 0..<3,
    isTelling: { text in
      let folded = WordForm.fold(text)
      return text.holdsDay || ApprovalRole.endsOfRoles.contains(folded)
        || StandingText.isOver(folded)
    }, isReadByHead: { PeopleColumn(head: $0).isRead },
    isTakenBack: { heading in
      PeopleRemarks.speaksOfEnd(WordForm.words(heading))
        || StandingText.isOver(WordForm.fold(heading))
    })
}

/// Reads one row.
private struct PersonReader {
  private let row: ListedTable.Row
  private(set) var problems: [ReadingProblem] = []
  private var isWhole = true
  /// Whom the texts of the row name, each read once.
  private var named: [(text: String, identities: [Identity])] = []

  init(_ row: ListedTable.Row) { self.row = row }

  /// Nil for a row that names nobody.
  mutating func person(_ roleCells: inout RoleCells) -> PeopleDirectory.Person? {
    let handle = handle(row.cell(0))
    let email = email(row.cell(1))
    let name = row.cell(2)
    guard let title = handle ?? email ?? name else {
      if problems.isEmpty {
        report("Handle", Located("", row.place), "a handle, an address or a name")
      }
      return nil
    }
    let from = day(4, "From")
    let until = day(5, "Until")
    if let from, let until, until < from, let cell = row.cell(5) {
      report("Until", cell, "a day that is not before \(from), from when the roles are held")
    }
    if let filler = row.filler(2) { report("Name", filler, "the name of the person") }
    let reading = roleCells.read(row.cell(3)?.value ?? "")
    if let cell = row.cell(3), !reading.arePlain {
      report(
        "Roles", cell,
        "the names of roles alone, such as technical, security; From and Until say when")
    }
    if let filler = row.filler(3) { report("Roles", filler, "roles such as technical, or nothing") }
    let nameCell = name.map { NameCell($0.value) }
    if let name, let nameCell, !nameCell.isName || name.holdsBreak {
      report(
        "Name", name,
        "the name of one person alone; an Alias has a column of its own, Until says from when somebody holds no role, Notes what else"
      )
    }
    let written = row.written(3)
    let holdsNone = written.map { !$0.value.isEmpty && NonName.meansNothing($0.value) } ?? false
    let others = otherColumns()
    let hasEnded = others.hasEnded || holdsNone
    // Of roles held at times that nobody knows it is not known whether they are held.
    let roles = isWhole ? reading.roles : []
    if let name, roles.contains(where: { !$0.isBoard && $0 != .governance }),
      NonPerson.isMachine(name.value) || NonPerson.isGroup(WordForm.words(name.value))
    {
      report("Name", name, "one person; a machine or a group approves nothing")
    }
    var aliases = others.aliases
    for cell in [handle, email, name] {
      if let cell { aliases += self.aliases(in: cell.value) }
    }
    aliases += nameCell?.otherNames.map { Identity(name: $0) } ?? []
    return PeopleDirectory.Person(
      identity: Identity(handle: handle?.value, email: email?.value, name: name?.value),
      title: title, roles: isWhole ? roles : [], from: from, until: until, isWhole: isWhole,
      hasEnded: hasEnded, aliases: aliases)
  }

  /// What the columns say that are none of the list's own: that somebody holds no role any more, and
  /// what else they are called. What may limit their roles is a problem.
  private mutating func otherColumns() -> (hasEnded: Bool, aliases: [Identity]) {
    var hasEnded = false
    var aliases: [Identity] = []
    for (head, title, cell) in row.others({ _ in true }) {
      let text = cell.value
      let column = PeopleColumn(head: head)
      switch column {
      case .standing(let kind):
        switch StandingText.answer(text, under: kind) {
        case .holds: break
        case .ended: hasEnded = true
        case .unclear:
          report(title, cell, "`yes` or `no`; Until says from when somebody holds no role")
        }
      case .limit where !PeopleColumn.setsNoLimit(text):
        report(title, cell, "nothing: roles hold for all; what decides nothing is headed Notes")
      case .other where PeopleColumn.limitsRoles(text, isRemark: false),
        .remark where PeopleColumn.limitsRoles(text, isRemark: true),
        .others where PeopleColumn.limitsRoles(text, isRemark: false):
        report(
          title, cell, "nothing that limits the roles: they hold for all, and Notes say what else")
      case .alias where StandingText.isOver(WordForm.fold(text)),
        .other where StandingText.isOver(WordForm.fold(text)):
        report(title, cell, "a day under Until from when somebody holds no role")
      case .machine(let kind)
      where !text.isEmpty && StandingText.answer(text, under: kind) != .holds:
        report(title, cell, Self.person)
      case .other where PeopleColumn.isMachine(text), .remark where PeopleColumn.isMachine(text):
        report(title, cell, Self.person)
      case .remark where StandingText.isStatement(text),
        .others where StandingText.isStatement(text):
        report(title, cell, "a day under Until from when somebody holds no role, or another remark")
      default: break
      }
      if column != .others, column != .remark { aliases += self.aliases(in: text, column) }
    }
    return (hasEnded, aliases)
  }

  private static let person = "a person: a machine approves nothing; Roles is `none` for one"

  private mutating func identities(in text: String) -> [Identity] {
    if let known = named.first(where: { $0.text == text }) { return known.identities }
    let identities = PeopleDirectory().identities(in: text)
    named.append((text, identities))
    return identities
  }

  /// The handles and addresses that a text holds, each alone.
  private mutating func aliases(in text: String) -> [Identity] {
    guard text.utf8.contains(UInt8(ascii: "@")) else { return [] }
    let lowered = Identity.lowered(text)
    return identities(in: text).flatMap { identity in
      [
        identity.email.map { Identity(email: $0) },
        identity.handle.flatMap { lowered.holds("@\($0)") ? Identity(handle: $0) : nil },
      ].compactMap(\.self)
    }
  }

  /// The same for a cell; in a column of handles every word is one, and what looks like a name is one too.
  private mutating func aliases(in text: String, _ column: PeopleColumn) -> [Identity] {
    guard column == .alias, !text.hasPrefix("#"), !text.utf8.contains(UInt8(ascii: "@")),
      !NonName.matches(text)
    else { return aliases(in: text) }
    return text.parts(atAnyOf: " ,;/|").map { Identity(handle: $0) }
      + text.parts(atAnyOf: ",;/|").filter(NameCell.isFullName).map { Identity(name: $0) }
  }

  private mutating func handle(_ cell: Located<String>?) -> Located<String>? {
    guard let cell else { return nil }
    let mentions = identities(in: cell.value)
    let isOne =
      !cell.value.unicodeScalars.contains {
        $0.isWhiteSpace || ",;/&|<>".unicodeScalars.contains($0)
      }
      && mentions.count <= 1
    if isOne { return cell }
    report("Handle", cell, "one handle, such as @ann; each person has a row")
    return nil
  }

  private mutating func email(_ cell: Located<String>?) -> Located<String>? {
    guard let cell else { return nil }
    let addresses = identities(in: cell.value).compactMap(\.email)
    if addresses.count == 1, let address = addresses.first { return Located(address, cell.place) }
    report("E-mail", cell, "one address, such as ann@example.com")
    return nil
  }

  private mutating func day(_ column: Int, _ title: String) -> CivilDay? {
    guard let cell = row.cell(column) ?? row.filler(column) else { return nil }
    if let day = InstantText.readDay(cell.value) { return day }
    report(title, cell, "a day such as 2026-03-02, or nothing")
    return nil
  }

  private mutating func report(_ column: String, _ cell: Located<String>, _ accepted: String) {
    isWhole = false
    problems.append(
      ReadingProblem(
        .cellNotUnderstood(
          table: "people", column: column, text: cell.value, accepted: accepted), at: cell.place))
  }
}

extension Located<String> {
  /// Its cell has a break of lines in it.
  fileprivate var holdsBreak: Bool { place.text.lowercased().holds("<br") }
}
