import Chronology
import FrontMatter
import PolicyReading
import Records
import SourceText

/// How the columns of an export become the keys and sections of records, as a file in YAML says.
package struct ImportMapping: Sendable {
  /// What is imported.
  package let kind: RecordKind
  /// What the records say that they came from, by which a later export is known as one of the same system,
  /// whatever its file is called. By default the name of the mapping.
  package let source: String
  /// The column that tells the rows of the source apart.
  package let key: Located<String>
  /// Keys of front matter and their columns, in the order in which records write them. Of several columns the
  /// first counts whose cell says something.
  package private(set) var columns: [(key: String, columns: [Located<String>])]
  /// Sections of the body and their columns, in the order of the file.
  package private(set) var sections: [(name: String, column: Located<String>)]
  /// What the values of a key stand for: cells, folded, to values.
  package let values: [String: [String: String]]
  /// The same for every record.
  package let constants: [(key: String, value: String)]
  /// Rows that are left out: columns and their cells, folded.
  package private(set) var left: [(column: Located<String>, cells: [String])]
  package let forms: [DateForm]
  /// The zone of instants that name none; nil where none of them may be so.
  package let zone: Zone?
  package let encoding: ExportText.Encoding?
  package let separator: UInt8?
  package let problems: [ReadingProblem]

  private static let keys = [
    "kind", "source", "key", "columns", "sections", "values", "constants", "leave_out", "dates",
    "encoding",
    "separator",
  ]

  /// Keys that a cell can give, by the kind of record.
  static func targets(of kind: RecordKind) -> [String] {
    switch kind {
    case .change:
      [
        "id", "title", "type", "risk", "category", "security_relevant", "systems", "environment",
        "region", "requester", "implementer", "owner", "requested", "scheduled.from",
        "scheduled.to", "started", "deployed", "closed", "outcome", "rollback.at",
        "rollback.trigger", "post_mortem", "incident", "caused_incidents", "follows", "supersedes",
        "external",
      ]
    case .incident:
      ["id", "title", "severity", "systems", "started", "resolved", "caused_by"]
    }
  }

  package init(_ file: SourceFile) {
    let (root, problems) = readYAML(file, range: file.wholeRange)
    var reader = MappingReader(root: root, of: file, known: Self.keys)
    let kind =
      reader.value("kind", expected: "change or incident") { text -> RecordKind? in
        ["change": .change, "incident": .incident][text.lowercased()]
      }?.value ?? .change
    self.kind = kind
    source = reader.text("source")?.value ?? file.stem
    if let named = reader.text("key") {
      key = named
    } else {
      reader.report(
        .unreadableValue(key: "key", text: "", expected: "the column that tells the rows apart"),
        at: reader.place)
      key = Located("", reader.place)
    }
    let targets = Self.targets(of: kind)
    let named = Self.columns(&reader, known: targets)
    columns = targets.compactMap { target in named.first { $0.key == target } }
    sections = Self.texts("sections", &reader, known: nil).map { ($0.name, $0.text) }
    constants = Self.texts("constants", &reader, known: targets).map { ($0.name, $0.text.value) }
    values = Self.tables(&reader, known: targets)
    left = Self.lists("leave_out", &reader)
    (forms, zone) = Self.dates(&reader)
    encoding =
      reader.value(
        "encoding", expected: ExportText.Encoding.allCases.map(\.rawValue).joined(separator: ", ")
      ) { ExportText.Encoding(rawValue: $0.lowercased()) }?.value
    separator =
      reader.value("separator", expected: "one of , ; | and tab") { text -> UInt8? in
        text == "tab" ? 0x09 : text.utf8.count == 1 ? text.utf8.first : nil
      }?.value
    self.problems = problems + reader.problems
  }

  /// Problems of columns that an export does not have.
  package func problems(with heads: [String]) -> [ReadingProblem] {
    let columns =
      [key] + self.columns.flatMap(\.columns) + sections.map(\.column) + left.map(\.column)
    return columns.compactMap { column in
      guard !column.value.isEmpty, !heads.contains(column.value) else { return nil }
      let meant = suggest(for: column.value, among: heads).map { ", perhaps `\($0)`" } ?? ""
      return ReadingProblem(
        .unreadableValue(
          key: "column", text: column.value, expected: "a column of the export\(meant)"),
        at: column.place)
    }
  }

  /// Without the columns that an export does not have: one that comes with the program names all that there may be.
  package func restricted(to heads: [String]) -> ImportMapping {
    var mapping = self
    mapping.columns = columns.compactMap { key, columns in
      let there = columns.filter { heads.contains($0.value) }
      return there.isEmpty ? nil : (key, there)
    }
    mapping.sections = sections.filter { heads.contains($0.column.value) }
    mapping.left = left.filter { heads.contains($0.column.value) }
    return mapping
  }

  // MARK: Reading

  private static func columns(
    _ reader: inout MappingReader, known: [String]
  ) -> [(key: String, columns: [Located<String>])] {
    guard var inner = reader.mapping("columns", known: known) else { return [] }
    let found = inner.entries.map { entry in
      (key: entry.key.text, columns: inner.texts(entry.key.text))
    }
    reader.absorb(inner)
    return found.filter { !$0.columns.isEmpty }
  }

  private static func texts(
    _ key: String, _ reader: inout MappingReader, known: [String]?
  ) -> [(name: String, text: Located<String>)] {
    guard var inner = reader.mapping(key, known: known) else { return [] }
    let found = inner.entries.compactMap { entry in
      inner.text(entry.key.text).map { (name: entry.key.text, text: $0) }
    }
    reader.absorb(inner)
    return found
  }

  private static func tables(
    _ reader: inout MappingReader, known: [String]
  ) -> [String: [String: String]] {
    guard var inner = reader.mapping("values", known: known) else { return [:] }
    var tables: [String: [String: String]] = [:]
    for entry in inner.entries {
      var table: [String: String] = [:]
      for (cell, value) in texts(entry.key.text, &inner, known: nil) {
        table[WordForm.fold(cell)] = value.value
      }
      tables[entry.key.text] = table
    }
    reader.absorb(inner)
    return tables
  }

  private static func lists(
    _ key: String, _ reader: inout MappingReader
  ) -> [(column: Located<String>, cells: [String])] {
    guard var inner = reader.mapping(key, known: nil) else { return [] }
    let found = inner.entries.map { entry in
      (
        column: Located(entry.key.text, entry.key.place),
        cells: inner.texts(entry.key.text).map { WordForm.fold($0.value) }
      )
    }
    reader.absorb(inner)
    return found
  }

  private static func dates(_ reader: inout MappingReader) -> (forms: [DateForm], zone: Zone?) {
    guard var inner = reader.mapping("dates", known: ["format", "zone"]) else { return ([], nil) }
    var forms: [DateForm] = []
    for text in inner.texts("format") {
      if let form = DateForm(text.value) {
        forms.append(form)
      } else {
        inner.report(
          .unreadableValue(key: "format", text: text.value, expected: DateForm.accepted),
          at: text.place)
      }
    }
    let zone = inner.value(
      "zone", expected: "UTC, or a name of the time zone database such as Europe/Zurich",
      { $0 == "UTC" ? Zone.utc : Zone(named: $0) })
    reader.absorb(inner)
    return (forms, zone?.value)
  }
}
