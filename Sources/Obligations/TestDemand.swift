import Findings
import PolicyReading
import Records
import SourceText

/// The test levels that the matrix asks of a change.
package struct TestDemand {
  /// In the order of the columns, each with the row that asks for it.
  package var levels: [(level: String, row: TestingMatrix.Row)] = []
}

extension PolicyIndex {
  /// Rows are found by the categories of the change; where none names a row, by its type
  /// (`Runtime upgrade`). Of several rows every demand counts. Nil where there is no row for it.
  package func testDemand(of change: Change, type: ChangeType?) -> TestDemand? {
    guard let matrix = policy.testingMatrix else { return nil }
    var rows = change.categories.compactMap { testingRow(of: $0.value) }
    if rows.isEmpty, let type, let row = testingRow(of: type.name) { rows = [row] }
    guard !rows.isEmpty else { return nil }
    var demand = TestDemand()
    for (column, level) in matrix.levels.enumerated() {
      let row = rows.first { row in
        column < row.requirements.count && row.requirements[column] == .required
      }
      if let row { demand.levels.append((level, row)) }
    }
    return demand
  }
}
