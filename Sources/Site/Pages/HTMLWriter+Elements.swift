import Markdown
import SourceText

extension HTMLWriter {
  /// A sentence in which what stands between backticks is code.
  mutating func sentence(_ text: String) {
    guard text.utf8.contains(UInt8(ascii: "`")) else { return self.text(text) }
    let parts = text.parts(at: "`", keepingEmpty: true)
    for (index, part) in parts.enumerated() where !part.isEmpty {
      // A backtick without a partner is itself.
      if index.isMultiple(of: 2) {
        self.text(part)
      } else if index == parts.count - 1 {
        self.text("`" + part)
      } else {
        element("code", part)
      }
    }
  }
}
