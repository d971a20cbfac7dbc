/// How a document is written as markup.
package struct HTMLOptions: Sendable {
  /// Added to the level of every heading; the sum is held at 6.
  package var headingOffset: Int
  /// Before the anchors of headings, where several documents share a page.
  package var idPrefix: String
  /// A node that is left out with all that it holds: the heading that became the page's title.
  package var omitted: Int?
  /// What becomes of a destination. It is asked only about those that are allowed at all, and what
  /// it answers is checked again.
  package var resolve: @Sendable (String) -> LinkResolution
  /// Bytes of markup after which a call stops.
  package var outputLimit = 4 * 1024 * 1024

  package init(
    headingOffset: Int = 0, idPrefix: String = "",
    resolve: @escaping @Sendable (String) -> LinkResolution = { .keep($0) }
  ) {
    self.headingOffset = headingOffset
    self.idPrefix = idPrefix
    self.resolve = resolve
  }
}

/// What becomes of a link.
package enum LinkResolution: Sendable, Hashable {
  /// It leads there: the same destination or another.
  case keep(String)
  /// It leads nowhere; what was meant may be known.
  case dead(suggestion: String?)
  /// It is not published.
  case unsafe
}
