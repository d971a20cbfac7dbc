/// Markup that can stand in a page as it is. Only `HTMLWriter` makes it, so whatever came from a
/// record has been escaped on the way in.
package struct HTML: Sendable, Hashable {
  package let text: String

  init(trusted text: String) { self.text = text }

  package static let empty = HTML(trusted: "")

  package var isEmpty: Bool { text.utf8.isEmpty }
}
