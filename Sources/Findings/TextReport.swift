import SourceText

/// Whether a text may hold the terminal's colour sequences.
package enum TextStyle: Sendable {
  case plain, coloured
}

/// The findings for a person at a terminal, in the order given, and a summary as the last line.
package func renderText(_ findings: [Finding], style: TextStyle = .plain) -> [UInt8] {
  var report = TextReport(style: style)
  for finding in findings { report.append(finding) }
  report.append(FindingCounts(findings))
  return report.bytes
}

private struct TextReport {
  let style: TextStyle
  var bytes: [UInt8] = []

  init(style: TextStyle) { self.style = style }

  /// SGR parameters of ECMA-48.
  private enum Colour: String {
    case bold = "1"
    case red = "1;31"
    case yellow = "1;33"
    case magenta = "1;35"
    case cyan = "36"
    case dim = "2"
  }

  mutating func append(_ finding: Finding) {
    let start = finding.place.start
    let colour = finding.waiver == nil ? colour(of: finding.severity) : .dim
    let word = finding.waiver == nil ? finding.severity.rawValue : "waived"
    add(location(finding.place.file, start.line, start.column), .bold)
    add(" ")
    add("\(word)[\(finding.code)]", colour)
    add(": ")
    add(VisibleText.line(finding.message), .bold)
    add("\n")
    appendExcerpt(of: finding.place, line: start.line, colour)
    if let waiver = finding.waiver { appendRemark("note", waiver.sentence) }
    if let policy = finding.policy {
      let clause = policy.clause.map { "   (§\($0))" } ?? ""
      let place = location(policy.place.file, policy.place.start.line, nil)
      appendRemark("note", "\(place) \(policy.excerpt)\(clause)")
    }
    if let help = finding.help { appendRemark("help", help) }
    add("\n")
  }

  mutating func append(_ counts: FindingCounts) {
    add(counts.summary, .bold)
    add("\n")
  }

  private mutating func appendExcerpt(of place: Place, line: Int, _ colour: Colour) {
    guard !place.file.bytes.isEmpty else { return }
    let excerpt = SourceExcerpt(place)
    let number = "\(line)"
    let gutter = String(repeating: " ", count: max(0, 5 - number.utf8.count)) + number
    add("\(gutter) │", .dim)
    add(excerpt.text.isEmpty ? "\n" : " \(excerpt.text)\n")
    add(String(repeating: " ", count: gutter.utf8.count) + " │", .dim)
    add(String(repeating: " ", count: excerpt.indent + 1))
    add(String(repeating: "^", count: excerpt.marks), colour)
    add("\n")
  }

  private mutating func appendRemark(_ word: String, _ text: String) {
    add("   ")
    add("\(word):", .cyan)
    add(" \(VisibleText.line(text))\n")
  }

  private func location(_ file: SourceFile, _ line: Int, _ column: Int?) -> String {
    "\(VisibleText.line(file.path)):\(line):" + (column.map { "\($0):" } ?? "")
  }

  private func colour(of severity: Severity) -> Colour {
    switch severity {
    case .error: .red
    case .breach: .magenta
    case .warning: .yellow
    case .note: .cyan
    }
  }

  private mutating func add(_ text: String, _ colour: Colour? = nil) {
    guard style == .coloured, let colour else {
      bytes += text.utf8
      return
    }
    bytes += "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m".utf8
  }
}
