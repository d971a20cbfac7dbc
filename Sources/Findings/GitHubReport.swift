import SourceText

/// The findings as annotations of a GitHub workflow, the most severe first: GitHub shows ten of a
/// step.
///
/// - Parameter site: Where the site lies in the repository, at whose root GitHub starts paths.
package func renderGitHub(_ findings: [Finding], site: RepositoryFolder = .root) -> [UInt8] {
  var bytes: [UInt8] = []
  for finding in findings.mostSevereFirst() {
    let start = finding.place.start
    let end = finding.place.end
    bytes += "::\(level(of: finding)) file=".utf8
    bytes.append(githubProperty: site.path(of: finding.place.file))
    bytes += ",line=\(start.line),endLine=\(end.line)".utf8
    // GitHub refuses columns of a range over several lines.
    if start.line == end.line, end.column > start.column {
      bytes += ",col=\(start.column),endColumn=\(end.column - 1)".utf8
    } else {
      bytes += ",col=\(start.column)".utf8
    }
    bytes += ",title=\(finding.code)::".utf8
    bytes.append(githubMessage: finding.sentences(site: site))
    bytes.append(0x0A)
  }
  return bytes
}

private func level(of finding: Finding) -> String {
  guard finding.waiver == nil else { return "notice" }
  return switch finding.severity {
  case .error, .breach: "error"
  case .warning: "warning"
  case .note: "notice"
  }
}

extension Finding {
  /// The message, the waiver, the row of the policy and the help, each on a line.
  func sentences(site: RepositoryFolder) -> String {
    var lines = [message]
    if let waiver { lines.append(waiver.sentence) }
    if let policy {
      let clause = policy.clause.map { " (§\($0))" } ?? ""
      let line = policy.place.start.line
      lines.append("\(site.path(of: policy.place.file)):\(line): \(policy.excerpt)\(clause)")
    }
    if let help { lines.append("help: \(help)") }
    return lines.joined(separator: "\n")
  }
}
