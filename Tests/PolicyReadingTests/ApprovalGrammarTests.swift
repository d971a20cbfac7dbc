import TestSupport
import Testing

@testable import PolicyReading

@Suite struct ApprovalGrammarTests {
  /// The sets of approvers that are enough, in words: `2 peers + cab`.
  private func ways(_ text: String, risk: String? = nil) -> [String]? {
    guard case .roles(let rule)? = ApprovalText.read(text) else { return nil }
    return rule.ways(forRisk: risk).map { way in
      way.map { approver in
        let name =
          switch approver.kind {
          case .advisoryBoard: "CAB"
          case .emergencyBoard: "ECAB"
          case .governance: "VOTE"
          case .role(let name): name
          }
        return approver.count == 1 ? name : "\(approver.count) \(name)"
      }.joined(separator: " + ")
    }
  }

  private func afterwards(_ text: String) -> [String]? {
    guard case .roles(let rule)? = ApprovalText.read(text) else { return nil }
    return rule.afterwards
  }

  @Test func asksForEveryRoleThatIsJoined() {
    var random = SplitMix(seed: 7)
    let roles = ["CAB", "CTO", "Executive", "business sponsor", "IT Director", "Service owner"]
    let joints = [" + ", ", ", " and ", " & ", "; ", ", and ", " plus "]
    for _ in 0..<200 {
      let chosen = Array(roles.shuffled(using: &random).prefix(.random(in: 2...4, using: &random)))
      let joint = joints.randomElement(using: &random) ?? " + "
      let text = chosen.joined(separator: joint)
      let expected = chosen.map { $0 == "CAB" ? $0 : $0.lowercased() }.joined(separator: " + ")
      #expect(ways(text) == [expected], "\(text)")
    }
  }

  @Test(arguments: [
    ("CTO or Change Manager", ["cto", "change manager"]),
    ("CTO, CIO or CAB", ["cto", "cio", "CAB"]),
    ("any of: CTO, CIO, CAB", ["cto", "cio", "CAB"]),
    ("Either CTO or CIO", ["cto", "cio"]),
    ("two of CTO, CIO, CAB", ["cto + cio", "cto + CAB", "cio + CAB"]),
    ("Team lead (or delegate)", ["team lead"]),
    ("Team lead or deputy", ["team lead"]),
    ("two peers", ["2 peers"]), ("At least 2 engineers", ["2 engineers"]),
    ("2x peer review + CAB", ["2 peer review + CAB"]),
    ("Security council 5-of-9", ["5 security council"]),
    ("On-call engineer (verbal)", ["on call engineer"]),
    ("Peer review, then manager", ["peer review + manager"]),
    ("Executive board", ["executive board"]),
  ])
  func readsChoicesAndCounts(_ text: String, _ expected: [String]) {
    #expect(ways(text) == expected)
  }

  @Test(arguments: [
    ("CTO (post-facto CAB review)", ["cto"], 1),
    ("CISO + IT Director (post-facto CAB review)", ["ciso + it director"], 1),
    (
      "VP Eng + Compliance Officer dual approval; retro CAB within 3 business days",
      ["vp eng + compliance officer"], 1
    ),
    ("Manager, CAB notified", ["manager"], 1),
    ("CTO + CAB (retrospective)", ["cto"], 1),
    ("CTO, after-the-fact CAB review, business owner informed", ["cto"], 2),
  ])
  func keepsWhatFollowsTheChangeApart(_ text: String, _ expected: [String], _ count: Int) {
    #expect(ways(text) == expected)
    #expect(afterwards(text)?.count == count)
  }

  @Test(arguments: [
    "Peer review (Low, Medium), CAB (High, Critical)",
    "Peer review for low and medium, CAB for high and critical risk",
    "Low, Medium: peer review; High, Critical: CAB",
    "Low/Medium: Peer review; High/Critical: CAB",
    "Peer review (Low and Medium risk); CAB (High risk, Critical risk)",
  ])
  func dependsOnTheRisk(_ text: String) {
    #expect(ways(text, risk: "Low") == ["peer review"])
    #expect(ways(text, risk: "medium") == ["peer review"])
    #expect(ways(text, risk: "High") == ["CAB"])
    #expect(ways(text, risk: "Critical") == ["CAB"])
    // Of a change whose risk nobody knows everybody approves.
    #expect(ways(text) == ["peer review + CAB"])
    #expect(ways(text, risk: "Enormous") == [])
  }

  @Test func asksNobodyForSomeRisks() {
    #expect(ways("None (Low), Manager (Medium), CAB + CTO (High)", risk: "Low") == [""])
    #expect(ways("None (Low), Manager (Medium), CAB + CTO (High)", risk: "High") == ["CAB + cto"])
    #expect(ways("Pre-approved (Low), CAB (High)", risk: "High") == ["CAB"])
  }

  @Test(arguments: [
    "CAB + CTO or CIO", "CTO if urgent", "CAB unless low risk", "Tech Lead / Manager",
    "Peer review (Low), CAB", "CAB (Low), Manager (Low)", "Post-implementation review",
    "CAB (if applicable)", "None, CAB", "Manager within 2 days", "CAB + Governance vote",
    "Pre-approved unless high", "Low, Medium", "2 of the CTO, CAB, CIO (High)", "retro CAB",
    "Manager dual approval", "CTO as needed",
  ])
  func leavesNothingOver(_ text: String) {
    #expect(ApprovalText.read(text) == nil)
  }

  @Test(
    arguments: [
      ("CAB (weekly)", .advisoryBoard), ("Change Advisory Board (CAB)", .advisoryBoard),
      ("the CAB", .advisoryBoard), ("Emergency CAB (verbal)", .emergencyBoard),
      ("CAB approval required", .advisoryBoard), ("Change board", .advisoryBoard),
      ("Governance vote (2/3)", .governanceVote), ("Pre-approved by the CAB", .preApproved),
      ("Automated", .nobody), ("None required", .nobody),
    ] as [(String, ChangeType.Approval)])
  func knowsTheUsualWays(_ text: String, _ expected: ChangeType.Approval) {
    #expect(ApprovalText.read(text) == expected)
  }
}
