import Findings
import Interchange
import SourceText

/// A finding as data. Lines and columns count from 1; the end lies after the last character.
package struct FindingRow: Sendable {
  let finding: Finding

  package init(_ finding: Finding) { self.finding = finding }
}

extension FindingRow {
  package static let columns = [
    "code", "severity", "message", "help", "record", "file", "line", "column", "end_line",
    "end_column", "policy_file", "policy_line", "policy_clause", "waived_by", "waived_at",
    "waived_because",
  ]

  package func write(to writer: inout CSVWriter) {
    let (start, end) = (finding.place.start, finding.place.end)
    writer.text(finding.code.description)
    writer.text(finding.severity.rawValue)
    writer.text(finding.message)
    writer.text(finding.help)
    writer.text(finding.record)
    writer.text(finding.place.file.path)
    writer.number(start.line)
    writer.number(start.column)
    writer.number(end.line)
    writer.number(end.column)
    writer.text(finding.policy?.place.file.path)
    writer.number(finding.policy?.place.start.line)
    writer.text(finding.policy?.clause)
    writer.text(finding.waiver?.by)
    writer.text(finding.waiver?.at)
    writer.text(finding.waiver?.reason)
  }

  /// As in `changebook.findings/1`.
  package func write(to writer: inout JSONWriter) { finding.write(to: &writer) }
}

/// The findings as a table, in the order given.
package func findingsCSV(_ findings: [Finding]) -> [UInt8] {
  renderCSV(findings.map { FindingRow($0) })
}
