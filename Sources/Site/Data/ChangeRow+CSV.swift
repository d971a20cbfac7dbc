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
    writer.instant(change.requested?.value)
    writer.instant(change.lastApproval?.value)
    writer.instant(change.scheduled?.value.start)
    writer.instant(change.scheduled?.value.end)
    writer.instant(change.started?.value)
    writer.instant(change.deployed?.value)
    writer.instant(change.rollback?.at?.value)
    writer.instant(change.closed?.value)
    writer.text(change.outcome?.value.rawValue)
    writer.text(stage.rawValue)
    writer.text(change.postMortem?.value)
    writer.list(change.incidents, separator: " ")
    writer.list(change.causedIncidents, separator: " ")
    writer.text(change.follows?.value)
    writer.text(change.supersedes?.value)
    writer.text(isReadable ? "true" : "false")
    writer.list(codes.open)
    writer.list(codes.waived)
    writer.text(change.file.path)
    writer.text(page)
  }
}

extension CSVWriter {
  /// Names may hold blanks, so that these do not part them.
  fileprivate mutating func list(_ values: [Located<String>], separator: StaticString = "; ") {
    beginTexts()
    for value in values { add(value.value, after: separator) }
    endTexts()
  }

  fileprivate mutating func list(_ codes: [String]) {
    beginTexts()
    for code in codes { add(code) }
    endTexts()
  }
}
