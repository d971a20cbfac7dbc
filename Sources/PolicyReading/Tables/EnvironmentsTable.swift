import Findings
import SourceText

/// The table of environments.
enum EnvironmentsTable {
  static func read(_ tables: [PolicyTable], _ problems: inout [ReadingProblem]) -> [Environment] {
    var names = NamedRows()
    return tables.flatMap(\.rows).compactMap { row in
      guard let name = names.name(of: row, .environment, &problems) else { return nil }
      return Environment(name: name, purpose: row.text(.purpose), reference: row.reference)
    }
  }
}
