import Findings
import SourceText

/// The catalogue of standard changes.
enum PreApprovedTable {
  static func read(
    _ tables: [PolicyTable], _ problems: inout [ReadingProblem]
  ) -> [PreApprovedChange] {
    var names = NamedRows()
    return tables.flatMap(\.rows).compactMap { row in
      guard let name = names.name(of: row, .change, &problems) else { return nil }
      return PreApprovedChange(
        name: name, conditions: row.text(.conditions), reference: row.reference)
    }
  }
}
