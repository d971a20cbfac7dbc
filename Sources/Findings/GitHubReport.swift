import SourceText

/// The findings as annotations of a GitHub workflow, the most severe first: GitHub shows ten of a
/// step.
package func renderGitHub(_ findings: [Finding]) -> [UInt8] {
  var bytes: [UInt8] = []
  for finding in mostSevereFirst(findings) {
    let start = finding.place.start
    let end = finding.place.end
    bytes += "::\(level(of: finding)) file=".utf8
    bytes.appendEscaped(finding.place.file.path, isProperty: true)
    bytes += ",line=\(start.line),endLine=\(end.line)".utf8
    // GitHub refuses columns of a range over several lines.
    if start.line == end.line, end.column > start.column {
      bytes += ",col=\(start.column),endColumn=\(end.column - 1)".utf8
    } else {
      bytes += ",col=\(start.column)".utf8
    }
    bytes += ",title=\(finding.code)::".utf8
    bytes.appendEscaped(sentences(of: finding), isProperty: false)
    bytes.append(0x0A)
  }
  return bytes
}

/// The findings as Markdown for a workflow's step summary, the most severe first, where all of them
/// are shown.
package func renderStepSummary(_ findings: [Finding]) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes += "### changebook: \(FindingCounts(findings).summary)\n".utf8
  guard !findings.isEmpty else { return bytes }
  bytes += "\n| | Rule | Place | Finding |\n| --- | --- | --- | --- |\n".utf8
  for finding in mostSevereFirst(findings) {
    let word = finding.waiver == nil ? finding.severity.rawValue : "waived"
    bytes += "| \(word) | \(finding.code) | ".utf8
    bytes.appendCell("\(finding.place.file.path):\(finding.place.start.line)")
    bytes += " | ".utf8
    bytes.appendCell(sentences(of: finding))
    bytes += " |\n".utf8
  }
  return bytes
}

/// By severity, waived ones last; otherwise in the order given.
private func mostSevereFirst(_ findings: [Finding]) -> [Finding] {
  let waived = findings.filter { $0.waiver != nil }
  return Severity.allCases.sorted().flatMap { severity in
    findings.filter { $0.waiver == nil && $0.severity == severity }
  } + waived
}

private func level(of finding: Finding) -> String {
  guard finding.waiver == nil else { return "notice" }
  return switch finding.severity {
  case .error, .breach: "error"
  case .warning: "warning"
  case .note: "notice"
  }
}

private func sentences(of finding: Finding) -> String {
  var lines = [finding.message]
  if let waiver = finding.waiver { lines.append(waiver.sentence) }
  if let policy = finding.policy {
    let clause = policy.clause.map { " (§\($0))" } ?? ""
    let line = policy.place.start.line
    lines.append("\(policy.place.file.path):\(line): \(policy.excerpt)\(clause)")
  }
  if let help = finding.help { lines.append("help: \(help)") }
  return lines.joined(separator: "\n")
}

extension [UInt8] {
  /// As GitHub's own toolkit escapes a command's data and properties.
  fileprivate mutating func appendEscaped(_ text: String, isProperty: Bool) {
    for byte in text.utf8 {
      switch byte {
      case 0x25: self += "%25".utf8
      case 0x0D: self += "%0D".utf8
      case 0x0A: self += "%0A".utf8
      case 0x3A where isProperty: self += "%3A".utf8
      case 0x2C where isProperty: self += "%2C".utf8
      default: append(byte)
      }
    }
  }

  /// A table's cell whose text stays text: what Markdown or HTML would read is escaped.
  fileprivate mutating func appendCell(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": self += "<br>".utf8
      case "&": self += "&amp;".utf8
      case "<": self += "&lt;".utf8
      case ">": self += "&gt;".utf8
      case "@": self += "&#64;".utf8
      case "\\", "`", "*", "_", "[", "]", "|", "!", "#", "~", ":":
        append(0x5C)
        self += String(scalar).utf8
      default:
        self += VisibleText.cell(for: scalar, column: 0).text.utf8
      }
    }
  }
}
