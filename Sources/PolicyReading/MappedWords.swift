import Configuration
import Markdown
import SourceText

/// The words of a policy as the settings map them to those that are read.
package struct MappedWords: Sendable {
  private let values: [String: String]
  /// Roles by the names of the policy, folded.
  package let roles: [String: String]
  private let types: [String: TypeKind]
  private let fields: [String: FieldMeaning]

  /// Nothing is mapped.
  init() { (values, roles, types, fields) = ([:], [:], [:], [:]) }

  /// A field of the settings that means nothing is a problem at its place.
  init(_ words: AdoptedWords, _ problems: inout [ReadingProblem]) {
    values = Dictionary(
      words.values.map { (Self.form($0.written.value), $0.meaning.value) },
      uniquingKeysWith: { first, _ in first })
    roles = Dictionary(
      words.roles.map { (WordForm.fold($0.written.value), WordForm.fold($0.meaning.value)) },
      uniquingKeysWith: { first, _ in first })
    types = Dictionary(
      words.types.map { (WordForm.fold($0.name.value), $0.kind) },
      uniquingKeysWith: { first, _ in first })
    var fields: [String: FieldMeaning] = [:]
    for field in words.fields {
      if let meaning = FieldMeaning(field.meaning.value) {
        fields[WordForm.fold(field.written.value)] = meaning
      } else {
        problems.append(
          ReadingProblem(
            .unreadableValue(
              key: field.written.value, text: field.meaning.value,
              expected: FieldMeaning.accepted(insteadOf: field.meaning.value)),
            at: field.meaning.place))
      }
    }
    self.fields = fields
  }

  /// How texts are compared: with their signs, since `<5` is not `>5`, and without regard to case and to
  /// how many blanks there are.
  package static func form(_ text: String) -> String {
    text.precomposedForm.uppercased().lowercased().split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
  }

  /// What is read in place of a text of the policy: the text itself, unless it is mapped.
  func read(_ text: String) -> String {
    values.isEmpty ? text : values[Self.form(text)] ?? text
  }

  /// The same for a heading, which may be mapped with the number of its clause or without.
  func read(heading text: String) -> String {
    let read = read(text)
    return read == text ? self.read(ClauseNumber.parting(text).title) : read
  }

  /// What the settings say that a type is.
  func kind(ofType name: String) -> TypeKind? { types[WordForm.fold(name)] }

  /// What the settings say that a field is.
  func meaning(ofField name: String) -> FieldMeaning? { fields[WordForm.fold(name)] }

  /// A table with what is read in place of its cells.
  func read(_ table: MarkdownTable) -> MarkdownTable {
    guard !values.isEmpty else { return table }
    return MarkdownTable(
      node: table.node, header: table.header,
      rows: table.rows.map { row in
        row.map(read)
      }, heading: table.heading, place: table.place)
  }

  func read(_ cell: MarkdownTable.Cell) -> MarkdownTable.Cell {
    MarkdownTable.Cell(node: cell.node, text: read(cell.text), place: cell.place)
  }
}

/// What a field of the policy is: one that every policy has, or one of its own with values of a kind.
enum FieldMeaning: Sendable, Hashable {
  case known(FieldKind)
  case own(ValueKind)

  init?(_ text: String) {
    let folded = WordForm.fold(text)
    if let kind = ValueKind(rawValue: folded) {
      self = .own(kind)
    } else if let kind = FieldNames.kind(folded) {
      self = .known(kind)
    } else {
      return nil
    }
  }

  static func accepted(insteadOf text: String) -> String {
    let names = FieldNames.all.flatMap { $0.usual.prefix(1) }
    let kinds = ValueKind.allCases.map(\.rawValue)
    let meant = suggest(for: text, among: names + kinds).map { "; perhaps `\($0)`" } ?? ""
    return "one of \(names.joined(separator: ", ")), or a kind of value: "
      + kinds.joined(separator: ", ") + meant
  }
}

/// What the values of a field of the policy's own are.
package enum ValueKind: String, Sendable, Hashable, CaseIterable {
  case text, number, instant, link, hash, person, system, list
}
