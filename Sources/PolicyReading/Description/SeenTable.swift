import Findings
import Markdown
import SourceText

/// A table of a policy's document that decides nothing, and what it lacks to be one that does.
struct SeenTable {
  let line: Int
  /// The heads of its columns.
  let head: String
  /// The kind of table that it is nearest to; nil where it is like none.
  let nearest: TableKey?
  /// The columns that it lacks for that.
  let missing: [String]

  /// In document order. More than `TableRecognition.most` are not looked at.
  static func all(in policy: Policy) -> [SeenTable] {
    let recognised = Set(policy.tables.map(\.place.range))
    let recognition = TableRecognition()
    return policy.document.tables.prefix(TableRecognition.most).filter {
      !recognised.contains($0.place.range)
    }.map { table in
      let match = recognition.nearest(to: table)
      return SeenTable(
        line: table.place.start.line,
        head: table.header.map { WordForm.trim($0.text) }.joined(separator: " | "),
        nearest: match?.key, missing: (match?.missing ?? []).map(\.key.rawValue))
    }
  }

  /// `nearest to change types, without Approval and Lead Time`
  var likeness: String {
    guard let nearest else { return "like no table that is known" }
    if missing.isEmpty { return "like \(nearest.rawValue), of which another table was taken" }
    return "nearest to \(nearest.rawValue), without \(missing.joined(separator: " and "))"
  }
}

/// The tables of a document that was not taken for a policy, a line for each; empty where it has none.
package func describeTables(of policy: Policy) -> [String] {
  SeenTable.all(in: policy).map { table in
    VisibleText.line("\(policy.file.path):\(table.line): \(table.head) (\(table.likeness))")
  }
}
