import Chronology
import Markdown
import PolicyReading
import SourceText

/// Reads the list of people out of the tables of some pages; empty where none of them has one. Days
/// are those of a zone.
package func readPeopleDirectory(_ files: [SourceFile], zone: Zone) -> PeopleDirectory {
  let reading = ListReading(files, as: .people)
  var people: [PeopleDirectory.Person] = []
  var problems = reading.problems
  for row in reading.tables.flatMap(\.rows) {
    var reader = PersonReader(row)
    if let person = reader.person() { people.append(person) }
    problems += reader.problems
  }
  problems += PeopleOverlaps(people).problems
  problems += PeopleRemarks(people).problems(of: reading.documents)
  return PeopleDirectory(people, zone: zone, problems: problems)
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
    }, isReadByHead: { StandingText.head($0) != nil })
}

/// Reads one row.
private struct PersonReader {
  private let row: ListedTable.Row
  private(set) var problems: [ReadingProblem] = []
  private var isWhole = true

  init(_ row: ListedTable.Row) { self.row = row }

  /// Nil for a row that names nobody.
  mutating func person() -> PeopleDirectory.Person? {
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
    if let cell = row.cell(3), !ApprovalRole.arePlain(cell.value) {
      report(
        "Roles", cell,
        "the names of roles alone, such as technical, security; From and Until say when")
    }
    if let filler = row.filler(3) { report("Roles", filler, "roles such as technical, or nothing") }
    let hasEnded = hasEnded()
    // Of roles held at times that nobody knows it is not known whether they are held.
    let roles = isWhole ? ApprovalRole.roles(in: row.cell(3)?.value ?? "") : []
    return PeopleDirectory.Person(
      identity: Identity(handle: handle?.value, email: email?.value, name: name?.value),
      title: title, roles: roles, from: from, until: until, isWhole: isWhole, hasEnded: hasEnded)
  }

  /// Whether a column such as `Active` or `Left` says that somebody holds no role any more.
  private mutating func hasEnded() -> Bool {
    var hasEnded = false
    for (head, title, cell) in row.others({ StandingText.head($0) != nil }) {
      guard let kind = StandingText.head(head) else { continue }
      switch StandingText.answer(cell.value, under: kind) {
      case .holds: break
      case .ended: hasEnded = true
      case .unclear:
        report(title, cell, "`yes` or `no`; Until says from when somebody holds no role")
      }
    }
    return hasEnded
  }

  private mutating func handle(_ cell: Located<String>?) -> Located<String>? {
    guard let cell else { return nil }
    let mentions = PeopleDirectory().identities(in: cell.value)
    let isOne =
      !cell.value.contains { $0.isWhitespace || ",;/&|<>".contains($0) }
      && mentions.count <= 1
    if isOne { return cell }
    report("Handle", cell, "one handle, such as @ann; each person has a row")
    return nil
  }

  private mutating func email(_ cell: Located<String>?) -> Located<String>? {
    guard let cell else { return nil }
    let addresses = PeopleDirectory().identities(in: cell.value).compactMap(\.email)
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
