import Chronology
import Interchange
import Records
import SourceText

extension ChangeRow {
  /// The members of a change, of which `JSONSchema.change` is the description.
  package func write(to writer: inout JSONWriter) {
    writer.array("approvals") { writer in
      for approval in change.approvals { writer.object { approval.write(to: &$0) } }
    }
    writer.array("categories", change.categories)
    writer.array("causedIncidents", change.causedIncidents)
    writer.member("closed", change.closed?.value)
    writer.array("delivers") { writer in
      for delivery in change.deliveries {
        writer.object { writer in
          writer.member("artifact", delivery.artifact?.value)
          writer.array("commits", delivery.commits)
          writer.array("deployments", delivery.deployments)
          writer.member("pull_request", delivery.pullRequest?.value)
          writer.member("repository", delivery.repository?.value)
        }
      }
    }
    writer.member("deployed", change.deployed?.value)
    writer.array("evidence") { writer in
      for evidence in change.evidence {
        writer.object { writer in
          writer.member("level", evidence.level.value)
          writer.member("proof", evidence.proof?.value)
        }
      }
    }
    writer.array("external", change.external)
    writer.member("file", change.file.path)
    writer.array("findings", codes.open)
    writer.member("follows", change.follows?.value)
    writer.member("id", change.id)
    writer.member("implementer", change.implementer?.value)
    writer.array("incidents", change.incidents)
    writer.member("outcome", change.outcome?.value.rawValue)
    writer.member("owner", change.owner?.value)
    writer.member("page", page)
    writer.member("postMortem", change.postMortem?.value)
    writer.member("readable", isReadable)
    writer.member("requested", change.requested?.value)
    writer.member("requester", change.requester?.value)
    writer.optional("review", change.review) { $1.write(to: &$0) }
    writer.member("risk", change.risk?.value)
    writer.optional("rollback", change.rollback) { $1.write(to: &$0) }
    writer.optional("runtime", change.runtime) { $1.write(to: &$0) }
    writer.optional("scheduled", change.scheduled?.value) { writer, scheduled in
      writer.member("end", scheduled.end)
      writer.member("start", scheduled.start)
    }
    writer.member("securityRelevant", change.isSecurityRelevant?.value)
    writer.member("stage", stage.rawValue)
    writer.member("started", change.started?.value)
    writer.member("supersedes", change.supersedes?.value)
    writer.array("systems", change.systems)
    writer.member("title", change.title?.value)
    writer.member("type", change.type?.value)
    writer.array("waived", codes.waived)
    writer.array("waivers") { writer in
      for waiver in change.waivers { writer.object { waiver.write(to: &$0) } }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func array(_ key: String, _ texts: [Located<String>]) {
    self.key(key)
    beginArray()
    for text in texts { value(text.value) }
    endArray()
  }

  /// A member that is an object, or null.
  fileprivate mutating func optional<Value>(
    _ key: String, _ value: Value?, _ members: (inout JSONWriter, Value) -> Void
  ) {
    guard let value else { return null(key) }
    object(key) { members(&$0, value) }
  }
}

extension Approval {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("at", at?.value)
    writer.member("by", by?.value)
    writer.member("documented", documented?.value)
    writer.member("role", role.value.rawValue)
    writer.member("verbal", isVerbal)
  }
}

extension Review {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("at", at?.value)
    writer.member("by", by?.value)
    writer.member("notes", notes?.value)
  }
}

extension Rollback {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("at", at?.value)
    writer.member("trigger", trigger?.value)
    writer.member("verified", verified?.value)
  }
}

extension RuntimeUpgrade {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("changelog", changelog?.value)
    writer.member("enacted", enacted?.value)
    writer.member("enactedAtBlock", enactedAtBlock?.value)
    writer.member("migrationNotes", migrationNotes?.value)
    writer.member("proposal", proposal?.value)
    writer.member("specVersion", specVersion?.value)
    writer.optional("voting", voting) { writer, voting in
      writer.member("aye", voting.aye?.value)
      writer.member("from", voting.from?.value)
      writer.member("nay", voting.nay?.value)
      writer.member("to", voting.to?.value)
    }
    writer.member("wasmHash", wasmHash?.value)
  }
}

extension Waiver {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("at", at?.value)
    writer.member("by", by?.value)
    writer.member("reason", reason?.value)
    writer.member("rule", rule?.value)
  }
}
