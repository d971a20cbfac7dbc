import Chronology
import Markdown
import PolicyReading
import Records
import SourceText

extension Change {
  /// What this version of a record says, field by field, in the order of its page. Boxes for type,
  /// risk and approvals are told by their fields.
  var recordFields: [RecordField] {
    var fields: [RecordField] = []
    func add(_ name: String, _ part: FieldChange.Part, _ items: [String?]) {
      fields.append(RecordField(name: name, part: part, items: items.compactMap(\.self)))
    }
    func add(_ name: String, _ value: Located<Instant>?) {
      add(name, .time, [value?.value.rfc3339])
    }
    add("Id", .other, [id])
    add("Title", .text, [title?.value])
    add("Type", .approved, [type?.value])
    add("Risk", .approved, [risk?.value])
    add("Category", .approved, categories.map(\.value))
    add("Security-relevant", .approved, [isSecurityRelevant.map { $0.value ? "yes" : "no" }])
    add("Systems", .approved, systems.map(\.value))
    add("Environment", .approved, environments.map(\.value))
    add("Region", .approved, regions.map(\.value))
    add("Requester", .other, [requester?.value])
    add("Implementer", .other, [implementer?.value])
    add("Owner", .other, [owner?.value])
    add("Approvals", .approval, approvals.map(\.text))
    add("Requested", requested)
    add("Scheduled", .time, [scheduled.map { "\($0.value.start.rfc3339)/\($0.value.end.rfc3339)" }])
    add("Started", started)
    add("Deployed", deployed)
    add("Closed", closed)
    add("Outcome", .outcome, [outcome?.value.rawValue])
    add("Rolled back", rollback?.at)
    add("Rollback trigger", .outcome, [rollback?.trigger?.value])
    add("Rollback verified", .outcome, [rollback?.verified.map { $0.value ? "yes" : "no" }])
    add("Reviewed", review?.at)
    add("Reviewer", .other, [review?.by?.value])
    add("Review notes", .text, [review?.notes?.value])
    add("Post-mortem", .outcome, [postMortem?.value])
    add("Incidents", .outcome, incidents.map(\.value))
    add("Caused incidents", .outcome, causedIncidents.map(\.value))
    add("Follows", .other, [follows?.value])
    add("Supersedes", .other, [supersedes?.value])
    add(
      "Evidence", .other,
      evidence.map { "\($0.level.value)\($0.proof.map { ": \($0.value)" } ?? "")" })
    add("Waivers", .other, waivers.map(\.text))
    add("Delivers", .other, deliveries.map { $0.texts.joined(separator: ", ") })
    add("External", .other, external.map(\.value))
    return fields + runtimeFields
      + unread.map { RecordField(name: $0.key, part: .other, items: [$0.value]) } + sectionFields
  }

  private var runtimeFields: [RecordField] {
    guard let runtime else { return [] }
    let values: [(String, FieldChange.Part, String?)] = [
      ("Spec version", .approved, runtime.specVersion.map { "\($0.value)" }),
      ("WASM hash", .approved, runtime.wasmHash?.value),
      ("Changelog", .other, runtime.changelog?.value),
      ("Migration notes", .approved, runtime.migrationNotes?.value),
      ("Proposal", .other, runtime.proposal?.value),
      ("Voting from", .time, runtime.voting?.from?.value.rfc3339),
      ("Voting to", .time, runtime.voting?.to?.value.rfc3339),
      ("Votes for", .approval, runtime.voting?.aye.map { "\($0.value)" }),
      ("Votes against", .approval, runtime.voting?.nay.map { "\($0.value)" }),
      ("Enacted at block", .outcome, runtime.enactedAtBlock.map { "\($0.value)" }),
      ("Enacted", .time, runtime.enacted?.value.rfc3339),
    ]
    return values.map { RecordField(name: $0.0, part: $0.1, items: [$0.2].compactMap(\.self)) }
  }

  /// The lines of each section, blanks around them aside.
  private var sectionFields: [RecordField] {
    let starts = sections.map { Int($0.heading.place.range.lower) }
    return sections.enumerated().compactMap { index, section in
      guard let part = section.role.historyPart else { return nil }
      let start = Int(section.heading.place.range.upper)
      let end = index + 1 < starts.count ? starts[index + 1] : file.bytes.count
      return RecordField(
        name: section.heading.text, part: part, items: file.lines(start, end), isSection: true)
    }
  }

  /// The instants that it declares, which git may bear out or not. Of what was said first and written
  /// down later it is the writing down.
  package var declaredInstants: [DeclaredInstant] {
    let own: [(String, Located<Instant>?)] = [
      ("requested", requested), ("started", started), ("deployed", deployed), ("closed", closed),
      ("the rollback", rollback?.at), ("the review", review?.at),
    ]
    let given = approvals.compactMap { approval in
      (approval.documented ?? approval.at).map {
        DeclaredInstant(name: "the \(approval.role.value.rawValue) approval", at: $0)
      }
    }
    return given + own.compactMap { name, at in at.map { DeclaredInstant(name: name, at: $0) } }
  }
}

/// An instant that a record declares.
package struct DeclaredInstant: Sendable {
  /// Of what, as it stands in a sentence.
  package let name: String
  package let at: Located<Instant>

  /// The same of the same, wherever it stands.
  func isSame(as other: DeclaredInstant) -> Bool {
    name == other.name && at.value == other.at.value
  }
}

extension Approval {
  /// `CAB: @cab, 2026-03-06T13:00:00Z`: two that say the same are one approval.
  var text: String {
    let who = by?.value ?? "somebody not named"
    let when = at.map { ", \($0.value.rfc3339)" } ?? ""
    let words = isVerbal ? ", verbal" : ""
    let written = documented.map { ", written down \($0.value.rfc3339)" } ?? ""
    return "\(role.value.rawValue): \(who)\(when)\(words)\(written)"
  }
}

extension Waiver {
  fileprivate var text: String {
    [rule?.value, by.map { "by \($0.value)" }, at?.value.rfc3339, reason?.value]
      .compactMap(\.self).joined(separator: ", ")
  }
}

extension SectionRole? {
  /// Nil where the record's fields say what stands there.
  fileprivate var historyPart: FieldChange.Part? {
    switch self {
    case .title, .type, .riskLevel, .approvals: nil
    case .technicalDetails, .implementationPlan, .rollbackPlan: .approved
    case .summary, .justification, .impact, .testingEvidence, .schedule, nil: .text
    }
  }
}

extension SourceFile {
  /// The lines of a range of bytes that say something, trimmed.
  fileprivate func lines(_ start: Int, _ end: Int) -> [String] {
    guard start < end, end <= bytes.count else { return [] }
    return bytes[start..<end].split { $0 == 0x0A || $0 == 0x0D }.compactMap { line in
      let text = WordForm.trim(String(decoding: line, as: UTF8.self))
      return text.isEmpty ? nil : text
    }
  }
}
