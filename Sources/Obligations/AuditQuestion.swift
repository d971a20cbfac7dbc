import PolicyReading
import Records

/// One of the questions that an auditor asks of every change; who approved it is asked of its
/// authorisation.
package enum AuditQuestion: Sendable {
  case what, why, who, when

  /// The questions that a record leaves open. Who and when are asked once the work has begun.
  static func open(of change: Change, in context: ObligationContext) -> [AuditQuestion] {
    if change.isWithdrawn { return [] }
    let required = context.policy.policy.requiredFields.compactMap {
      context.requires($0) ? $0.kind : nil
    }
    var questions: [AuditQuestion] = []
    if change.title == nil, !change.isDescribed, !required.contains(.title),
      !required.contains(.description)
    {
      questions.append(.what)
    }
    if !required.contains(.justification), !required.contains(.description), !change.saysWhy {
      questions.append(.why)
    }
    if change.hasHappened {
      if change.implementer == nil, change.requester == nil { questions.append(.who) }
      if change.beginning == nil, change.scheduled == nil, change.rollback?.at == nil,
        change.runtime?.enacted == nil
      {
        questions.append(.when)
      }
    }
    return questions
  }
}

extension Change {
  /// Justification, description or technical details: text left from the template counts here,
  /// because it is told already.
  fileprivate var saysWhy: Bool {
    isDescribed
      || [.justification, .technicalDetails, .summary].contains { isFilled($0) || isTemplate($0) }
  }
}
