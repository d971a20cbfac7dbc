import Chronology
import PolicyReading
import Records
import SourceText

/// The approval that a type of change needs, as sets of signatures of which one whole set is enough.
package struct ApprovalDemand {
  /// Signatures of different people in one role.
  package struct Signatures: Sendable, Hashable {
    package let role: ApprovalRole
    package let count: Int
  }

  /// The usual way first.
  package let alternatives: [[Signatures]]

  /// Nil for a type that needs no approval of its own.
  ///
  /// The CAB may speak as itself or through its three representatives, and may stand in for the
  /// emergency CAB, whose minimum is the engineering lead, with security for a change that is
  /// security-relevant. An approval in other words is given by the roles it names, and by no other;
  /// where it depends on the risk and the risk is not known, by those of every risk.
  package init?(_ approval: ChangeType.Approval, risk: String?, isSecurityRelevant: Bool) {
    switch approval {
    case .preApproved, .nobody: return nil
    case .advisoryBoard:
      alternatives = Self.ways(of: .advisoryBoard, isSecurityRelevant)
    case .emergencyBoard:
      alternatives = Self.ways(of: .emergencyBoard, isSecurityRelevant)
    case .governanceVote: alternatives = Self.ways(of: .governance, isSecurityRelevant)
    case .roles(let rule):
      let ways = rule.ways(forRisk: risk)
      if ways.contains(where: \.isEmpty) { return nil }
      alternatives = ways.flatMap { Self.signatures(of: $0, isSecurityRelevant) }
    }
  }

  /// Every set of signatures that a set of approvers can be given by.
  private static func signatures(
    of way: [ApprovalRule.Approver], _ isSecurityRelevant: Bool
  ) -> [[Signatures]] {
    way.reduce([[]]) { sets, approver in
      let own: [[Signatures]] =
        switch approver.kind {
        case .role: [[Signatures(role: ApprovalRole(of: approver), count: approver.count)]]
        case .advisoryBoard, .emergencyBoard, .governance:
          approver.count == 1
            ? ways(of: approver.kind, isSecurityRelevant)
            : [[Signatures(role: ApprovalRole(of: approver), count: approver.count)]]
        }
      return sets.flatMap { set in own.map { set + $0.filter { !set.contains($0) } } }
    }
  }

  private static func ways(
    of kind: ApprovalRule.Approver.Kind, _ isSecurityRelevant: Bool
  ) -> [[Signatures]] {
    let ways: [[ApprovalRole]] =
      switch kind {
      case .advisoryBoard: [[.advisoryBoard], [.engineeringLead, .security, .operations]]
      case .emergencyBoard:
        [
          [.emergencyBoard], [.advisoryBoard],
          isSecurityRelevant ? [.engineeringLead, .security] : [.engineeringLead],
        ]
      case .governance: [[.governance]]
      case .role: []
      }
    return ways.map { $0.map { Signatures(role: $0, count: 1) } }
  }

  package func isMet(by approvals: [Approval]) -> Bool {
    alternatives.contains { set in set.allSatisfy { $0.areGiven(by: approvals) } }
  }

  /// When the demand was met: of each alternative its last signature, of the alternatives the first.
  /// Nil where none is met, or where one is met at a time that the record does not give.
  package func met(by approvals: [Approval], ofEmergency isEmergency: Bool) -> (Instant, Approval)?
  {
    var earliest: (Instant, Approval)?
    for set in alternatives {
      var last: (Instant, Approval)?
      var isMet = true
      for signatures in set {
        guard signatures.areGiven(by: approvals) else {
          isMet = false
          break
        }
        let given = approvals.filter { $0.role.value == signatures.role }
        let timed = given.compactMap { approval in
          approval.takesEffect(inEmergency: isEmergency).map { ($0, approval) }
        }
        guard timed.count == given.count else { return nil }
        let inOrder = timed.sorted { $0.0 < $1.0 }
        let enough = inOrder.indices.first { index in
          signatures.areGiven(by: inOrder[...index].map(\.1))
        }
        guard let enough else { return nil }
        if last.map({ $0.0 < inOrder[enough].0 }) ?? true { last = inOrder[enough] }
      }
      guard isMet, let last else { continue }
      if earliest.map({ last.0 < $0.0 }) ?? true { earliest = last }
    }
    return earliest
  }
}

extension ApprovalDemand.Signatures {
  /// Whether so many different people approved in the role.
  fileprivate func areGiven(by approvals: [Approval]) -> Bool {
    let given = approvals.filter { $0.role.value == role }
    if count == 1 { return !given.isEmpty }
    return Reviewers(given).count >= count
  }
}

extension Approval {
  /// From when on the approval counts: an emergency may begin on a word of mouth, any other change
  /// only once it is written down.
  package func takesEffect(inEmergency isEmergency: Bool) -> Instant? {
    isVerbal && !isEmergency ? documented?.value : at?.value
  }
}
