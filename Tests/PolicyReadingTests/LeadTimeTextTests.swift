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
      ("2 weeks before start", .days(14)), ("5 calendar days", .days(5)),
    ] as [(String, ChangeType.LeadTime)])
  func understands(_ text: String, _ expected: ChangeType.LeadTime) {
    #expect(LeadTimeText.read(text) == expected)
  }

  @Test(arguments: [
    "", "soon", "5", "days", "3–1 days", "one month", "5 days or so", "< 5 days", "1.5 days",
    "99999999999999999999 days", "5 fortnights",
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
    ] as [(String, ChangeType.Approval)])
  func understands(_ text: String, _ expected: ChangeType.Approval) {
    #expect(ApprovalText.read(text) == expected)
  }

  @Test func refusesACellWithoutWords() {
    #expect(ApprovalText.read(" — ") == nil)
  }
}
