import Chronology
import Interchange
import Records
import SourceText

extension ChangeRow {
  package static let columns = [
    "id", "title", "type", "risk", "categories", "systems", "requester", "implementer", "owner",
    "requested", "last_approval", "scheduled_start", "scheduled_end", "started", "deployed",
    "rolled_back", "closed", "outcome", "stage", "post_mortem", "incidents", "caused_incidents",
    "follows", "supersedes", "readable", "findings", "waived", "file", "page",
  ]

  /// The fields under `columns`. Instants are RFC 3339 in UTC.
  package func write(to writer: inout CSVWriter) {
    writer.text(change.id)
    writer.text(change.title?.value)
    writer.text(change.type?.value)
    writer.text(change.risk?.value)
    writer.list(change.categories)
    writer.list(change.systems)
    writer.text(change.requester?.value)
    writer.text(change.implementer?.value)
    writer.text(change.owner?.value)
    writer.text(change.requested?.value.rfc3339)
    writer.text(change.lastApproval?.value.rfc3339)
    writer.text(change.scheduled?.value.start.rfc3339)
    writer.text(change.scheduled?.value.end.rfc3339)
    writer.text(change.started?.value.rfc3339)
    writer.text(change.deployed?.value.rfc3339)
    writer.text(change.rollback?.at?.value.rfc3339)
    writer.text(change.closed?.value.rfc3339)
    writer.text(change.outcome?.value.rawValue)
    writer.text(stage.rawValue)
    writer.text(change.postMortem?.value)
    writer.text(change.incidents.map(\.value).joined(separator: " "))
    writer.text(change.causedIncidents.map(\.value).joined(separator: " "))
    writer.text(change.follows?.value)
    writer.text(change.supersedes?.value)
    writer.text(isReadable ? "true" : "false")
    writer.text(codes.open.joined(separator: " "))
    writer.text(codes.waived.joined(separator: " "))
    writer.text(change.file.path)
    writer.text(page)
  }
}

extension CSVWriter {
  /// Names, which may hold blanks.
  fileprivate mutating func list(_ values: [Located<String>]) {
    text(values.map(\.value).joined(separator: "; "))
  }
}
