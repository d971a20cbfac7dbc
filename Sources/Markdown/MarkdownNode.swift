import SourceText

/// One node of a parsed document.
///
/// Nodes lie in one array in document order, each before its descendants, so that a walk is a
/// loop and no depth of nesting can exhaust the stack.
package struct MarkdownNode: Sendable {
  package let kind: Kind
  /// Index of the node that holds this one; the document's own is itself.
  package let parent: Int32
  /// Index after the last descendant.
  package var end: Int32
  /// Where it stands, where cmark knew it and it fits the file; nil otherwise.
  package let range: SourceRange?
  /// Its own text (text, code, HTML), as bytes of `MarkdownDocument.literals`.
  package let literal: Range<Int32>

  package init(
    kind: Kind, parent: Int32, end: Int32, range: SourceRange?, literal: Range<Int32>
  ) {
    self.kind = kind
    self.parent = parent
    self.end = end
    self.range = range
    self.literal = literal
  }

  package enum Kind: Sendable, Hashable {
    // Blocks
    case document, blockQuote, paragraph, thematicBreak, htmlBlock
    case heading(level: Int)
    case list(ordered: Bool, start: Int, tight: Bool)
    case item
    /// An item that begins with `[ ]` or `[x]`.
    case taskItem(isChecked: Bool)
    /// The info string is the node's link text in `MarkdownDocument.strings`; -1 for none.
    case codeBlock(info: Int32)
    case table
    case tableRow(isHeader: Bool)
    case tableCell(alignment: Alignment)

    // Inlines
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough
    /// Destination and title are entries of `MarkdownDocument.strings`; -1 for none.
    case link(destination: Int32, title: Int32)
    case image(destination: Int32, title: Int32)
  }

  package enum Alignment: UInt8, Sendable, Hashable { case none, left, center, right }
}
