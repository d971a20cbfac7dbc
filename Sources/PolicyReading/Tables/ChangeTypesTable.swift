import Findings
import SourceText

/// The table of change types.
enum ChangeTypesTable {
  /// Other tables search these names, so that more would make reading slow.
  static let most = 100

  /// - Parameter risks: names of the policy's risk levels, on which approvals may depend.
  static func read(
    _ tables: [PolicyTable], risks: [String] = [], _ problems: inout [ReadingProblem]
  ) -> [ChangeType] {
    var types: [ChangeType] = []
    var names = NamedRows()
    let rows = tables.flatMap(\.rows)
    if rows.count > most {
      problems.append(
        ReadingProblem(
          .overLimit(what: TableKey.types.rawValue, found: rows.count, allowed: most),
          at: rows[most].place))
    }
    for row in rows.prefix(most) {
      guard let name = names.name(of: row, .type, &problems) else { continue }
      types.append(
        ChangeType(
          name: name, description: row.text(.description),
          approval: approval(row, risks, &problems),
          leadTime: leadTime(row, &problems), reference: row.reference))
    }
    return types
  }

  /// A type stays a type with an approval that is not understood: other tables use its name.
  private static func approval(
    _ row: PolicyRow, _ risks: [String], _ problems: inout [ReadingProblem]
  ) -> ChangeType.Approval {
    if let approval = ApprovalText.read(row.text(.approval), risks: risks) { return approval }
    if row.table.has(.approval) {
      problems.append(row.notUnderstood(.approval, accepted: ApprovalText.accepted))
    }
    return .unknown
  }

  private static func leadTime(
    _ row: PolicyRow, _ problems: inout [ReadingProblem]
  ) -> ChangeType.LeadTime? {
    guard row.table.has(.leadTime) else { return nil }
    let leadTime = LeadTimeText.read(row.text(.leadTime))
    if leadTime == nil {
      problems.append(row.notUnderstood(.leadTime, accepted: LeadTimeText.accepted))
    }
    return leadTime
  }
}
