import Chronology
import Findings
import Markdown
import Obligations
import PolicyReading
import Records
import Rules
import SourceText

/// Adds the headings of required sections that a record does not have, each with what the policy says of it
/// as a comment: what to write there stays to be said, and the finding becomes that it is empty.
enum MissingSections {
  /// One edit for all the sections that a change lacks, in the order of the policy's table, with each of the
  /// findings that it mends.
  ///
  /// - Parameter others: Files that other edits mend first: a misspelt heading may be what is missing.
  static func fixes(
    of register: Register, besides others: Set<String>, asOf: Instant
  ) -> [(key: FindingKey, fix: TextFix)] {
    let policies = register.policies.policies.map(PolicyIndex.init)
    return register.changes.flatMap { change -> [(key: FindingKey, fix: TextFix)] in
      // Where the front matter does not parse, nobody knows what is missing.
      guard !change.hasUnreadableFacts, !others.contains(change.file.path) else { return [] }
      let policy = policies[register.policyIndex(for: change)]
      let obligations = Obligations(
        of: change,
        in: ObligationContext(change, policy: policy, people: register.people, asOf: asOf))
      let fields = obligations.information.compactMap { gap -> RequiredField? in
        guard case .fieldAbsent(let field) = gap, isSection(field.kind) else { return nil }
        return field
      }
      if fields.isEmpty { return [] }
      let fix = fix(adding: fields, to: change, by: policy.policy)
      return fields.map { field in
        let key = FindingKey(
          place: change.idPlace, code: MissingField.documentation.code,
          message: MissingField.message(of: field))
        return (key, fix)
      }
    }
  }

  /// Whether a field is given by a section alone.
  private static func isSection(_ kind: FieldKind) -> Bool {
    switch kind {
    case .title, .type, .riskLevel: false
    case .description, .justification, .impact, .implementationPlan, .rollbackPlan,
      .testingEvidence, .approvals, .technicalDetails, .schedule, .section:
      true
    }
  }

  private static func fix(
    adding fields: [RequiredField], to change: Change, by policy: Policy
  ) -> TextFix {
    let file = change.file
    let level = change.sections.map { Int($0.heading.level) }.min() ?? 3
    let body = RecordBody(policy: policy, title: "", type: change.type?.value, risk: nil)
    let end = Front.lineEnd(of: file)
    let isEnded = file.bytes.last == 0x0A || file.bytes.last == 0x0D
    let lines = fields.flatMap { [""] + body.section(of: $0, level: level).dropLast() }
    let text = (isEnded ? "" : end) + lines.map { $0 + end }.joined()
    let place = Place(file, SourceRange(file.bytes.count, file.bytes.count))
    let names = fields.map { "`\($0.name)`" }.joined(separator: ", ")
    let words =
      fields.count == 1
      ? "add the section \(names), still to be filled in"
      : "add the sections \(names), still to be filled in"
    return TextFix(words: words, edits: [TextEdit(place, text)])
  }
}
