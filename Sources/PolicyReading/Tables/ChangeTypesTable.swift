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
    let taken = rows.prefix(Self.most).map { row in
      (row: row, name: LevelInName(row.text(.type), risks: risks))
    }
    var groups: [String: Int] = [:]
    var levels: Set<String> = []
    for (_, name) in taken {
      groups[name.key, default: 0] += 1
      if name.risk != nil { levels.insert(name.key) }
    }
    var isRead: Set<String> = []
    for (row, name) in taken {
      // A level in the name of a type that has one row, `Normal (medium risk)`, describes it.
      guard groups[name.key, default: 0] > 1, levels.contains(name.key) else {
        guard let name = names.name(of: row, .type, &problems) else { continue }
        types.append(
          ChangeType(
            name: name, description: row.text(.description), approval: approval(row, &problems),
            leadTime: leadTime(row, &problems), reference: row.reference,
            kind: kind(row, name, &problems)))
        continue
      }
      guard isRead.insert(name.key).inserted else { continue }
      types.append(byRisk(taken.filter { $0.name.key == name.key }, &problems))
    }
    return types
  }

  /// One type of which every level of risk has a row.
  private func byRisk<Row: FactRow>(
    _ rows: [(row: Row, name: LevelInName)], _ problems: inout [ReadingProblem]
  ) -> ChangeType {
    let parts = rows.map { row, name in
      TypeByRisk<Row>.Part(
        row: row, name: name, approval: self.approval(row, &problems),
        leadTime: self.leadTime(row, &problems))
    }
    let type = TypeByRisk(parts: parts)
    let first = parts[0]
    let approval = type.approval(risks: risks)
    if approval == nil, let last = parts.last, parts.allSatisfy({ $0.approval != .unknown }) {
      problems.append(
        last.row.notUnderstood(.type, accepted: TypeByRisk<Row>.acceptedNames))
    }
    // How long before depends on the type alone.
    let leadTimes = parts.map(\.leadTime)
    let other = parts.first { $0.leadTime != first.leadTime }
    if let other, !leadTimes.contains(nil) {
      problems.append(
        other.row.notUnderstood(
          .leadTime,
          accepted:
            "one lead time for every \(first.name.type) change, whatever its risk"))
    }
    return ChangeType(
      name: first.name.type, description: first.row.text(.description),
      approval: approval ?? .unknown, leadTime: other == nil ? first.leadTime : nil,
      reference: first.row.reference, kind: kind(first.row, first.name.type, &problems))
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
