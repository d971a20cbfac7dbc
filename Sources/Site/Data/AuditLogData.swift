import Chronology
import History
import Interchange
import Records
import Reports
import SourceText

extension AuditLogRow {
  /// A line of the audit log, as it stands in `audit-log.jsonl`.
  package static let fields = DataFields<AuditLogRow> {
    DataField("id", .text, "Of a file that is not opened the one of its name, else its path.") {
      $0.id
    }
    DataField("title", .optionalText, "What was changed.") { $0.change?.title?.value }
    DataField("systems", .names) { $0.change?.systems.map(\.value) ?? [] }
    DataField("type", .optionalText) { $0.change?.type?.value }
    DataField("risk", .optionalText) { $0.change?.risk?.value }
    DataField("outcome", .optional(.oneOf)) { $0.change?.outcome?.value }
    DataField("who", .optionalText, "Who made it, else who asked for it.") { $0.who }
    DataField("when", .optional(.instant), "Its end, else its start.") { $0.when }
    DataField("why", .optionalText, "The beginning of its justification, else summary.") {
      $0.why
    }
    DataField("approved_by", .names, "Each approval with its role and instant.") { row in
      row.approvals.map { $0.words + ($0.at.map { ", \($0.rfc3339)" } ?? "") }
    }
    DataField("file", .text) { $0.file }
    DataField(
      "revision", .optionalText, "The last commit of the record; null where none is known."
    ) { $0.revision }
    DataField("not_opened", .optionalText, "Why nothing of the file is read; null where it is.") {
      $0.unopened
    }
  }
}

extension DutyRow {
  package static let fields = DataFields<DutyRow> {
    DataField("id", .text) { $0.change.id }
    DataField("requesters", .names) { $0.requesters }
    DataField("implementers", .names) { $0.implementers }
    DataField("approvers", .names) { $0.approvers }
    DataField("committers", .names) { $0.committers }
    DataField("overlaps", .names) { $0.overlaps.map(\.rawValue) }
  }
}
