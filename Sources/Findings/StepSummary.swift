import SourceText

/// The findings as Markdown for a workflow's step summary, the most severe first.
///
/// - Parameters:
///   - site: Where the site lies in the repository.
///   - limit: How many bytes there may be. Rows that have no room are left out, and a sentence says
///     how many; where not even that has room, nothing is written.
package func renderStepSummary(
  _ findings: [Finding], site: RepositoryFolder = .root, limit: Int
) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes += "### changebook: \(FindingCounts(findings).summary)\n".utf8
  if !findings.isEmpty {
    bytes += "\n| | Rule | Place | Finding |\n| --- | --- | --- | --- |\n".utf8
  }
  guard bytes.count + longestRemark <= limit else { return [] }
  let ordered = findings.mostSevereFirst()
  for (index, finding) in ordered.enumerated() {
    let end = bytes.count
    bytes.append(rowOf: finding, site: site)
    let isLast = index == ordered.count - 1
    if bytes.count + (isLast ? 0 : longestRemark) > limit {
      bytes.removeLast(bytes.count - end)
      bytes += remark(leftOut: ordered.count - index).utf8
      break
    }
  }
  return bytes
}

private func remark(leftOut count: Int) -> String {
  "\n\(count) more \(count == 1 ? "finding has" : "findings have") no room here; "
    + "the log of the step has them all.\n"
}

private let longestRemark = remark(leftOut: .max).utf8.count

extension [UInt8] {
  fileprivate mutating func append(rowOf finding: Finding, site: RepositoryFolder) {
    let word = finding.waiver == nil ? finding.severity.rawValue : "waived"
    self += "| \(word) | \(finding.code) | ".utf8
    append(
      markdownCell: "\(site.path(of: finding.place.file)):\(finding.place.start.line)")
    self += " | ".utf8
    append(markdownCell: finding.sentences(site: site))
    self += " |\n".utf8
  }
}
