/// How a text is written as a scalar of YAML, so that every reader takes it for that text.
package enum YAMLScalarText {
  /// Which quotation marks are taken where some are needed.
  package enum Quotes: Sendable { case single, double }

  /// As it stands where nothing of it means anything to YAML, else in quotation marks; in double ones wherever
  /// it holds what only they can write.
  ///
  /// - Parameter inFlow: Whether it stands inside brackets, where commas and brackets mean something.
  package static func write(
    _ text: String, inFlow: Bool = false, quotes: Quotes = .double
  ) -> String {
    if isPlain(text, inFlow: inFlow) { return text }
    return quotes == .single && !needsEscapes(text) ? single(text) : double(text)
  }

  /// Whether it can stand without quotation marks and is that text: no number, truth or nothing by the usual
  /// readings of YAML is taken for granted, since changebook's own reads texts alone.
  package static func isPlain(_ text: String, inFlow: Bool) -> Bool {
    guard !needsEscapes(text), let first = text.utf8.first, let last = text.utf8.last,
      first != 0x20, last != 0x20, last != UInt8(ascii: ":")
    else { return false }
    if special.contains(text.lowercased()) { return false }
    if indicators.contains(first) { return false }
    // Three dots or hyphens at the beginning of a line end a document.
    if text.hasPrefix("...") { return false }
    var before: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "#"), before == 0x20 { return false }
      if before == UInt8(ascii: ":"), byte == 0x20 { return false }
      if inFlow, flowIndicators.contains(byte) { return false }
      if inFlow, before == UInt8(ascii: ":"), byte == before || byte == UInt8(ascii: "?") {
        return false
      }
      before = byte
    }
    return true
  }

  /// Texts that other readers of YAML take for something else.
  private static let special: Set<String> = [
    "~", "null", "yes", "no", "true", "false", "on", "off", "y", "n", ".nan", ".inf", "-.inf",
    "<<", "=",
  ]

  /// What a plain scalar does not begin with; a hyphen, a question mark and a colon are kept off altogether.
  private static let indicators = Set("-?:,[]{}#&*!|>'\"%@`".utf8)
  private static let flowIndicators = Set(",[]{}".utf8)

  /// Line ends, tabs, control characters, and what YAML calls line ends as well.
  private static func needsEscapes(_ text: String) -> Bool {
    text.unicodeScalars.contains(where: isEscaped)
  }

  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func single(_ text: String) -> String {
    var written = "'"
    for scalar in text.unicodeScalars {
      written.unicodeScalars.append(scalar)
      if scalar == "'" { written.unicodeScalars.append("'") }
    }
    return written + "'"
  }

  private static func double(_ text: String) -> String {
    var written = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "\"":
        written.unicodeScalars.append("\\")
        written.unicodeScalars.append(scalar)
      case "\n": written += "\\n"
      case "\r": written += "\\r"
      case "\t": written += "\\t"
      case _ where isEscaped(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        written += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written + "\""
  }
}
