import Findings
import Obligations
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
    let clause = context.policy.auditClause
    return context.obligations.information.compactMap { gap in
      guard case .auditQuestion(let question) = gap else { return nil }
      let (asked, help, place) = words(for: question, of: change)
      return finding("no answer to \(asked)", help: help, at: place, policy: clause)
    }
  }

  private static func words(
    for question: AuditQuestion, of change: Change
  ) -> (asked: String, help: String, place: Place) {
    switch question {
    case .what: ("what changed", "add a title and a description", change.idPlace)
    case .why: ("why it was changed", "add a justification or a description", change.idPlace)
    case .who: ("who made the change", "add `implementer:`", change.idPlace)
    case .when: ("when it was changed", "add `started:` and `deployed:`", change.typePlace)
    }
  }
}
