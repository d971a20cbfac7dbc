import Chronology
import PolicyReading
import Records
import SourceText

/// The approval that a type of change needs, as sets of roles of which one whole set is enough.
package struct ApprovalDemand {
  /// The usual way first.
  package let alternatives: [[ApprovalRole]]

  /// Nil for a type that needs no approval of its own.
  ///
  /// The CAB may speak as itself or through its three representatives, and may stand in for the
  /// emergency CAB, whose minimum is the engineering lead, with security for a change that is
  /// security-relevant. An approval in other words is given by the roles it names, and by no other.
  package init?(_ approval: ChangeType.Approval, isSecurityRelevant: Bool) {
    switch approval {
    case .preApproved, .nobody: return nil
    case .advisoryBoard:
      alternatives = [[.advisoryBoard], [.engineeringLead, .security, .operations]]
    case .emergencyBoard:
      alternatives = [
        [.emergencyBoard], [.advisoryBoard],
        isSecurityRelevant ? [.engineeringLead, .security] : [.engineeringLead],
      ]
    case .governanceVote: alternatives = [[.governance]]
    case .other(let text):
      let named = ApprovalRole.roles(in: text)
      let isChoice = WordForm.words(text).contains("or")
      alternatives = isChoice ? named.map { [$0] } : named.isEmpty ? [] : [named]
    }
  }

  package func isMet(by approvals: [Approval]) -> Bool {
    alternatives.contains { roles in
      roles.allSatisfy { role in approvals.contains { $0.role.value == role } }
    }
  }

  /// When the demand was met: of each alternative its last role, of the alternatives the first.
  /// Nil where none is met, or where one is met at a time that the record does not give.
  package func met(by approvals: [Approval], ofEmergency isEmergency: Bool) -> (Instant, Approval)?
  {
    var earliest: (Instant, Approval)?
    for roles in alternatives {
      var last: (Instant, Approval)?
      var isMet = true
      for role in roles {
        let given = approvals.filter { $0.role.value == role }
        if given.isEmpty {
          isMet = false
          break
        }
        let timed = given.compactMap { approval in
          approval.takesEffect(inEmergency: isEmergency).map { ($0, approval) }
        }
        guard timed.count == given.count, let first = timed.min(by: { $0.0 < $1.0 }) else {
          return nil
        }
        if last.map({ $0.0 < first.0 }) ?? true { last = first }
      }
      guard isMet, let last else { continue }
      if earliest.map({ last.0 < $0.0 }) ?? true { earliest = last }
    }
    return earliest
  }
}

extension Approval {
  /// From when on the approval counts: an emergency may begin on a word of mouth, any other change
  /// only once it is written down.
  package func takesEffect(inEmergency isEmergency: Bool) -> Instant? {
    isVerbal && !isEmergency ? documented?.value : at?.value
  }
}
