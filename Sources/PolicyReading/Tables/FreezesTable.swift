import Findings
import SourceText

/// The table of freezes.
enum FreezesTable {
  /// A row whose duration or allowance is not understood is left out: half a freeze would be a
  /// guess at what may pass, or when.
  static func read(_ tables: [PolicyTable], _ problems: inout [ReadingProblem]) -> [FreezeRow] {
    var freezes: [FreezeRow] = []
    var names = NamedRows()
    for row in tables.flatMap(\.rows) {
      guard let name = names.name(of: row, .period, &problems) else { continue }
      let duration = duration(row, &problems)
      let allowed = FreezeAllowanceText.read(row.text(.changesAllowed))
      if allowed == nil, row.table.has(.changesAllowed) {
        problems.append(row.notUnderstood(.changesAllowed, accepted: FreezeAllowanceText.accepted))
      }
      guard let duration, let allowed else { continue }
      freezes.append(
        FreezeRow(
          name: name, duration: duration, durationText: row.text(.duration),
          durationPlace: row.place(.duration), allowed: allowed,
          allowedText: row.text(.changesAllowed), reference: row.reference))
    }
    return freezes
  }

  private static func duration(
    _ row: PolicyRow, _ problems: inout [ReadingProblem]
  ) -> FreezeDuration? {
    guard row.table.has(.duration) else { return nil }
    switch FreezeDurationText.read(row.text(.duration)) {
    case .duration(let duration): return duration
    case .refused(let accepted):
      problems.append(row.notUnderstood(.duration, accepted: accepted))
      return nil
    }
  }
}
