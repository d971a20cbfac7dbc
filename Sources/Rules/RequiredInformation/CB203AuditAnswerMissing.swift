import Findings
import PolicyReading
import Records
import SourceText

/// CB203: the record leaves one of an auditor's five questions open.
package enum AuditAnswerMissing: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 203, title: "no answer to what, who, when, why or who approved", severity: .breach,
    enforces: "Audit trail",
    explanation: """
      An auditor asks five things of every change: what changed, who made it, when, why, and who
      approved it. The record has to answer them itself.

      *What*: a title or a description. *Who*: an implementer or a requester. *When*: an instant of
      start, deployment or schedule. *Why*: a justification; where the type need not give one, the
      description or the technical details will do. Who and when are asked once the work has begun.
      *Who approved* is for CB301 to CB303, and for CB311 where an approval names nobody. What CB201
      already asks for is not repeated.
      """,
    wrong: """
      ---
      requester:
      implementer:
      ---
      """,
    right: """
      ---
      requester: "@gateway-author"
      implementer: "@gateway-oncall"
      ---
      """)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    if change.isWithdrawn { return [] }
    let clause = context.policy.auditClause
    var findings: [Finding] = []
    func ask(_ question: String, _ help: String, at place: Place) {
      findings.append(
        finding("no answer to \(question)", help: help, at: place, policy: clause))
    }
    let asked = context.required
    if change.title == nil, !change.isDescribed, !asked.contains(.title),
      !asked.contains(.description)
    {
      ask("what changed", "add a title and a description", at: change.idPlace)
    }
    if !asked.contains(.justification), !asked.contains(.description), !change.saysWhy {
      ask("why it was changed", "add a justification or a description", at: change.idPlace)
    }
    if change.hasHappened {
      if change.implementer == nil, change.requester == nil {
        ask("who made the change", "add `implementer:`", at: change.idPlace)
      }
      if change.beginning == nil, change.scheduled == nil, change.rollback?.at == nil,
        change.runtime?.enacted == nil
      {
        ask("when it was changed", "add `started:` and `deployed:`", at: change.typePlace)
      }
    }
    return findings
  }
}

extension Change {
  /// Justification, description or technical details: text left from the template counts here,
  /// because CB202 names it already.
  fileprivate var saysWhy: Bool {
    isDescribed
      || [.justification, .technicalDetails, .summary].contains { isFilled($0) || isTemplate($0) }
  }
}

extension ChangeContext {
  /// The fields that the policy requires for the type.
  fileprivate var required: [FieldKind] {
    policy.policy.requiredFields.compactMap { requires($0) ? $0.kind : nil }
  }
}
