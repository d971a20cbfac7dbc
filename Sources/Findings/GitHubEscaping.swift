extension [UInt8] {
  /// What a workflow command says, as GitHub's own toolkit escapes it.
  mutating func append(githubMessage text: String) { append(text, escaping: []) }

  /// The value of a workflow command's property, which a colon or a comma would end.
  mutating func append(githubProperty text: String) { append(text, escaping: [":", ","]) }

  /// Line ends and percent signs are escaped, because a line is a command; what else would control a
  /// terminal or hide from a reader is shown as in `VisibleText`.
  private mutating func append(_ text: String, escaping separators: [Unicode.Scalar]) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%", "\r", "\n": append(percent: scalar)
      case "\t": append(0x09)
      case _ where separators.contains(scalar): append(percent: scalar)
      default: append(visible: scalar)
      }
    }
  }

  private mutating func append(percent scalar: Unicode.Scalar) {
    let digits = Array("0123456789ABCDEF".utf8)
    self += [0x25, digits[Int(scalar.value >> 4)], digits[Int(scalar.value & 15)]]
  }

  /// A table's cell of Markdown whose text stays text: what Markdown or HTML would read is escaped.
  mutating func append(markdownCell text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": self += "<br>".utf8
      case "&": self += "&amp;".utf8
      case "<": self += "&lt;".utf8
      case ">": self += "&gt;".utf8
      case "@": self += "&#64;".utf8
      case "\\", "`", "*", "_", "[", "]", "|", "!", "#", "~", ":":
        append(0x5C)
        append(visible: scalar)
      default: append(visible: scalar)
      }
    }
  }

  private mutating func append(visible scalar: Unicode.Scalar) {
    if (0x20..<0x7F).contains(scalar.value) {
      append(UInt8(scalar.value))
    } else {
      self += VisibleText.cell(for: scalar, column: 0).text.utf8
    }
  }
}
