import Chronology
import History
import Interchange
import Records
import Reports
import SourceText

extension AuditLogRow: DataRow {
  package static let columns = [
    "id", "title", "systems", "type", "risk", "outcome", "who", "when", "why", "approved_by",
    "file", "revision",
  ]

  package func write(to writer: inout CSVWriter) {
    writer.text(change.id)
    writer.text(change.title?.value)
    writer.beginTexts()
    for system in change.systems { writer.add(system.value) }
    writer.endTexts()
    writer.text(change.type?.value)
    writer.text(change.risk?.value)
    writer.text(change.outcome?.value.rawValue)
    writer.text(who)
    writer.text(when?.rfc3339)
    writer.text(why)
    writer.beginTexts()
    for approval in approvals { writer.add(approval, after: "; ") }
    writer.endTexts()
    writer.text(change.file.path)
    writer.text(revision)
  }

  /// As in `changebook.audit_log/1`.
  package func write(to writer: inout JSONWriter) {
    writer.array("approved_by", approvals)
    writer.member("file", change.file.path)
    writer.member("id", change.id)
    writer.member("outcome", change.outcome?.value.rawValue)
    writer.member("revision", revision)
    writer.member("risk", change.risk?.value)
    writer.array("systems", change.systems.map(\.value))
    writer.member("title", change.title?.value)
    writer.member("type", change.type?.value)
    writer.member("when", when?.rfc3339)
    writer.member("who", who)
    writer.member("why", why)
  }
}

extension DutyRow: DataRow {
  package static let columns = [
    "id", "requester", "implementer", "approvers", "committers", "overlaps",
  ]

  package func write(to writer: inout CSVWriter) {
    writer.text(change.id)
    for texts in [requesters, implementers, approvers, committers, overlaps.map(\.rawValue)] {
      writer.beginTexts()
      for text in texts { writer.add(text, after: "; ") }
      writer.endTexts()
    }
  }

  package func write(to writer: inout JSONWriter) {
    writer.array("approvers", approvers)
    writer.array("committers", committers)
    writer.member("id", change.id)
    writer.member("implementer", implementers.first)
    writer.array("overlaps", overlaps.map(\.rawValue))
    writer.member("requester", requesters.first)
  }
}

extension JSONSchema {
  /// A line of `audit-log.jsonl`.
  package static let auditLog = JSONSchema.object([
    .always("approved_by", .described("Each approval with its role and instant.", .list(.text))),
    .always("file", .text),
    .always("id", .text),
    .always("outcome", optionalText),
    .always(
      "revision",
      .described("The last commit of the record; null where none is known.", optionalText)),
    .always("risk", optionalText),
    .always("systems", .list(.text)),
    .always("title", .described("What was changed.", optionalText)),
    .always("type", optionalText),
    .always("when", .described("Its end, else its start.", .optional(.instant))),
    .always("who", .described("Who made it, else who asked for it.", optionalText)),
    .always("why", .described("The beginning of its justification, else summary.", optionalText)),
  ])
}
