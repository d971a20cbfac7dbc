import Testing

@testable import PolicyReading

@Suite struct RequirementTextTests {
  static let types = ["Standard", "Normal", "Emergency", "Runtime Upgrade", "Hardware and Network"]

  @Test(
    arguments: [
      ("All", .all), ("all changes", .all), ("Yes", .all), ("✓", .all),
      ("Normal, Emergency", .types(["Normal", "Emergency"])),
      ("Emergency and Normal", .types(["Normal", "Emergency"])),
      ("Normal / Runtime", .types(["Normal", "Runtime Upgrade"])),
      ("Normal & runtime upgrades", .types(["Normal", "Runtime Upgrade"])),
      ("Normal changes; Standard changes", .types(["Standard", "Normal"])),
      ("Hardware and Network", .types(["Hardware and Network"])),
      ("Normal, Hardware and Network", .types(["Normal", "Hardware and Network"])),
      (
        "All except Standard",
        .types(["Normal", "Emergency", "Runtime Upgrade", "Hardware and Network"])
      ),
      ("All (except Standard and Hardware)", .types(["Normal", "Emergency", "Runtime Upgrade"])),
      ("None", .types([])), ("–", .types([])),
    ] as [(String, Applicability)])
  func understandsApplicability(_ text: String, _ expected: Applicability) throws {
    let reading = try #require(ApplicabilityText.read(text, types: NameResolution(Self.types)))
    #expect(reading.applicability == expected)
    #expect(reading.undefined == [])
  }

  @Test func namesWhatNoTypeIsCalled() throws {
    let reading = try #require(
      ApplicabilityText.read("Normal, Urgnet", types: NameResolution(Self.types)))
    #expect(reading.applicability == .types(["Normal"]))
    #expect(reading.undefined == ["Urgnet"])
  }

  @Test func aShortNameOfTwoTypesIsNeither() throws {
    let reading = try #require(
      ApplicabilityText.read(
        "Runtime", types: NameResolution(["Runtime Upgrade", "Runtime Patch"])))
    #expect(reading.undefined == ["Runtime"])
  }

  @Test func anEmptyCellSaysNothing() {
    #expect(ApplicabilityText.read("  ", types: NameResolution(Self.types)) == nil)
  }

  @Test(arguments: [
    ("2", 2, 0), ("two", 2, 0), ("2 + 1 security", 2, 1), ("2 and 1 security", 2, 1),
    ("2 reviewers + 1 security reviewer", 2, 1), ("at least 2", 2, 0), ("2+", 2, 0),
    ("1 peer, 2 security", 1, 2), ("2 + security", 2, 1), ("1 security", 0, 1),
    ("2 (1 security)", 2, 1), ("–", 0, 0), ("None", 0, 0),
  ])
  func understandsReviewers(_ text: String, _ technical: Int, _ security: Int) throws {
    let reading = try #require(ReviewersText.read(text))
    #expect(reading.technical == technical)
    #expect(reading.security == security)
  }

  @Test(arguments: ["", "some", "2 + 2", "2 1", "1.5", "2 + 1 dog", "+ 2"])
  func refusesReviewers(_ text: String) {
    #expect(ReviewersText.read(text) == nil)
  }

  @Test(
    arguments: [
      ("Yes", .yes), ("✓", .yes), ("x", .yes), ("No", .no), ("-", .no), ("", .no),
      ("If security-relevant", .ifRelevant), ("When needed", .ifRelevant),
      ("as needed", .ifRelevant), ("Yes, if security-relevant", .ifRelevant),
    ] as [(String, ReviewRequirement.SecurityReview)])
  func understandsSecurityReviews(_ text: String, _ expected: ReviewRequirement.SecurityReview) {
    #expect(SecurityReviewText.read(text) == expected)
  }

  @Test(
    arguments: [
      ("Yes", .required), ("✓", .required), ("✅", .required), ("x", .required), ("-", .none),
      ("–", .none), ("—", .none), ("No", .none), ("", .none), ("✗", .none), ("N/A", .none),
      ("Optional", .optional), ("Recommended", .recommended),
    ] as [(String, TestingMatrix.Requirement)])
  func understandsTestRequirements(_ text: String, _ expected: TestingMatrix.Requirement) {
    #expect(TestRequirementText.read(text) == expected)
  }

  @Test func refusesOtherAnswers() {
    #expect(TestRequirementText.read("mostly") == nil)
    #expect(SecurityReviewText.read("maybe") == nil)
    #expect(SecurityReviewText.read("as usual") == nil)
  }
}
