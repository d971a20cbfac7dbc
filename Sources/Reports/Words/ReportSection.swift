import Figures
import Records

/// A part of a report under a heading.
package struct ReportSection: Sendable {
  /// The id of its heading.
  package let anchor: String
  package let heading: String
  package let blocks: [ReportBlock]

  package init(_ anchor: String, _ heading: String, _ blocks: [ReportBlock]) {
    self.anchor = anchor
    self.heading = heading
    self.blocks = blocks
  }
}

/// What stands in a section, one below the other.
package enum ReportBlock: Sendable {
  case paragraph(Words)
  /// A remark in small type.
  case note(Words)
  case list([ReportItem])
  case table(ReportTable)
  /// The figures with a target, each in brief.
  case figures([ReportedFigure])
  /// What would be here, where there is nothing.
  case empty(String)
  /// The author's own text.
  case commentary(ContentPage)
}

/// An item of a list: what it is about, and what is to be said of it.
package struct ReportItem: Sendable {
  package let head: Words
  package let details: [Words]

  package init(_ head: Words, _ details: [Words] = []) {
    self.head = head
    self.details = details.filter { !$0.isEmpty }
  }
}

/// A table whose first column names its rows.
package struct ReportTable: Sendable {
  package struct Column: Sendable {
    package let name: String
    package let isNumber: Bool

    package init(_ name: String, isNumber: Bool = false) {
      self.name = name
      self.isNumber = isNumber
    }
  }

  package let caption: String
  package let columns: [Column]
  /// Each as long as `columns`.
  package let rows: [[Words]]

  /// What a table of changes has room for: a report is read, the register is searched.
  package static let mostChanges = 200

  package init(_ caption: String, _ columns: [Column], _ rows: [[Words]]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}
