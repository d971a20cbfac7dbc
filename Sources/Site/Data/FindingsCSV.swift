import Findings
import Interchange
import SourceText

/// The findings as a table, in the order given. Lines and columns count from 1; the end lies after
/// the last character.
package func findingsCSV(_ findings: [Finding]) -> [UInt8] {
  var writer = CSVWriter(header: [
    "code", "severity", "message", "help", "record", "file", "line", "column", "end_line",
    "end_column", "policy_file", "policy_line", "policy_clause", "waived_by", "waived_at",
    "waived_because",
  ])
  for finding in findings {
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
    writer.endRow()
  }
  return writer.bytes
}
