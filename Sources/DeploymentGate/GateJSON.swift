import Calendar
import Chronology
import Findings
import Interchange
import SourceText

/// The gate's answer with what it rests on, as `changebook.gate/2`. Instants are RFC 3339 in UTC; what
/// is not known, and an end that never comes, is null.
package func renderGateJSON(_ answer: GateAnswer) -> [UInt8] {
  GateAnswer.document.json(answer, .pretty)
}

extension GateAnswer {
  /// `changebook.gate/2`, the gate's answer, which is also its receipt.
  package static let document = DataDocument<GateAnswer>(
    "gate", version: 2, title: "Answer of the gate of a changebook site"
  ) {
    DataField("as_of", .instant, "What was taken for now.") { $0.evidence.asOf }
    DataField("at", .instant, "The instant that was asked for.") { $0.report.interval.start }
    DataField(
      "because", .list(.object(GateCause.fields)),
      "What decided, or kept from deciding; never empty."
    ) { $0.report.because }
    DataField("categories", .texts) { $0.report.subject.categories }
    DataField("change", .optionalText, "The id of the record that was named.") {
      $0.report.subject.change
    }
    DataField.possible("environments", .texts, "Where it is made, where that was given.") {
      $0.report.subject.environments
    }
    DataField(
      "files", .list(.object(GateEvidence.Digest.fields)),
      "Every file that was read, in the order of their paths' bytes."
    ) { $0.evidence.files }
    DataField("for", .integer, "Seconds that the change is to last; 0 for an instant.") {
      $0.report.interval.seconds
    }
    DataField("incidents", .texts, "Incidents that the change fixes.") {
      $0.report.subject.incidents
    }
    DataField(
      "next", .optional(.object(GateReport.Opening.fields)),
      "The next time in which the change fits by the calendar, from `at` on."
    ) { $0.report.next }
    DataField(
      "policies", .list(.object(GateEvidence.Version.fields)),
      "The versions of the policy, the earliest first."
    ) { $0.evidence.policies }
    DataField("program", .text, "The version of the program.") { $0.evidence.program }
    DataField("record", .optionalText, "The path of the record that was named.") {
      $0.evidence.record
    }
    DataField.possible("regions", .texts) { $0.report.subject.regions }
    DataField("revision", .optionalText, "Of the content in git; null where it is not known.") {
      $0.evidence.revision
    }
    DataField("risk", .optionalText) { $0.report.subject.risk }
    DataField("state", .oneOf) { $0.report.state }
    DataField(
      "systems", .optional(.texts), "Null where none was given: it may be any."
    ) { $0.report.subject.systems }
    DataField("type", .optionalText) { $0.report.subject.type }
    DataField(
      "until", .optional(.instant), "When the calendar's answer for an instant changes next."
    ) { $0.report.until }
  }
}

extension GateReport.Opening {
  fileprivate static let fields = DataFields<GateReport.Opening> {
    DataField("end", .optional(.instant), "Null where it does not end.") { $0.interval.knownEnd }
    DataField("start", .instant) { $0.interval.start }
    DataField("window", .optionalText, "Null where the change needs none.") { $0.window }
  }
}

extension GateEvidence.Digest {
  fileprivate static let fields = DataFields<GateEvidence.Digest> {
    DataField("path", .text) { $0.path }
    DataField("sha256", .text) { $0.sha256 }
  }
}

extension GateEvidence.Version {
  fileprivate static let fields = DataFields<GateEvidence.Version> {
    DataField("effective", .optionalText, "The first day on which it holds.") {
      $0.effective.map { "\($0)" }
    }
    DataField("file", .text) { $0.file.path }
    DataField("id", .optionalText) { $0.id }
    DataField("sha256", .text) { $0.file.sha256 }
    DataField("version", .optionalText) { $0.version }
  }
}

extension GateCause {
  fileprivate static let fields = DataFields<GateCause> {
    DataField("clause", .optionalText, "Of the policy.") { $0.policy?.clause }
    DataField("end", .optional(.instant)) { $0.end }
    DataField("file", .optionalText, "Where it is stated, below the root.") { $0.place?.file.path }
    DataField("kind", .oneOf) { $0.kind }
    DataField("line", .optional(.integer), "From 1.") { $0.place?.start.line }
    DataField(
      "name", .optionalText, "Of the freeze or window, the rule's code, what is missing."
    ) { $0.name }
    DataField(
      "policy", .optional(.object(PolicyReference.fields)),
      "The row of the policy that it rests on."
    ) { $0.policy }
    DataField("start", .optional(.instant), "Of the freeze or the window's opening.") { $0.start }
    DataField("text", .text) { $0.text }
  }
}
