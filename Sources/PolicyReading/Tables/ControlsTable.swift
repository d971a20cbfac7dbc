import Findings
import SourceText

/// The table of standards that the policy answers to.
enum ControlsTable {
  /// One control may have several rows, for several requirements.
  static func read(_ tables: [PolicyTable], _ problems: inout [ReadingProblem]) -> [Control] {
    var names = NamedRows()
    return tables.flatMap(\.rows).compactMap { row in
      let requirement = row.text(.requirement)
      guard
        let standard = names.name(
          of: row, .standard, suffix: WordForm.fold(requirement), &problems)
      else { return nil }
      return Control(
        standard: standard, requirement: requirement, implementation: row.text(.implementation),
        reference: row.reference)
    }
  }
}
