import Configuration
import Markdown
import PolicyReading
import SourceText

/// Headings and heads of columns that the settings name, and no version of the policy has.
func missedTables(of settings: Settings, in book: PolicyBook) -> [ReadingProblem] {
  guard !settings.tableNames.isEmpty else { return [] }
  let headings = Set(
    book.policies.flatMap(\.clauses).map { WordForm.fold($0.title) })
  let heads = Set(
    book.policies.flatMap { $0.document.tables(below: $0.document.headings) }.flatMap(\.header)
      .flatMap { cell in
        [WordForm.fold(cell.text), WordForm.fold(WordForm.partingBrackets(cell.text).outside)]
      })
  return settings.tableNames.flatMap { names -> [ReadingProblem] in
    var missed: [(key: String, text: String, expected: String, place: Place?)] = []
    if let heading = names.heading, !headings.contains(WordForm.fold(unnumbered(heading))) {
      missed.append(("heading", heading, "a heading of the policy", names.place))
    }
    for column in names.columns where !heads.contains(WordForm.fold(column.written)) {
      missed.append(
        (column.column, column.written, "the head of a column of the policy", column.place))
    }
    return missed.compactMap { missed in
      missed.place.map {
        ReadingProblem(
          .unreadableValue(key: missed.key, text: missed.text, expected: missed.expected), at: $0)
      }
    }
  }
}

/// Without the number of a clause in front.
private func unnumbered(_ heading: String) -> String {
  String(heading.drop { $0.isNumber || $0 == "." || $0 == " " || $0 == "§" })
}
