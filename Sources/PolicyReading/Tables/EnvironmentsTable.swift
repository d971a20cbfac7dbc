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

  /// Rows of windows and freezes that name an environment that the policy's own table has not: whether
  /// it is one of them in other words nobody knows.
  static func unlisted(
    in rows: [(surroundings: RowSurroundings, reference: PolicyReference)], table: TableKey,
    among environments: [Environment]
  ) -> [ReadingProblem] {
    guard !environments.isEmpty else { return [] }
    let known = Set(environments.map { WordForm.fold($0.name) })
    return rows.flatMap { row in
      row.surroundings.environments.filter { !known.contains(WordForm.fold($0)) }.map { name in
        ReadingProblem(
          .cellNotUnderstood(
            table: table.rawValue, column: ColumnKey.environment.rawValue, text: name,
            accepted: "environments of the policy: "
              + environments.map(\.name).joined(separator: ", ")),
          at: row.reference.place)
      }
    }
  }
}
