/// A document of data: an object with the name of its schema, `changebook.changes/2`, beside its fields.
package struct DataDocument<Content>: Sendable {
  /// The name and version of the schema.
  package let id: String
  private let title: String
  private let fields: DataFields<Content>

  /// - Parameter title: What the document is, for the schema.
  package init(
    _ name: String, version: Int, title: String,
    @DataFieldsBuilder<Content> _ fields: () -> [DataField<Content>]
  ) {
    let id = "changebook.\(name)/\(version)"
    self.id = id
    self.title = title
    self.fields = DataFields(fields() + [.constant("schema", id)])
  }

  /// - Parameter reserved: How many bytes to make room for.
  package func json(
    _ content: Content, _ layout: JSONWriter.Layout = .compact, reserving reserved: Int = 0
  ) -> [UInt8] {
    var writer = JSONWriter(layout)
    writer.reserve(reserved)
    writer.object { fields.write(content, to: &$0) }
    return writer.finish()
  }

  /// The JSON Schema of the document, as a file.
  package var schema: [UInt8] { fields.schema.document(title: title) }
}

/// The columns' names, also where there is no row, then a row each.
///
/// - Parameter isMarked: Whether it begins with a byte-order mark, see `CSVWriter`.
package func renderCSV<Row>(
  _ rows: [Row], _ fields: DataFields<Row>, isMarked: Bool = false
) -> [UInt8] {
  var writer = CSVWriter(header: fields.columns, isMarked: isMarked)
  for row in rows {
    fields.write(row, to: &writer)
    writer.endRow()
  }
  return writer.bytes
}

/// The same as a workbook of one sheet. Throws `WorkbookFault` where there are more rows than one has.
package func renderWorkbook<Row>(
  _ rows: [Row], _ fields: DataFields<Row>, named name: String
) throws(WorkbookFault) -> [UInt8] {
  var writer = CSVWriter(cellsUnder: fields.columns)
  for row in rows {
    fields.write(row, to: &writer)
    writer.endRow()
  }
  return try Workbook([Workbook.Sheet(name: name, rows: writer.rows)]).bytes()
}

/// An object a line.
package func renderJSONLines<Row>(_ rows: [Row], _ fields: DataFields<Row>) -> [UInt8] {
  var writer = JSONLinesWriter()
  for row in rows { writer.row { fields.write(row, to: &$0) } }
  return writer.bytes
}
