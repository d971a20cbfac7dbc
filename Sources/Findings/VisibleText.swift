import SourceText

/// Text for a terminal: nothing in it moves the cursor, hides, or changes direction.
package struct VisibleText {
  /// What stands for one scalar of the source.
  struct Cell {
    let text: String
    /// Columns of a terminal.
    let width: Int
  }

  /// - Parameter column: columns already used on the line, from which tab stops are counted.
  static func cell(for scalar: Unicode.Scalar, column: Int) -> Cell {
    switch scalar.value {
    case 0x20..<0x7F:
      return Cell(text: String(scalar), width: 1)
    case 0x09:
      let width = tabWidth - column % tabWidth
      return Cell(text: String(repeating: " ", count: width), width: width)
    case 0..<0x20:
      return Cell(text: picture(0x2400 + scalar.value), width: 1)
    case 0x7F:
      return Cell(text: picture(0x2421), width: 1)
    default:
      if isInvisible(scalar) {
        let name = "<U+\(String(scalar.value, radix: 16, uppercase: true))>"
        return Cell(text: name, width: name.utf8.count)
      }
      return Cell(text: String(scalar), width: terminalWidth(of: scalar))
    }
  }

  /// A text that stays on its line. Line ends become pictures as well.
  package static func line(_ text: String) -> String {
    if text.withBytes(isVisible) { return text }
    var result = ""
    var column = 0
    for scalar in text.unicodeScalars {
      let cell = cell(for: scalar, column: column)
      result += cell.text
      column += cell.width
    }
    return result
  }

  /// Whether all of a text is certainly visible, told from its bytes alone: printable ASCII, and the
  /// blocks of Unicode in which nothing is a control or a format character.
  private static func isVisible(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x20..<0x7F: index += 1
      case 0xC3...0xD7: index += 2
      case 0xC2:
        // Up to U+009F are controls, U+00AD is the soft hyphen.
        guard index + 1 < bytes.count, bytes[index + 1] >= 0xA0, bytes[index + 1] != 0xAD else {
          return false
        }
        index += 2
      case 0xE2:
        guard index + 2 < bytes.count else { return false }
        switch (bytes[index + 1], bytes[index + 2]) {
        // U+2010 to U+2027, U+2030 to U+205F, and from U+2070.
        case (0x80, 0x90...0xA7), (0x80, 0xB0...), (0x81, ..<0xA0), (0x81, 0xB0...), (0x82..., _):
          index += 3
        default: return false
        }
      case 0xE3...0xEC: index += 3
      default: return false
      }
    }
    return true
  }

  static let tabWidth = 4

  private static func picture(_ value: UInt32) -> String {
    Unicode.Scalar(value).map { String($0) } ?? "?"
  }

  /// C1 controls, line separators, and format characters but for the joiners of scripts and emoji.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value == 0x200C || scalar.value == 0x200D { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse:
      return true
    default: return false
    }
  }
}
