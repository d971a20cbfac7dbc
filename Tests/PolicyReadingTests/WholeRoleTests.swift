import TestSupport
import Testing

@testable import PolicyReading

/// A known role swallows nothing of what else stands in its cell: every word is accounted for, or the cell is
/// not understood.
@Suite struct WholeRoleTests {
  private static let roles = ["CAB", "Technical lead", "Security", "Code review", "Emergency CAB"]
  /// Words of many languages, and of none, that may ask for somebody else.
  private static let joints = [
    " und ", " et ", " y ", " e ", " en ", " og ", " ja ", " и ", " sowie ", " mit ", " led by ",
    " excluding ", " minus ", " on behalf of ", " ", "-", " – ", " — ", "·", "、", "\\", "＋", " x2 ",
    " qwx ",
  ]
  private static let others = ["CTO", "CISO", "Vorstand", "@bea", "Geschäftsführung", "requester"]

  @Test(arguments: 0..<200)
  func aRoleSwallowsNothing(_ seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let role = Self.roles[random.below(Self.roles.count)]
    let other = Self.others[random.below(Self.others.count)]
    let joint = Self.joints[seed % Self.joints.count]
    for cell in [role + joint + other, other + joint + role] {
      #expect(ApprovalText.read(cell) == nil, "\(cell)")
      for allowed in ["Emergency only, or with \(cell) approval", "with approval of \(cell)"] {
        let read = FreezeAllowanceText.read(allowed)
        #expect(read == nil, "\(allowed)")
      }
    }
  }

  @Test(arguments: [
    "Technical-CAB", "Security und CAB", "Technical et CAB", "Technical – Security",
    "Security·Operations", "CAB chair", "CAB secretary", "double CAB", "CAB x2", "CAB etc.",
    "CAB in plenary", "CAB by ballot", "CAB, after security", "Pre-approved und CTO",
    "Pre-approved, CTO", "Pre-approved with CTO sign-off",
  ])
  func twoThingsAreNotOne(_ cell: String) {
    switch ApprovalText.read(cell) {
    case nil: break
    case .roles(let rule):
      // A role of its own, which nobody has by another name.
      #expect(rule.approvers.allSatisfy { $0.kind != .advisoryBoard }, "\(cell)")
    case let approval: Issue.record("\(cell) is \(String(describing: approval))")
    }
  }

  @Test(arguments: [
    "unanimous CAB", "a second CAB", "renewed CAB", "CAB chair", "CAB–CTO", "Technical Security",
  ])
  func anAllowanceAsksForOneRole(_ role: String) {
    #expect(FreezeAllowanceText.read("Emergency only, or with \(role) approval") == nil)
  }

  @Test(arguments: [
    "CAB", "the CAB", "CAB members", "IT CAB", "Change Advisory Board review", "Technical lead",
    "Head of IT security", "Security architect", "Operations manager",
    "Another engineer, peer review",
    "Lead developer", "Business sponsor", "CAB after deployment, CTO", "Executive board",
    "Pre-approved (annual review)", "Pre-approved by the change manager", "Standing approval",
  ])
  func namesOfRolesAreRead(_ cell: String) {
    #expect(ApprovalText.read(cell) != nil, "\(cell)")
  }

  @Test(arguments: ["CAB", "emergency CAB", "CTO", "on-call security lead", "head of operations"])
  func allowancesAreRead(_ role: String) {
    #expect(FreezeAllowanceText.read("Emergency only, or with \(role) approval") != nil)
  }
}
