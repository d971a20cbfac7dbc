import Chronology
import Findings
import Markdown
import SourceText

/// The policy's history.
enum VersionsTable {
  /// A version keeps its row where its date is not understood.
  static func read(_ tables: [PolicyTable], _ problems: inout [ReadingProblem]) -> [PolicyVersion] {
    var versions: [PolicyVersion] = []
    var names = NamedRows()
    for row in tables.flatMap(\.rows) {
      guard let version = names.name(of: row, .version, &problems) else { continue }
      let date = DateText.read(row.text(.date))
      if date == nil, row.table.has(.date), !WordForm.isBlank(row.text(.date)) {
        problems.append(row.notUnderstood(.date, accepted: DateText.accepted))
      }
      versions.append(
        PolicyVersion(
          version: version, date: date, author: row.text(.author), changes: row.text(.changes),
          state: state(of: row), reference: row.reference))
    }
    return versions
  }

  private static func state(of row: PolicyRow) -> Located<String>? {
    row.cells.lazy.flatMap { cell in
      ([cell.text] + WordForm.partingBrackets(cell.text).inside).map { Located($0, cell.place) }
    }.first { StandingWords.read($0.value) != nil }
  }
}
