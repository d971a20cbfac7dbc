import Interchange
import SourceText

/// The findings as a JUnit report: a suite a file, a case a finding. Errors and breaches are
/// failures, waived ones are skipped, warnings and notes pass with their text as output. Without
/// findings there is one case that passes, because some readers take an empty report for a fault.
///
/// - Parameter site: Where the site lies in the repository, at whose root paths start.
package func renderJUnit(_ findings: [Finding], site: RepositoryFolder = .root) -> [UInt8] {
  var report = JUnitReport(site: site)
  report.append(findings)
  return report.bytes
}

private struct JUnitReport {
  let site: RepositoryFolder
  var bytes: [UInt8] = []

  init(site: RepositoryFolder) { self.site = site }

  mutating func append(_ findings: [Finding]) {
    let counts = FindingCounts(findings)
    bytes += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8
    open(
      "<testsuites", name: "changebook", tests: max(1, findings.count),
      failures: counts.errors + counts.breaches, skipped: counts.waived)
    if findings.isEmpty {
      open("  <testsuite", name: "content", tests: 1, failures: 0, skipped: 0)
      bytes += "    <testcase classname=\"content\" name=\"no findings\"/>\n".utf8
      bytes += "  </testsuite>\n".utf8
    }
    var start = findings.startIndex
    while start < findings.endIndex {
      let path = findings[start].place.file.path
      let end = findings[start...].firstIndex { $0.place.file.path != path } ?? findings.endIndex
      append(suite: site.path(of: findings[start].place.file), findings[start..<end])
      start = end
    }
    bytes += "</testsuites>\n".utf8
  }

  private mutating func append(suite path: String, _ findings: ArraySlice<Finding>) {
    let counts = FindingCounts(findings)
    open(
      "  <testsuite", name: path, tests: findings.count,
      failures: counts.errors + counts.breaches, skipped: counts.waived)
    for finding in findings { append(finding, in: path) }
    bytes += "  </testsuite>\n".utf8
  }

  private mutating func append(_ finding: Finding, in path: String) {
    let start = finding.place.start
    let place = "\(path):\(start.line):\(start.column)"
    bytes += "    <testcase".utf8
    attribute("classname", path)
    attribute("name", "\(finding.code) at \(start.line):\(start.column)")
    attribute("file", path)
    attribute("line", "\(start.line)")
    bytes += ">\n      ".utf8
    var lines = ["\(place): \(finding.severity.rawValue)[\(finding.code)]: \(finding.message)"]
    if let help = finding.help { lines.append("help: \(help)") }
    let text = lines.joined(separator: "\n")
    if let waiver = finding.waiver {
      bytes += "<skipped".utf8
      attribute("message", waiver.sentence)
      bytes += "/>".utf8
    } else if finding.severity == .error || finding.severity == .breach {
      bytes += "<failure".utf8
      attribute("type", finding.severity.rawValue)
      attribute("message", finding.message)
      bytes += ">".utf8
      bytes.appendXML(text)
      bytes += "</failure>".utf8
    } else {
      bytes += "<system-out>".utf8
      bytes.appendXML(text)
      bytes += "</system-out>".utf8
    }
    bytes += "\n    </testcase>\n".utf8
  }

  private mutating func open(
    _ start: String, name: String, tests: Int, failures: Int, skipped: Int
  ) {
    bytes += start.utf8
    attribute("name", name)
    bytes += " tests=\"\(tests)\" failures=\"\(failures)\" skipped=\"\(skipped)\">\n".utf8
  }

  private mutating func attribute(_ name: String, _ value: String) {
    bytes += " \(name)=\"".utf8
    bytes.appendXML(value)
    bytes.append(0x22)
  }
}
