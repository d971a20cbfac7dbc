import SourceText

/// A heading of a document.
package struct MarkdownHeading: Sendable {
  /// Index of its node.
  package let node: Int
  /// 1 to 6.
  package let level: Int
  /// Without markup.
  package let text: String
  /// The fragment that leads to it, unique in its document.
  package let anchor: String
  package let place: Place
}

/// A heading and what stands below it, up to the next heading of the same or a higher level.
package struct MarkdownSection: Sendable {
  package let heading: MarkdownHeading
  /// Nodes after the heading up to the next heading of any level.
  package let ownContent: Range<Int>
  /// Nodes after the heading, subsections included.
  package let content: Range<Int>
}

/// A table with the texts of its cells.
package struct MarkdownTable: Sendable {
  package struct Cell: Sendable {
    package let node: Int
    /// Without markup.
    package let text: String
    package let place: Place

    package init(node: Int, text: String, place: Place) {
      self.node = node
      self.text = text
      self.place = place
    }
  }

  package let node: Int
  package let header: [Cell]
  /// Each as long as the header: GFM cuts and fills rows.
  package let rows: [[Cell]]
  /// The heading above it, where there is one.
  package let heading: MarkdownHeading?
  package let place: Place

  package init(
    node: Int, header: [Cell], rows: [[Cell]], heading: MarkdownHeading?, place: Place
  ) {
    self.node = node
    self.header = header
    self.rows = rows
    self.heading = heading
    self.place = place
  }
}
