import Chronology
import Markdown
import PolicyReading
import SourceText

/// Reads the list of systems out of the tables of some pages; empty where none of them has one.
package func readSystemDirectory(_ files: [SourceFile]) -> SystemDirectory {
  readSystemDirectory(pages: files.map(RecordSource.init(page:)))
}

/// The same of pages that are parsed already.
func readSystemDirectory(pages: [RecordSource]) -> SystemDirectory {
  let reading = ListReading(pages, as: .systems)
  var rows: [SystemRow] = []
  var problems = reading.problems
  var knowsDependencies = !reading.tables.isEmpty && reading.tables.allSatisfy { $0.has(3) }
  for row in reading.tables.flatMap(\.rows) {
    if let row = SystemRow(row, &problems) { rows.append(row) }
  }
  problems += makeUnique(&rows)
  // What a system depends on is named as in any other place.
  let names = SystemDirectory(rows.map { $0.system([]) }, problems: [])
  let systems = rows.map { row -> SystemDirectory.System in
    guard let cell = row.dependsOn else { return row.system([]) }
    let named = names.read(cell)
    problems += named.problems(of: "Depends on")
    if !named.unknown.isEmpty { knowsDependencies = false }
    return row.system(
      named.areAll ? names.systems.map(\.name.value) : named.names.map(\.value))
  }
  let directory = SystemDirectory(systems, problems: [])
  problems += SystemRemarks(directory: directory).problems(of: reading.documentsOfTables)
  return SystemDirectory(systems, problems: problems, knowsDependencies: knowsDependencies)
}

/// A name may stand in one row, and an alias may be no other system's name: others are taken out.
private func makeUnique(_ rows: inout [SystemRow]) -> [ReadingProblem] {
  var problems: [ReadingProblem] = []
  var owners: [String: (system: String, place: Place)] = [:]
  rows = rows.filter { row in
    let folded = WordForm.fold(row.name.value)
    guard let other = owners[folded] else {
      owners[folded] = (folded, row.name.place)
      return true
    }
    problems.append(.twice(row.name, other.place))
    return false
  }
  for number in rows.indices {
    let system = WordForm.fold(rows[number].name.value)
    rows[number].aliases = rows[number].aliases.filter { alias in
      let folded = WordForm.fold(alias.value)
      guard let other = owners[folded] else {
        owners[folded] = (system, alias.place)
        return true
      }
      if other.system != system { problems.append(.twice(alias, other.place)) }
      return false
    }
  }
  return problems
}

extension ReadingProblem {
  fileprivate static func twice(_ name: Located<String>, _ other: Place) -> ReadingProblem {
    ReadingProblem(
      .namedTwice(name: name.value, table: "the list of systems", other: other), at: name.place)
  }
}

/// A row of the table of systems before the names in it are looked up.
private struct SystemRow {
  let name: Located<String>
  var aliases: [Located<String>]
  let dependsOn: Located<String>?
  private let owner: String?
  private let criticality: String?
  private let retirement: SystemDirectory.Retirement?

  init?(_ row: ListedTable.Row, _ problems: inout [ReadingProblem]) {
    guard let name = row.cell(0), !WordForm.fold(name.value).isEmpty else {
      problems.append(
        ReadingProblem(
          .cellNotUnderstood(
            table: "systems", column: "System", text: row.filler(0)?.value ?? "",
            accepted: "the name of a system"), at: row.place))
      return nil
    }
    self.name = name
    owner = row.cell(1)?.value
    criticality = row.cell(2)?.value
    dependsOn = row.cell(3) ?? row.filler(3)
    aliases =
      row.cell(4).map { cell in
        let text = ReadableText(cell.value)
        return text.parts(text.trimmed(text.bytes.indices)) { _ in false }
          .map { Located(text.text($0), cell.place) }
      } ?? []
    // Whoever writes such a word means all of them, whatever a row says.
    for (column, text) in [("System", name)] + aliases.map({ ("Aliases", $0) })
    where SystemName.meansAll(text.value) {
      problems.append(
        ReadingProblem(
          .cellNotUnderstood(
            table: "systems", column: column, text: text.value,
            accepted: "a name; this is a word for every system"), at: text.place))
    }
    guard let retired = row.cell(5) else {
      retirement = nil
      return
    }
    let answer = WordForm.fold(retired.value)
    if let day = InstantText.readDay(retired.value) {
      retirement = SystemDirectory.Retirement(day: day)
    } else if ["yes", "true", "retired", "x", "✓"].contains(answer) || retired.value == "✓" {
      retirement = SystemDirectory.Retirement(day: nil)
    } else {
      retirement = nil
      if !["no", "false", "active", "in use"].contains(answer) {
        problems.append(
          ReadingProblem(
            .cellNotUnderstood(
              table: "systems", column: "Retired", text: retired.value,
              accepted: "a day such as 2026-03-02, `yes`, `no`, or nothing"), at: retired.place))
      }
    }
  }

  func system(_ dependsOn: [String]) -> SystemDirectory.System {
    SystemDirectory.System(
      name: name, owner: owner, criticality: criticality, dependsOn: dependsOn,
      aliases: aliases.map(\.value), retirement: retirement)
  }
}

extension ListForm {
  static let systems = ListForm(
    list: .systems,
    columns: [
      Column(
        title: "System",
        heads: [
          "system", "systems", "system name", "name of system", "service", "services",
          "service name", "component", "components", "application", "name",
        ]),
      Column(
        title: "Owner",
        heads: ["owner", "owners", "owned by", "team", "responsible", "maintainer", "maintainers"]),
      Column(
        title: "Criticality", heads: ["criticality", "tier", "importance", "priority", "class"]),
      Column(
        title: "Depends on",
        heads: [
          "depends on", "dependencies", "dependency", "depends upon", "requires", "needs",
          "upstream", "relies on",
        ], decides: true),
      Column(
        title: "Aliases",
        heads: [
          "aliases", "alias", "also known as", "aka", "other names", "also called", "former names",
        ]),
      Column(
        title: "Retired",
        heads: [
          "retired", "retired on", "retired since", "retirement", "decommissioned",
          "decommissioned on", "end of life", "removed",
        ]),
    ],
    keys: 0..<1, isTelling: { _ in false })
}
