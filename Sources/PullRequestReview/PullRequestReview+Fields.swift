import Calendar
import Chronology
import DeploymentGate
import Findings
import Interchange
import PolicyReading

extension PullRequestReview {
  /// `changebook.review/1`.
  package static let document = DataDocument<PullRequestReview>(
    "review", version: 1, title: "What a branch changes in a changebook site"
  ) {
    DataField("as_of", .instant) { $0.asOf }
    DataField("base", .text, "The commit that was compared with.") { $0.base }
    DataField("mended", .list(.object(FindingRow.fields)), "Findings that are gone.") {
      $0.findings.mended.map { FindingRow($0) }
    }
    DataField("new", .list(.object(FindingRow.fields)), "Findings that were not there.") {
      $0.findings.new.map { FindingRow($0) }
    }
    DataField("open", .integer, "Findings of the whole site that no waiver covers.") { $0.open }
    DataField("others", .texts, "Files that are no records, by path.") { $0.others }
    DataField("policies", .list(.object(ReviewedPolicy.fields))) { $0.policies }
    DataField("records", .list(.object(ReviewedRecord.fields)), "By path.") { $0.records }
    DataField("revision", .text, "As it was asked for.") { $0.revision }
  }
}

extension ReviewedPolicy {
  fileprivate static let fields = DataFields<ReviewedPolicy> {
    DataField("file", .text) { $0.path }
    DataField(
      "parts", .list(.object(part)), "What is understood otherwise; empty where nothing is."
    ) { $0.difference.parts }
  }

  private static let part = DataFields<PolicyDifference.Part> {
    DataField("after", .texts) { $0.after }
    DataField("before", .texts) { $0.before }
    DataField("title", .text) { $0.title }
  }
}

extension ReviewedRecord {
  fileprivate static let fields = DataFields<ReviewedRecord> {
    DataField("change", .optional(.object(ChangeStanding.fields)), "Null for what is no change.") {
      $0.change
    }
    DataField("edit", .oneOf) { $0.edit }
    DataField("file", .text) { $0.path }
    DataField("former_file", .optionalText, "Where it lay, where it was moved.") { $0.formerPath }
    DataField("id", .text, "Of a freeze its name.") { $0.id }
    DataField("kind", .oneOf) { $0.kind }
    DataField("title", .optionalText) { $0.title }
  }
}

extension ReviewedRecord.ChangeStanding {
  fileprivate static let fields = DataFields<ReviewedRecord.ChangeStanding> {
    DataField("conflicts", .list(.object(ReviewedRecord.Conflict.fields))) { $0.conflicts }
    DataField("freezes", .list(.object(ReviewedRecord.NearFreeze.fields)), "Within a week.") {
      $0.freezes
    }
    DataField("gate", .optionalText, "The state over the planned time.") {
      $0.answer?.state.rawValue
    }
    DataField("gate_reason", .optionalText) { $0.answer?.brief }
    DataField("missing", .texts, "Approvals that it needs before it may begin.") { $0.needs }
    DataField("more_conflicts", .boolean, "There are more than are listed.") {
      $0.hasMoreConflicts
    }
    DataField("planned_end", .optional(.instant)) { $0.planned?.end }
    DataField("planned_start", .optional(.instant)) { $0.planned?.start }
    DataField("risk", .optionalText) { $0.risk }
    DataField("slots", .list(.object(slot)), "The next times in which it fits.") {
      $0.next?.slots ?? []
    }
    DataField("stage", .text) { $0.stage }
    DataField("type", .optionalText) { $0.type }
  }

  private static let slot = DataFields<NextSlots.Slot> {
    DataField("end", .optional(.instant)) { $0.interval.knownEnd }
    DataField("start", .instant) { $0.interval.start }
    DataField("window", .optionalText) { $0.window }
  }
}

extension ReviewedRecord.Conflict {
  fileprivate static let fields = DataFields<ReviewedRecord.Conflict> {
    DataField("change", .text) { $0.other }
    DataField("end", .instant) { $0.overlap.end }
    DataField("start", .instant) { $0.overlap.start }
    DataField("systems", .texts) { $0.systems }
  }
}

extension ReviewedRecord.NearFreeze {
  fileprivate static let fields = DataFields<ReviewedRecord.NearFreeze> {
    DataField("allowed", .text) { $0.allowed }
    DataField("end", .optional(.instant)) { $0.interval.knownEnd }
    DataField("name", .text) { $0.name }
    DataField("start", .optional(.instant)) {
      $0.interval.start == .distantPast ? nil : $0.interval.start
    }
  }
}
