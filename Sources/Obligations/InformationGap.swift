import Chronology
import Markdown
import PolicyReading
import Records
import SourceText

/// Information that the policy requires of a change and the record does not give.
package enum InformationGap: Sendable {
  /// The record says nothing for a required field.
  case fieldAbsent(RequiredField)
  /// Its section is there and says nothing; the heading.
  case fieldEmpty(RequiredField, Place)
  /// A section holds text of the template instead of an answer; the field is nil where the policy
  /// does not require the section of this type.
  case templateLeft(RecordSection, SourceRange, RequiredField?)
  /// An auditor's question that the record leaves open.
  case auditQuestion(AuditQuestion)

  static func all(of change: Change, in context: ObligationContext) -> [InformationGap] {
    fields(of: change, in: context) + templates(of: change, in: context)
      + AuditQuestion.open(of: change, in: context).map(InformationGap.auditQuestion)
  }

  private static func fields(
    of change: Change, in context: ObligationContext
  ) -> [InformationGap] {
    context.policy.policy.requiredFields.compactMap { field in
      guard context.requires(field), isOwed(field.kind, by: change, in: context) else {
        return nil
      }
      switch change.state(of: field.kind) {
      case .given, .template: return nil
      case .absent: return .fieldAbsent(field)
      case .empty(let place): return .fieldEmpty(field, place)
      }
    }
  }

  private static func isOwed(
    _ field: FieldKind, by change: Change, in context: ObligationContext
  ) -> Bool {
    if change.isWithdrawn { return field == .title }
    switch field {
    case .type, .riskLevel:
      // A choice that was made, but not readably, is told by its reader.
      return !change.hasUnreadableChoice(field)
    case .testingEvidence:
      guard let demand = context.policy.testDemand(of: change, type: context.type) else {
        return true
      }
      if demand.levels.isEmpty { return false }
      if case .absent = change.state(of: .testingEvidence) { return true }
      return !change.owesEvidence(asOf: context.asOf)
    case .approvals:
      return change.owesEvidence(asOf: context.asOf) && !change.lacksApproval(in: context)
    default:
      return true
    }
  }

  private static func templates(
    of change: Change, in context: ObligationContext
  ) -> [InformationGap] {
    if change.isWithdrawn { return [] }
    return change.sections.compactMap { section in
      guard case .template(let range) = section.state else { return nil }
      return .templateLeft(section, range, requiredField(of: section, in: context))
    }
  }

  private static func requiredField(
    of section: RecordSection, in context: ObligationContext
  ) -> RequiredField? {
    context.policy.policy.requiredFields.first { field in
      guard context.requires(field) else { return false }
      if case .section(let name) = field.kind { return section.isNamed(name) }
      guard let role = field.kind.role else { return false }
      return section.role == role
    }
  }
}

extension Change {
  /// A reader met the choice of type or risk and could not take it.
  fileprivate func hasUnreadableChoice(_ field: FieldKind) -> Bool {
    let word = field == .type ? "type" : "risk"
    return problems.contains { problem in
      switch problem.kind {
      case .boxesTicked(let name, _), .unreadableValue(let name, _, _),
        .disagreement(let name, _, _, _):
        WordForm.words(name).contains { $0 == word }
      default: false
      }
    }
  }
}
