import Markdown
import Mustache
import SourceText

/// A text as templates meet it: shown as it is, absent where it is empty.
///
/// The engine looks into a bare `String` by reflection, and takes an empty one to be there.
struct PageText: MustacheCustomRenderable, MustacheParent {
  let renderText: String

  init(_ text: String) { renderText = text }

  /// Stands for a model or a list that is not there.
  static let none = PageText("")

  var isNull: Bool { renderText.utf8.isEmpty }

  func child(named: String) -> Any? { nil }
}

/// Escapes every text that a template shows.
///
/// The engine's own escaper compares grapheme clusters, so that a quote with a combining mark after
/// it would end an attribute; this one goes by bytes.
struct PageEscaping: MustacheContentType {
  /// The name in the pragma that each template begins with.
  static let name = "PAGE"

  func escapeText(_ text: String) -> String {
    var escaped: [UInt8] = []
    escaped.appendEscaped(text)
    return String(decoding: escaped, as: UTF8.self)
  }
}

extension [UInt8] {
  /// A text with every character replaced that means something in markup, as everywhere in a page.
  mutating func appendEscaped(_ text: String) {
    text.withBytes { text in
      var start = 0
      for index in text.indices {
        guard let replacement = markupSpelling(of: text[index]) else { continue }
        append(contentsOf: text[start..<index])
        replacement.withUTF8Buffer { append(contentsOf: $0) }
        start = index + 1
      }
      append(contentsOf: text[start...])
    }
  }
}
