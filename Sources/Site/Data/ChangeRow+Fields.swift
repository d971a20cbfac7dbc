import Chronology
import Findings
import Interchange
import Records
import SourceText

extension ChangeRow {
  /// `changebook.changes/2`. What a record does not say is null or an empty list.
  package static let document = DataDocument<ChangesData>(
    "changes", version: 2, title: "Changes of a changebook site"
  ) {
    DataField("as_of", .instant, "The instant at which stages are told.") { $0.asOf }
    DataField("changes", .list(.object(fields)), "By id, then file.") { $0.rows }
  }

  /// A change: in a table names are parted by `; `, and ids and codes by blanks.
  package static let fields = DataFields<ChangeRow> {
    DataField("id", .text) { $0.change.id }
    DataField("title", .optionalText) { $0.change.title?.value }
    DataField("type", .optionalText) { $0.change.type?.value }
    DataField("risk", .optionalText) { $0.change.risk?.value }
    DataField("categories", .names, "Rows of the review or testing matrix.") {
      $0.change.categories.map(\.value)
    }
    DataField("systems", .names) { $0.change.systems.map(\.value) }
    DataField("requester", .optionalText) { $0.change.requester?.value }
    DataField("implementer", .optionalText) { $0.change.implementer?.value }
    DataField("owner", .optionalText) { $0.change.owner?.value }
    DataField("requested", .optional(.instant)) { $0.change.requested?.value }
    DataField.column("last_approval", .optional(.instant)) {
      $0.change.lastApproval?.value
    }
    DataField.column("scheduled_start", .optional(.instant)) {
      $0.change.scheduled?.value.start
    }
    DataField.column("scheduled_end", .optional(.instant)) {
      $0.change.scheduled?.value.end
    }
    DataField("started", .optional(.instant)) { $0.change.started?.value }
    DataField("deployed", .optional(.instant)) { $0.change.deployed?.value }
    DataField.column("rolled_back", .optional(.instant)) {
      $0.change.rollback?.at?.value
    }
    DataField("closed", .optional(.instant)) { $0.change.closed?.value }
    DataField("outcome", .optional(.oneOf)) { $0.change.outcome?.value }
    DataField("stage", .oneOf) { $0.stage }
    DataField("post_mortem", .optionalText) { $0.change.postMortem?.value }
    DataField("incidents", .texts, "Incidents that the change fixes.") {
      $0.change.incidents.map(\.value)
    }
    DataField("caused_incidents", .texts) { $0.change.causedIncidents.map(\.value) }
    DataField("follows", .optionalText) { $0.change.follows?.value }
    DataField("supersedes", .optionalText) { $0.change.supersedes?.value }
    DataField("readable", .boolean, "Whether figures count it.") { $0.isReadable }
    DataField("findings", .ruleCodes, "Codes of rules, without the waived ones.") { $0.codes.open }
    DataField("waived", .ruleCodes, "Codes of rules whose findings are waived.") {
      $0.codes.waived
    }
    DataField("file", .text, "Below the root of the content.") { $0.change.file.path }
    DataField("page", .text, "Below the root of the site.") { $0.page }
    parts
  }

  /// What no table has a field for.
  @DataFieldsBuilder<ChangeRow> private static var parts: [DataField<ChangeRow>] {
    DataField("approvals", .list(.object(Approval.fields))) { $0.change.approvals }
    DataField("delivers", .list(.object(Delivery.fields))) { $0.change.deliveries }
    DataField("evidence", .list(.object(Evidence.fields))) { $0.change.evidence }
    DataField.member("external", .texts, "Its ids and links in other systems.") {
      $0.change.external.map(\.value)
    }
    DataField("review", .optional(.object(Review.fields))) { $0.change.review }
    DataField("rollback", .optional(.object(Rollback.fields))) { $0.change.rollback }
    DataField("runtime", .optional(.object(RuntimeUpgrade.fields))) { $0.change.runtime }
    DataField("scheduled", .optional(.object(Interval.fields))) { $0.change.scheduled?.value }
    DataField.member("security_relevant", .optional(.boolean)) {
      $0.change.isSecurityRelevant?.value
    }
    DataField("waivers", .list(.object(Waiver.fields))) { $0.change.waivers }
  }
}

