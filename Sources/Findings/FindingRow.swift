import Interchange
import SourceText

/// The findings as `changebook.findings/2`, in the order given.
package func renderJSON(_ findings: [Finding]) -> [UInt8] {
  FindingRow.document.json(findings, .pretty)
}

/// A finding as data, as it stands in every document that holds findings. Lines and columns count from 1,
/// columns in Unicode scalars; the end lies after the last character.
package struct FindingRow: Sendable {
  private let finding: Finding
  private let start: Position
  private let end: Position

  package init(_ finding: Finding) {
    self.finding = finding
    start = finding.place.start
    end = finding.place.end
  }
}

extension FindingRow {
  /// `changebook.findings/2`.
  package static let document = DataDocument<[Finding]>(
    "findings", version: 2, title: "Findings of a changebook site"
  ) {
    DataField(
      "counts", .object(FindingCounts.fields),
      "How many of each severity; the waived ones are counted apart."
    ) { FindingCounts($0) }
    DataField("findings", .list(.object(fields)), "By file, then place, then code.") {
      $0.map { FindingRow($0) }
    }
  }

  package static let fields = DataFields<FindingRow> {
    DataField("code", .ruleCode) { $0.finding.code.description }
    DataField("severity", .oneOf) { $0.finding.severity }
    DataField("message", .text) { $0.finding.message }
    DataField("help", .optionalText, "What would satisfy the rule.") { $0.finding.help }
    DataField("record", .optionalText, "The id of the record it is about.") { $0.finding.record }
    DataField("file", .text, "Below the root of the content.") { $0.finding.place.file.path }
    DataField("line", .integer, "From 1.") { $0.start.line }
    DataField("column", .integer, "From 1, in Unicode scalars.") { $0.start.column }
    DataField("end_line", .integer) { $0.end.line }
    DataField("end_column", .integer, "After the last character.") { $0.end.column }
    DataField(
      "policy", .optional(.object(PolicyReference.fields)), "The row or clause that requires it."
    ) { $0.finding.policy }
    DataField.column("policy_file", .optionalText) { $0.finding.policy?.place.file.path }
    DataField.column("policy_line", .optional(.integer)) { $0.finding.policy?.place.start.line }
    DataField.column("policy_clause", .optionalText) { $0.finding.policy?.clause }
    DataField(
      "waived", .optional(.object(AcceptedWaiver.fields)), "The accepted exception that covers it."
    ) { $0.finding.waiver }
    DataField.column("waived_by", .optionalText) { $0.finding.waiver?.by }
    DataField.column("waived_at", .optionalText) { $0.finding.waiver?.at }
    DataField.column("waived_because", .optionalText) { $0.finding.waiver?.reason }
  }
}

extension PolicyReference {
  /// A row or clause of the policy.
  package static let fields = DataFields<PolicyReference> {
    DataField("clause", .optionalText) { $0.clause }
    DataField("file", .text) { $0.place.file.path }
    DataField("line", .integer) { $0.place.start.line }
  }
}

extension AcceptedWaiver {
  fileprivate static let fields = DataFields<AcceptedWaiver> {
    DataField("at", .writtenInstant) { $0.at }
    DataField("by", .text) { $0.by }
    DataField("reason", .text) { $0.reason }
  }
}

extension FindingCounts {
  package static let fields = DataFields<FindingCounts> {
    DataField("breach", .integer) { $0.breaches }
    DataField("error", .integer) { $0.errors }
    DataField("note", .integer) { $0.notes }
    DataField("waived", .integer) { $0.waived }
    DataField("warning", .integer) { $0.warnings }
  }
}

extension DataKind where Value == String {
  package static let ruleCode = pattern("^CB[0-9]{3}$")
}
