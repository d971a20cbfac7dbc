import TestSupport

/// Texts of what breaks out of a line, a cell or a terminal.
enum HostileText {
  private static let scalars: [Unicode.Scalar] =
    (0..<0x20).map { Unicode.Scalar(UInt8($0)) } + (0x7F...0x9F).map { Unicode.Scalar(UInt8($0)) }
    + ["\u{2028}", "\u{2029}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{200B}", "\u{E000}"]
    + Array("%:,|<>&@`[]*_\\\"'#!~ aZ09é漢😀".unicodeScalars)

  static func random(_ generator: inout SplitMix) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      text.unicodeScalars.append(scalars.randomElement(using: &generator) ?? "x")
    }
    return text
  }

  /// Those that control a terminal or change the direction of a text.
  static func controls(in bytes: ArraySlice<UInt8>, except allowed: Unicode.Scalar) -> [String] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars
      .filter { scalar in
        let category = scalar.properties.generalCategory
        return scalar != allowed && (category == .control || category == .format)
      }
      .map { "U+" + String($0.value, radix: 16) }
  }
}
