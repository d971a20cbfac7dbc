import Configuration
import Findings
import SourceText

/// The table of change types.
struct ChangeTypesTable {
  /// Names of the policy's risk levels, on which approvals may depend.
  var risks: [String] = []
  let words: MappedWords

  /// Other tables search these names, so that more would make reading slow.
  static let most = 100

  /// The types of the policy's tables, else those that the settings state.
  func read(
    _ tables: [PolicyTable], _ stated: [StatedRow] = [], _ problems: inout [ReadingProblem]
  ) -> [ChangeType] {
    tables.isEmpty
      ? read(stated.map { StatedFactRow($0, as: .types, &problems) }, &problems)
      : read(tables.flatMap(\.rows), &problems)
  }

  private func read(_ rows: [some FactRow], _ problems: inout [ReadingProblem]) -> [ChangeType] {
    var types: [ChangeType] = []
    var names = NamedRows()
    if rows.count > Self.most {
      problems.append(
        ReadingProblem(
          .overLimit(what: TableKey.types.rawValue, found: rows.count, allowed: Self.most),
          at: rows[Self.most].reference.place))
    }
    for row in rows.prefix(Self.most) {
      guard let name = names.name(of: row, .type, &problems) else { continue }
      types.append(
        ChangeType(
          name: name, description: row.text(.description), approval: approval(row, &problems),
          leadTime: leadTime(row, &problems), reference: row.reference,
          kind: kind(row, name, &problems)))
    }
    return types
  }

  /// A type stays a type with an approval that is not understood: other tables use its name.
  private func approval(
    _ row: some FactRow, _ problems: inout [ReadingProblem]
  ) -> ChangeType.Approval {
    let text = row.text(.approval)
    if let approval = ApprovalText.read(text, risks: risks, roles: words.roles) { return approval }
    if row.has(.approval) {
      problems.append(row.notUnderstood(.approval, accepted: ApprovalText.accepted))
    }
    return .unknown
  }

  private func leadTime(
    _ row: some FactRow, _ problems: inout [ReadingProblem]
  ) -> ChangeType.LeadTime? {
    guard row.has(.leadTime) else { return nil }
    let leadTime = LeadTimeText.read(row.text(.leadTime))
    if leadTime == nil {
      problems.append(row.notUnderstood(.leadTime, accepted: LeadTimeText.accepted))
    }
    return leadTime
  }

  /// What the settings say that it is, for the name or in the row itself.
  private func kind(
    _ row: some FactRow, _ name: String, _ problems: inout [ReadingProblem]
  ) -> TypeKind? {
    let text = row.text(.kind)
    if text.isEmpty { return words.kind(ofType: name) }
    if let kind = TypeKind(rawValue: WordForm.fold(text)) { return kind }
    problems.append(row.notUnderstood(.kind, accepted: TypeKind.accepted))
    return nil
  }
}
