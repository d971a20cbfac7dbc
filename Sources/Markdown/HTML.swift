/// Markup that can stand in a page as it is. Only `HTMLWriter` makes it, so whatever came from a
/// record has been escaped on the way in.
package struct HTML: Sendable, Hashable {
  /// UTF-8.
  package let bytes: [UInt8]

  init(trusted bytes: [UInt8]) { self.bytes = bytes }

  package static let empty = HTML(trusted: [])

  package var isEmpty: Bool { bytes.isEmpty }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