extension DataKind where Value == [String] {
  /// Names may hold blanks, so that these do not part them.
  static let names = texts(separator: "; ")
  static let ruleCodes = texts(.ruleCode)
}

extension Interval {
  fileprivate static let fields = DataFields<Interval> {
    DataField("start", .instant) { $0.start }
    DataField("end", .instant) { $0.end }
  }
}

extension Approval {
  fileprivate static let fields = DataFields<Approval> {
    DataField("role", .text, ApprovalRole.words) { $0.role.value.rawValue }
    DataField("by", .optionalText) { $0.by?.value }
    DataField("at", .optional(.instant)) { $0.at?.value }
    DataField("verbal", .boolean) { $0.isVerbal }
    DataField("documented", .optional(.instant)) { $0.documented?.value }
  }
}

extension Delivery {
  fileprivate static let fields = DataFields<Delivery> {
    DataField("repository", .optionalText) { $0.repository?.value }
    DataField("pull_request", .optionalText) { $0.pullRequest?.value }
    DataField("commits", .texts) { $0.commits.map(\.value) }
    DataField("artifact", .optionalText) { $0.artifact?.value }
    DataField("deployments", .texts) { $0.deployments.map(\.value) }
  }
}

extension Evidence {
  fileprivate static let fields = DataFields<Evidence> {
    DataField("level", .text, "A level of the testing matrix.") { $0.level.value }
    DataField("proof", .optionalText, "A link or an id; null for a ticked box.") {
      $0.proof?.value
    }
  }
}

extension Review {
  fileprivate static let fields = DataFields<Review> {
    DataField("at", .optional(.instant)) { $0.at?.value }
    DataField("by", .optionalText) { $0.by?.value }
    DataField("notes", .optionalText) { $0.notes?.value }
  }
}

extension Rollback {
  fileprivate static let fields = DataFields<Rollback> {
    DataField("at", .optional(.instant)) { $0.at?.value }
    DataField("trigger", .optionalText) { $0.trigger?.value }
    DataField("verified", .optional(.boolean)) { $0.verified?.value }
  }
}

extension RuntimeUpgrade {
  fileprivate static let fields = DataFields<RuntimeUpgrade> {
    DataField("spec_version", .optional(.integer)) { $0.specVersion?.value }
    DataField("wasm_hash", .optionalText) { $0.wasmHash?.value }
    DataField("changelog", .optionalText) { $0.changelog?.value }
    DataField("migration_notes", .optionalText) { $0.migrationNotes?.value }
    DataField("proposal", .optionalText) { $0.proposal?.value }
    DataField("voting", .optional(.object(Voting.fields))) { $0.voting }
    DataField("enacted_at_block", .optional(.integer)) { $0.enactedAtBlock?.value }
    DataField("enacted", .optional(.instant)) { $0.enacted?.value }
  }
}

extension Voting {
  fileprivate static let fields = DataFields<Voting> {
    DataField("from", .optional(.instant)) { $0.from?.value }
    DataField("to", .optional(.instant)) { $0.to?.value }
    DataField("aye", .optional(.integer)) { $0.aye?.value }
    DataField("nay", .optional(.integer)) { $0.nay?.value }
  }
}

extension Waiver {
  fileprivate static let fields = DataFields<Waiver> {
    DataField("rule", .optionalText) { $0.rule?.value }
    DataField("reason", .optionalText) { $0.reason?.value }
    DataField("by", .optionalText) { $0.by?.value }
    DataField("at", .optional(.instant)) { $0.at?.value }
    DataField("expires", .optional(.instant)) { $0.expires?.value }
  }
}
