import Chronology
import Markdown
import PolicyReading
import SourceText

/// Reads the list of systems out of the tables of some pages; empty where none of them has one.
package func readSystemDirectory(_ files: [SourceFile]) -> SystemDirectory {
  var rows: [SystemRow] = []
  var problems: [ReadingProblem] = []
  var knowsDependencies = true
  for file in files {
    for table in file.tables(heads: SystemRow.heads, oneOf: 0..<1) {
      if !table.has(3) { knowsDependencies = false }
      for row in table.rows {
        if let row = SystemRow(row, &problems) { rows.append(row) }
      }
    }
  }
  // A name may stand in one row, and an alias may be no other system's name.
  var places: [String: Place] = [:]
  rows = rows.filter { row in
    let folded = WordForm.fold(row.name.value)
    guard let other = places[folded] else {
      places[folded] = row.name.place
      return true
    }
    problems.append(.twice(row.name, other))
    return false
  }
  for number in rows.indices {
    rows[number].aliases = rows[number].aliases.filter { alias in
      let folded = WordForm.fold(alias.value)
      guard let other = places[folded] else {
        places[folded] = alias.place
        return true
      }
      problems.append(.twice(alias, other))
      return false
    }
  }
  // What a system depends on is named as in any other place.
  let names = SystemDirectory(rows.map { $0.system([]) }, problems: [])
  let systems = rows.map { row -> SystemDirectory.System in
    guard let cell = row.dependsOn else { return row.system([]) }
    let named = names.read(cell)
    problems += named.problems(of: "Depends on")
    if !named.unknown.isEmpty { knowsDependencies = false }
    return row.system(named.names.map(\.value))
  }
  return SystemDirectory(systems, problems: problems, knowsDependencies: knowsDependencies)
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

  static let heads = [
    [
      "system", "systems", "system name", "name of system", "service", "services", "service name",
      "component", "components", "application", "name",
    ],
    ["owner", "owners", "owned by", "team", "responsible", "maintainer", "maintainers"],
    ["criticality", "tier", "importance", "priority", "class"],
    [
      "depends on", "dependencies", "dependency", "depends upon", "requires", "needs", "upstream",
      "relies on",
    ],
    ["aliases", "alias", "also known as", "aka", "other names", "also called", "former names"],
    [
      "retired", "retired on", "retired since", "retirement", "decommissioned",
      "decommissioned on", "end of life", "removed",
    ],
  ]

  init?(_ row: ListedTable.Row, _ problems: inout [ReadingProblem]) {
    guard let name = row.cell(0), !WordForm.fold(name.value).isEmpty else {
      if let place = row.place {
        problems.append(
          ReadingProblem(
            .cellNotUnderstood(
              table: "systems", column: "System", text: "", accepted: "the name of a system"),
            at: place))
      }
      return nil
    }
    self.name = name
    owner = row.cell(1)?.value
    criticality = row.cell(2)?.value
    dependsOn = row.cell(3)
    aliases =
      row.cell(4).map { cell in
        let text = ReadableText(cell.value)
        return text.parts(text.trimmed(text.bytes.indices)) { _ in false }
          .map { Located(text.text($0), cell.place) }
      } ?? []
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
