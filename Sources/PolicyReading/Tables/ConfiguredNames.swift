import Configuration
import SourceText

/// What the settings say about one kind of table, folded.
struct ConfiguredNames {
  var heading: String?
  var columns: [ColumnKey: String] = [:]

  /// By kind. Keys and columns that do not exist are problems where the settings name them, or at
  /// the start of the policy that they were meant for.
  static func read(
    _ settings: Settings, for file: SourceFile, _ problems: inout [ReadingProblem]
  ) -> [TableKey: ConfiguredNames] {
    var result: [TableKey: ConfiguredNames] = [:]
    for entry in settings.tableNames {
      guard let key = key(entry.table) else {
        problems.append(
          unknown(
            entry.table, among: TableKey.allCases.map(\.rawValue),
            entry.place ?? Place(startOf: file)))
        continue
      }
      var names = result[key] ?? ConfiguredNames()
      if let heading = entry.heading {
        names.heading = WordForm.fold(ClauseNumber.parting(heading).title)
      }
      let kinds = TableSynonyms.columns(of: key)
      for column in entry.columns {
        let wanted = WordForm.fold(column.column)
        let kind =
          kinds.first { WordForm.fold($0.key.rawValue) == wanted }
          ?? kinds.first { $0.heads.contains(wanted) }
        if let kind {
          names.columns[kind.key] = WordForm.fold(column.written)
        } else {
          problems.append(
            unknown(
              column.column, among: kinds.map(\.key.rawValue), column.place ?? Place(startOf: file))
          )
        }
      }
      result[key] = names
    }
    return result
  }

  /// `change types`, `change-types`, `changeTypes` or `types`.
  private static func key(_ text: String) -> TableKey? {
    var parted = ""
    for character in text {
      if character.isUppercase { parted.append(" ") }
      parted.append(character)
    }
    let wanted = [WordForm.fold(text), WordForm.fold(parted)]
    return TableKey.allCases.first { key in
      wanted.contains(WordForm.fold(key.rawValue)) || wanted.contains(WordForm.fold("\(key)"))
        || wanted.contains("\(key)".lowercased())
    }
  }

  private static func unknown(
    _ name: String, among known: [String], _ place: Place
  ) -> ReadingProblem {
    ReadingProblem(
      .unknownKey(name, suggestion: suggest(for: name, among: known), known: known), at: place)
  }
}
