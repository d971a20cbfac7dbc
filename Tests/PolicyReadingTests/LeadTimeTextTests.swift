import Configuration
import SourceText
import Testing

@testable import PolicyReading

@Suite struct LeadTimeTextTests {
  @Test(
    arguments: [
      ("Immediate", .immediate), ("None", .immediate), ("–", .immediate), ("0 days", .immediate),
      ("5 days", .days(5)), ("five days", .days(5)), ("at least 5 days", .days(5)),
      ("5 days minimum", .days(5)), ("5+ days", .days(5)), ("≥ 5 days", .days(5)),
      ("3 business days", .businessDays(3)), ("3 working days' notice", .businessDays(3)),
      ("1–3 days", .days(1)), ("1-3 days", .days(1)), ("1 to 3 business days", .businessDays(1)),
      ("Same day", .sameDay), ("Voting period", .votingPeriod), ("4 hours", .seconds(14_400)),
      ("30 min", .seconds(1800)), ("24h", .seconds(86_400)), ("1 week", .days(7)),
      ("5 working days before implementation", .businessDays(5)),
      ("Next business day", .businessDays(1)),
      ("3 days before the planned change", .days(3)), ("2 weeks before start", .days(14)),
      ("5 calendar days", .days(5)),
    ] as [(String, ChangeType.LeadTime)])
  func understands(_ text: String, _ expected: ChangeType.LeadTime) {
    #expect(LeadTimeText.read(text) == expected)
  }

  @Test(arguments: [
    "", "soon", "5", "days", "3–1 days", "one month", "5 days or so", "< 5 days", "1.5 days",
    "99999999999999999999 days", "5 fortnights", "within 2 business days",
    "by end of next business day",
  ])
  func refuses(_ text: String) {
    #expect(LeadTimeText.read(text) == nil)
  }
}

@Suite struct ApprovalTextTests {
  @Test(
    arguments: [
      ("Pre-approved", .preApproved), ("preapproved", .preApproved), ("CAB review", .advisoryBoard),
      ("CAB approval", .advisoryBoard), ("Change Advisory Board", .advisoryBoard),
      ("Emergency CAB", .emergencyBoard), ("E-CAB (emergency)", .emergencyBoard),
      ("eCAB", .emergencyBoard), ("Governance vote", .governanceVote),
      ("On-chain vote", .governanceVote), ("Team lead", .other("Team lead")),
      ("Automated", .nobody), ("none", .nobody), ("N/A", .nobody), ("Not required", .nobody),
    ] as [(String, ChangeType.Approval)])
  func understands(_ text: String, _ expected: ChangeType.Approval) {
    #expect(ApprovalText.read(text) == expected)
  }

  @Test func refusesACellWithoutWords() {
    #expect(ApprovalText.read(" — ") == nil)
  }
}

@Suite struct ChangeTypeTests {
  private func type(_ name: String, _ approval: String) -> ChangeType? {
    readPolicy(
      SourceFile(
        path: "p.md",
        text:
          "| Type | Approval | Lead Time |\n|---|---|---|\n| \(name) | \(approval) | Immediate |\n"),
      settings: Settings()
    ).types.first
  }

  @Test(arguments: [
    ("Emergency", "CTO"), ("Urgent change", "CAB review"), ("Break-fix", "Automated"),
    ("Breakfix", "None"), ("Expedited", "Team lead"), ("Hotfix", "Emergency CAB"),
  ])
  func isAnEmergencyByItsName(_ name: String, _ approval: String) {
    #expect(type(name, approval)?.isEmergency == true)
  }

  @Test(arguments: [
    ("Normal", "Emergency CAB"), ("Non-emergency", "CAB review"), ("Not urgent", "CAB review"),
    ("Standard", "Pre-approved"), ("Runtime Upgrade", "Governance vote"), ("Normal", "CTO"),
  ])
  func isNoEmergencyByItsName(_ name: String, _ approval: String) {
    #expect(type(name, approval)?.isEmergency == false)
  }

  @Test func nobodyIsAskedWithoutBeingPreApproved() throws {
    let normal = try #require(type("Normal", "Automated"))
    #expect(!normal.needsApproval)
    #expect(!normal.isStandard)
    #expect(try #require(type("Standard", "None")).isStandard)
    #expect(try #require(type("Normal", "CAB review")).needsApproval)
  }
}
