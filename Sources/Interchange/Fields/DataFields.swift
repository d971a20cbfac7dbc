/// One field of a document's objects or of a table's rows: its name, what it holds, and where its value
/// comes from.
package struct DataField<Row>: Sendable {
  package let name: String
  let schema: JSONSchema
  /// Whether a row leaves it out of its object; never, for most.
  fileprivate(set) var isLeftOut: (@Sendable (Row) -> Bool)?
  /// Nil for a column that objects do not have.
  fileprivate(set) var json: (@Sendable (Row, inout JSONWriter) -> Void)?
  /// Nil for what no table has.
  fileprivate(set) var cell: (@Sendable (Row, inout CSVWriter) -> Void)?

  /// A member of objects, and a column of tables where its kind has a field there.
  ///
  /// - Parameter words: What it is, where its name does not say so.
  package init<Value>(
    _ name: String, _ kind: DataKind<Value>, _ words: String? = nil,
    _ value: @escaping @Sendable (Row) -> Value
  ) {
    self.name = name
    schema = kind.described(words)
    isLeftOut = nil
    json = { row, writer in kind.json(value(row), &writer) }
    cell = Self.cell(kind, value)
  }

  private init(
    _ name: String, _ schema: JSONSchema, isLeftOut: (@Sendable (Row) -> Bool)? = nil,
    json: (@Sendable (Row, inout JSONWriter) -> Void)?,
    cell: (@Sendable (Row, inout CSVWriter) -> Void)?
  ) {
    self.name = name
    self.schema = schema
    self.isLeftOut = isLeftOut
    self.json = json
    self.cell = cell
  }

  /// The same field of something that a row has one of.
  package func of<Outer>(_ part: @escaping @Sendable (Outer) -> Row) -> DataField<Outer> {
    var field = DataField<Outer>(name, schema, json: nil, cell: nil)
    if let isLeftOut { field.isLeftOut = { isLeftOut(part($0)) } }
    if let json { field.json = { row, writer in json(part(row), &writer) } }
    if let cell { field.cell = { row, writer in cell(part(row), &writer) } }
    return field
  }

  /// A member of objects alone.
  package static func member<Value>(
    _ name: String, _ kind: DataKind<Value>, _ words: String? = nil,
    _ value: @escaping @Sendable (Row) -> Value
  ) -> Self {
    Self(
      name, kind.described(words), json: { row, writer in kind.json(value(row), &writer) },
      cell: nil)
  }

  /// A member of objects alone, which those do not have for which there is no value.
  package static func possible<Value>(
    _ name: String, _ kind: DataKind<Value>, _ words: String? = nil,
    _ value: @escaping @Sendable (Row) -> Value?
  ) -> Self {
    Self(
      name, kind.described(words), isLeftOut: { value($0) == nil },
      json: { row, writer in
        if let value = value(row) { kind.json(value, &writer) }
      }, cell: nil)
  }

  /// A member of objects that has one value in all of them.
  package static func constant(_ name: String, _ text: String) -> Self {
    Self(name, .constant(text), json: { _, writer in writer.value(text) }, cell: nil)
  }

  /// A column of tables alone.
  package static func column<Value>(
    _ name: String, _ kind: DataKind<Value>, _ value: @escaping @Sendable (Row) -> Value
  ) -> Self {
    Self(name, kind.schema, json: nil, cell: Self.cell(kind, value))
  }

  private static func cell<Value>(
    _ kind: DataKind<Value>, _ value: @escaping @Sendable (Row) -> Value
  ) -> (@Sendable (Row, inout CSVWriter) -> Void)? {
    guard let cell = kind.cell else { return nil }
    return { row, writer in cell(value(row), &writer) }
  }
}

/// The fields of an object or a row: one list, from which its JSON, its row in a table and its schema
/// come.
package struct DataFields<Row>: Sendable {
  /// By name, in the order of bytes.
  private let members: [DataField<Row>]
  /// In the order given.
  private let cells: [DataField<Row>]

  package init(@DataFieldsBuilder<Row> _ fields: () -> [DataField<Row>]) { self.init(fields()) }

  package init(_ fields: [DataField<Row>]) {
    members = fields.filter { $0.json != nil }.sorted {
      $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }
    cells = fields.filter { $0.cell != nil }
  }

  /// A table of some of the columns, in the order given.
  package func table(of columns: [String]) -> DataFields {
    DataFields(columns.compactMap { name in cells.first { $0.name == name } })
  }

  /// The names of a table's columns.
  package var columns: [String] { cells.map(\.name) }

  package var schema: JSONSchema {
    .object(
      members.map {
        JSONSchema.Member(name: $0.name, isRequired: $0.isLeftOut == nil, schema: $0.schema)
      })
  }

  /// The members of an object, their keys ascending.
  package func write(_ row: Row, to writer: inout JSONWriter) {
    for field in members where !(field.isLeftOut?(row) ?? false) {
      writer.key(field.name)
      field.json?(row, &writer)
    }
  }

  /// The fields under `columns`, without the end of the row.
  package func write(_ row: Row, to writer: inout CSVWriter) {
    for field in cells { field.cell?(row, &writer) }
  }
}

/// Each field stands in a statement of its own, so that each is checked by itself.
@resultBuilder package enum DataFieldsBuilder<Row> {
  package static func buildExpression(_ field: DataField<Row>) -> [DataField<Row>] { [field] }

  package static func buildExpression(_ fields: [DataField<Row>]) -> [DataField<Row>] { fields }

  package static func buildBlock(_ parts: [DataField<Row>]...) -> [DataField<Row>] {
    parts.flatMap(\.self)
  }
}
