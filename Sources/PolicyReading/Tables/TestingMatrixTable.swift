import Findings
import Markdown
import SourceText

/// The testing matrix: one column a test level.
enum TestingMatrixTable {
  /// Nil where there is no such table. A cell that is not understood counts as no requirement. Of
  /// several tables those with the first one's head continue it.
  static func read(_ tables: [PolicyTable], _ problems: inout [ReadingProblem]) -> TestingMatrix? {
    guard let first = tables.first else { return nil }
    let columns = levelColumns(first)
    let crossMeansYes = !tables.contains { $0.hasTicks }
    var rows: [TestingMatrix.Row] = []
    var names = NamedRows()
    for row in tables.flatMap(\.rows) {
      guard let category = names.name(of: row, .category, &problems) else { continue }
      let requirements = columns.map { column -> TestingMatrix.Requirement in
        let cell = row.cells[column]
        if let requirement = TestRequirementText.read(cell.text, crossMeansYes: crossMeansYes) {
          return requirement
        }
        problems.append(
          ReadingProblem(
            .cellNotUnderstood(
              table: TableKey.testingMatrix.rawValue,
              column: WordForm.trim(first.source.header[column].text),
              text: WordForm.trim(cell.text), accepted: TestRequirementText.accepted),
            at: cell.place))
        return TestingMatrix.Requirement.none
      }
      rows.append(
        TestingMatrix.Row(
          category: category, requirements: requirements, reference: row.reference))
    }
    return TestingMatrix(
      levels: columns.map { WordForm.trim(first.source.header[$0].text) }, rows: rows)
  }

  /// Every column but the category's, remarks, and columns in which no cell is an answer.
  private static func levelColumns(_ table: PolicyTable) -> [Int] {
    table.source.header.indices.filter { column in
      guard column != table.columns[.category] else { return false }
      let head = WordForm.fold(table.source.header[column].text)
      guard !head.isEmpty, !TableSynonyms.remarks.contains(head) else { return false }
      return column == table.columns[.testLevel]
        || table.source.rows.contains { cells in
          !WordForm.trim(cells[column].text).isEmpty
            && TestRequirementText.read(cells[column].text) != nil
        }
    }
  }
}
