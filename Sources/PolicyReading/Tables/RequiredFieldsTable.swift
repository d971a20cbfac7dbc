import Findings
import SourceText

/// The table of required information.
enum RequiredFieldsTable {
  static func read(
    _ tables: [PolicyTable], types: [ChangeType], _ problems: inout [ReadingProblem]
  ) -> [RequiredField] {
    let typeNames = types.map(\.name)
    var fields: [RequiredField] = []
    var names = NamedRows()
    for row in tables.flatMap(\.rows) {
      guard let name = names.name(of: row, .field, &problems), row.table.has(.requiredFor) else {
        continue
      }
      guard let reading = ApplicabilityText.read(row.text(.requiredFor), types: typeNames) else {
        problems.append(row.notUnderstood(.requiredFor, accepted: ApplicabilityText.accepted))
        continue
      }
      problems += reading.undefined.map { row.undefined(type: $0, .requiredFor, typeNames) }
      fields.append(
        RequiredField(
          name: name, kind: FieldKind(named: name), requiredFor: reading.applicability,
          description: row.text(.description), reference: row.reference))
    }
    return fields
  }
}

extension FieldKind {
  /// What a field is, by its name in the policy or by a heading of a record.
  package init(named name: String) {
    self = TableSynonyms.fieldKind(WordForm.fold(name)) ?? .section(WordForm.trim(name))
  }
}

extension PolicyRow {
  /// A name that the table of change types does not define.
  func undefined(type name: String, _ column: ColumnKey, _ types: [String]) -> ReadingProblem {
    let key = WordForm.fold(name)
    let beginsAlike = types.first { !key.isEmpty && WordForm.fold($0).hasPrefix(key) }
    return ReadingProblem(
      .nameUndefined(
        name: name, usedIn: table.key.rawValue, definedIn: TableKey.types.rawValue,
        suggestion: beginsAlike ?? suggest(for: name, among: types)),
      at: place(column))
  }
}
