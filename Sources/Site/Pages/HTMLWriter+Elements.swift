import Markdown

extension HTMLWriter {
  /// An element without attributes that holds a text and nothing else.
  mutating func element(_ name: StaticString, _ text: String) { element(name, [:], text) }
}
