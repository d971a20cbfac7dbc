import Findings
import SourceText

/// The table of risk levels.
enum RisksTable {
  /// The table's order is kept; the ranks rise along it, or fall where its own names fall
  /// (`Critical` first, `Low` last).
  static func read(_ tables: [PolicyTable], _ problems: inout [ReadingProblem]) -> [RiskLevel] {
    var rows: [(name: String, row: PolicyRow)] = []
    var names = NamedRows()
    for row in tables.flatMap(\.rows) {
      guard let name = names.name(of: row, .riskLevel, &problems) else { continue }
      rows.append((name, row))
    }
    let ladder = rows.compactMap { step($0.name) }
    let isFalling = ladder.count > 1 && ladder[0] > ladder[ladder.count - 1]
    return rows.enumerated().map { index, entry in
      RiskLevel(
        name: entry.name, rank: isFalling ? rows.count - 1 - index : index,
        criteria: entry.row.text(.criteria), examples: entry.row.text(.examples),
        reference: entry.row.reference)
    }
  }

  /// Where a usual name stands among the others.
  private static func step(_ name: String) -> Int? {
    let steps = [
      ["negligible", "minimal", "none"], ["low", "minor"], ["medium", "moderate"],
      ["high", "major", "significant"], ["critical", "severe", "extreme", "very high"],
    ]
    let folded = WordForm.fold(name)
    return steps.firstIndex { $0.contains(folded) || $0.contains { folded.hasPrefix($0 + " ") } }
  }
}
