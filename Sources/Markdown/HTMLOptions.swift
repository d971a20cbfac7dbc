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
  /// What becomes of a picture, by its destination: it is asked only about relative ones.
  package var picture: @Sendable (String) -> PictureResolution = {
    .shown(address: $0, size: nil)
  }
  /// The page of the record with an id, to which the id leads where it stands in running text.
  package var record: (@Sendable (String) -> String?)?
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

/// What becomes of a picture.
package enum PictureResolution: Sendable, Hashable {
  /// It is shown, in the width and height that its file says in pixels.
  case shown(address: String, size: PictureSize?)
  /// Its words stand in its place.
  case absent
}

/// Width and height in pixels.
package struct PictureSize: Sendable, Hashable {
  package let width: Int
  package let height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}
