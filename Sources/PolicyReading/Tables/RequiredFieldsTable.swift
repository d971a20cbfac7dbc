import Findings
import SourceText

/// The table of required information.
enum RequiredFieldsTable {
  static func read(
    _ tables: [PolicyTable], types: [ChangeType], words: MappedWords,
    _ problems: inout [ReadingProblem]
  ) -> [RequiredField] {
    let typeNames = NameResolution(types.map(\.name))
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
      row.report(undefined: reading.undefined, .requiredFor, typeNames, &problems)
      let (kind, values) = meaning(of: name, words)
      fields.append(
        RequiredField(
          name: name, kind: kind, values: values, requiredFor: reading.applicability,
          description: row.text(.description), reference: row.reference))
    }
    return fields
  }

  /// What the settings say that a field is, else what its name says.
  private static func meaning(of name: String, _ words: MappedWords) -> (FieldKind, ValueKind) {
    switch words.meaning(ofField: name) {
    case .known(let kind)?: (kind, .text)
    case .own(let values)?: (.section(WordForm.trim(name)), values)
    case nil: (FieldKind(named: name), .text)
    }
  }
}

extension FieldKind {
  /// What a field is, by its name in the policy or by a heading of a record.
  package init(named name: String) {
    self =
      FieldNames.kind(WordForm.fold(name))
      ?? FieldNames.kind(WordForm.fold(WordForm.partingBrackets(name).outside))
      ?? .section(WordForm.trim(name))
  }
}

extension PolicyRow {
  /// Names that the table of change types does not define. The first hundred problems of a policy
  /// come with a suggestion, which takes time to find.
  func report(
    undefined names: [String], _ column: ColumnKey, _ types: NameResolution,
    _ problems: inout [ReadingProblem]
  ) {
    for name in names {
      let suggestion =
        types.beginningAlike(name)
        ?? (problems.count < 100 ? suggest(for: name, among: types.names) : nil)
      problems.append(
        ReadingProblem(
          .nameUndefined(
            name: name, usedIn: table.key.rawValue, definedIn: TableKey.types.rawValue,
            suggestion: suggestion),
          at: place(column)))
    }
  }
}
