import Configuration
import Findings

/// A row of the table of change types. A class, since every judgement of a change holds its type.
package final class ChangeType: Sendable {
  /// As the policy writes it, without emphasis.
  package let name: String
  package let description: String
  package let approval: Approval
  package let leadTime: LeadTime?
  package let reference: PolicyReference
  /// What the settings say that it is.
  let statedKind: TypeKind?
  /// The same, else what its name says; nil where neither says anything of it.
  private let named: TypeKind?

  package init(
    name: String, description: String, approval: Approval, leadTime: LeadTime?,
    reference: PolicyReference, kind: TypeKind? = nil
  ) {
    self.name = name
    self.description = description
    self.approval = approval
    self.leadTime = leadTime
    self.reference = reference
    statedKind = kind
    named = kind ?? TypeKind(named: name)
  }

  /// What a change of this type needs before it starts.
  package enum Approval: Sendable, Hashable {
    case preApproved
    /// Nobody is asked, and the policy does not call it approved in advance either.
    case nobody
    case advisoryBoard
    case emergencyBoard
    case governanceVote
    /// Approved by roles that the policy names in other words.
    case roles(ApprovalRule)

    /// The same of a single role.
    package static func other(_ text: String) -> Approval {
      let approver = ApprovalRule.Approver(kind: .role(WordForm.fold(text)), count: 1)
      return .roles(
        ApprovalRule(text: text, cases: [ApprovalRule.Case(risks: [], ways: [[approver]])]))
    }

    /// The policy does not say, or not in words that are understood: no approval is enough.
    static let unknown = Approval.roles(ApprovalRule(text: "not stated", cases: []))
  }

  /// How long before its start a change is requested.
  package enum LeadTime: Sendable, Hashable {
    case immediate
    case sameDay
    /// At least that many calendar days; of `1–3 days` the smaller number.
    case days(Int)
    /// Days from Monday to Friday.
    case businessDays(Int)
    /// At least that many seconds (`4 hours`).
    case seconds(Int64)
    /// As long as the governance vote lasts.
    case votingPeriod
  }

  /// Done without asking anybody each time: approved in advance, or of a name that says so where
  /// nobody approves.
  package var isStandard: Bool {
    approval == .preApproved || approval == .nobody && named == .standard
  }

  /// An emergency by its name, whoever approves it; where the name does not say what it is, by the
  /// board that approves it.
  package var isEmergency: Bool {
    named == .emergency || named == nil && approval == .emergencyBoard
  }

  package var isGoverned: Bool { approval == .governanceVote }

  /// Somebody has to approve each change of it.
  package var needsApproval: Bool { approval != .preApproved && approval != .nobody }
}

/// A row of the table of risks; the order of the table is the order of the levels.
package struct RiskLevel: Sendable {
  package let name: String
  /// 0 for the lowest.
  package let rank: Int
  package let criteria: String
  package let examples: String
  package let reference: PolicyReference
}

/// A row of the catalogue of standard changes.
package struct PreApprovedChange: Sendable {
  package let name: String
  package let conditions: String
  package let reference: PolicyReference
}
