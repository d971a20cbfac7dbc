/// A table whose first column names its rows.
package struct Table: Block {
  /// A column; what it holds decides how it is aligned, sorted and written.
  package struct Column: TemplateModel {
    package enum Kind: Sendable { case word, words, number, drawing }

    package let name: String
    package let kind: Kind

    package init(_ name: String, _ kind: Kind = .word) {
      self.name = name
      self.kind = kind
    }

    package init(_ name: String, isNumber: Bool) { self.init(name, isNumber ? .number : .word) }

    package static func number(_ name: String) -> Column { Column(name, .number) }

    /// Of cells that need room for some words.
    package static func words(_ name: String) -> Column { Column(name, .words) }

    package var isNumber: Bool { kind == .number }

    package static let fields = TemplateFields<Self>(
      .text("name", "The head of the column.") { $0.name },
      .flag("isNumber", "It holds numbers, which are set to the right.") { $0.isNumber })
  }

  struct Row: TemplateModel {
    let cells: [Cell]

    static let fields = TemplateFields<Self>(
      .list("cells", "The cells, one a column.") { $0.cells })
  }

  struct Cell: TemplateModel {
    let text: RichText
    let kind: Column.Kind
    let isHead: Bool

    static let fields = TemplateFields<Self>(
      .rich("text", "What it says.") { $0.text },
      .flag("isHead", "It names its row.") { $0.isHead },
      .flag("isNumber", "It holds a number.") { $0.kind == .number },
      .flag("isWords", "It needs room for some words.") { $0.kind == .words },
      .flag("isDrawing", "It holds a small drawing.") { $0.kind == .drawing })
  }

  package let caption: String
  package let columns: [Column]
  /// Each as long as `columns`.
  package let rows: [[RichText]]
  /// The caption is shown, and not only said.
  package let showsCaption: Bool

  package init(
    _ caption: String, _ columns: [Column], _ rows: [[RichText]], showsCaption: Bool = false
  ) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.showsCaption = showsCaption
  }

  /// What a table of changes has room for: a report is read, the register is searched.
  package static let mostChanges = 200

  package static let name = "table"

  package static let fields = TemplateFields<Self>(
    .text("caption", "What the table shows, for those who do not see it.") { $0.caption },
    .flag("showsCaption", "The caption is shown.") { $0.showsCaption },
    .list("columns", "The columns.") { $0.columns },
    .list("rows", "The rows.") { table in
      table.rows.map { row in
        Row(
          cells: zip(row, table.columns).enumerated().map { index, cell in
            Cell(text: cell.0, kind: cell.1.kind, isHead: index == 0)
          })
      }
    })

  package var isEmpty: Bool { rows.isEmpty }

  /// The table, or what is said where it has no row.
  package func or(_ empty: RichText) -> any Block { isEmpty ? EmptyState(empty) : self }

  package func write(to writer: inout TextWriter) {
    writer.table(columns.map { ($0.name, $0.isNumber) }, rows)
  }

  package func write(to writer: inout MarkdownWriter) {
    writer.table(columns.map { ($0.name, $0.isNumber) }, rows)
  }

  package func write(to writer: inout MailWriter) {
    writer.table(columns.map { ($0.name, $0.isNumber) }, rows)
  }
}

extension Table.Column: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self.init(value) }
}
