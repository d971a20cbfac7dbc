import Chronology
import Markdown
import PolicyReading
import SourceText

/// Reads the list of people out of the tables of some pages; empty where none of them has one. Days
/// are those of a zone.
package func readPeopleDirectory(_ files: [SourceFile], zone: Zone) -> PeopleDirectory {
  var people: [PeopleDirectory.Person] = []
  var problems: [ReadingProblem] = []
  let names = PeopleDirectory()
  for file in files {
    // A table may know people by any of three columns.
    for table in file.tables(heads: heads, oneOf: 0..<3) {
      for row in table.rows {
        let (handle, email, name) = (row.cell(0), row.cell(1), row.cell(2))
        guard let title = handle ?? email ?? name else { continue }
        let identity = Identity(
          handle: handle?.value,
          email: email.flatMap { names.identities(in: $0.value).first?.email }, name: name?.value)
        let known = problems.count
        let from = day(row.cell(4), "From", &problems)
        let until = day(row.cell(5), "Until", &problems)
        // Of roles held at times that nobody knows it is not known whether they are held.
        let roles = problems.count > known ? [] : ApprovalRole.roles(in: row.cell(3)?.value ?? "")
        people.append(
          PeopleDirectory.Person(
            identity: identity, title: title, roles: roles, from: from, until: until))
      }
    }
  }
  return PeopleDirectory(people, zone: zone, problems: problems)
}

private let heads = [
  ["handle", "handles", "user", "username", "account", "login", "github", "id"],
  ["e mail", "email", "e mail address", "email address", "mail", "address"],
  ["name", "person", "full name", "who", "people"],
  ["roles", "role", "approves as", "approval roles", "may approve as"],
  ["from", "since", "start", "starts", "valid from"],
  ["until", "to", "till", "end", "ends", "valid until", "through"],
]

private func day(
  _ cell: Located<String>?, _ column: String, _ problems: inout [ReadingProblem]
) -> CivilDay? {
  guard let cell else { return nil }
  if let day = InstantText.readDay(cell.value) { return day }
  problems.append(
    ReadingProblem(
      .cellNotUnderstood(
        table: "people", column: column, text: cell.value,
        accepted: "a day such as 2026-03-02, or nothing"), at: cell.place))
  return nil
}
