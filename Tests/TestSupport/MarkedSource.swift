import SourceText

/// A text with marks such as `⟦CB302⟧`, each directly before the place where a finding of that code
/// is expected.
package struct MarkedSource: Sendable {
  /// Without the marks.
  package let file: SourceFile
  /// `CB302 12:5`, in the order of the text.
  package let expected: [String]

  package init(path: String, _ marked: String) {
    var bytes: [UInt8] = []
    var marks: [(code: String, offset: Int)] = []
    var code: [UInt8]?
    for character in marked.unicodeScalars {
      switch character {
      case "⟦": code = []
      case "⟧":
        marks.append((String(decoding: code ?? [], as: UTF8.self), bytes.count))
        code = nil
      default:
        if code == nil {
          bytes += Array(String(character).utf8)
        } else {
          code? += Array(String(character).utf8)
        }
      }
    }
    let file = SourceFile(path: path, bytes: bytes)
    self.file = file
    expected = marks.map { Self.describe($0.code, Place(file, SourceRange($0.offset, $0.offset))) }
  }

  /// A code and the start of a place as they are compared.
  package static func describe(_ code: String, _ place: Place) -> String {
    "\(code) \(place.file.path):\(place.start.line):\(place.start.column)"
  }
}
