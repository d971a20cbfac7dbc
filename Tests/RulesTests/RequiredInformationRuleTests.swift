import Findings
import TestSupport
import Testing

@Suite struct RequiredInformationRuleTests {
  /// CB201
  @Test func reportsAnEmptySectionAtItsHeading() throws {
    try expectMarkedFindings(normalWith: "⟦CB201⟧### Justification")
  }

  /// CB201
  @Test func reportsASectionThatIsNotThereAtTheID() throws {
    try expectMarkedFindings(
      SampleRecords.normal.replacing(with: "---\nid: ⟦CB201⟧CHG-2026-0042\n---")
        .withoutSections("Implementation Plan"))
  }

  /// CB201
  @Test func asksOfATypeOnlyWhatThePolicyAsksOfIt() throws {
    try expectMarkedFindings(
      SampleRecords.normal.replacing(
        with: "---\ntype: Standard\ncategory: configuration\n---\n"
          + "## Change Request: Lower the monitoring threshold of the gateway"
      )
      .withoutSections(
        "Justification", "Impact Assessment", "Implementation Plan",
        "Rollback Plan"))
  }

  /// CB201
  @Test func asksNoEvidenceWhereTheMatrixAsksForNoTest() throws {
    try expectMarkedFindings(
      SampleRecords.normal.replacing(with: "---\ncategory: documentation\n---")
        .withoutSections("Testing Evidence"))
  }

  /// CB201
  @Test func takesPlainTextAsTheDescription() throws {
    try expectMarkedFindings(
      SampleRecords.normal.replacing(
        with: """
          ## Change Request: Rotate the certificates of the gateway
          The gateway gets certificates of the new authority.
          """
      ).withoutSections("Summary"))
  }

  /// CB201
  @Test func asksACancelledChangeForItsTitleOnly() throws {
    let cancelled = SampleRecords.normal
      .replacing(with: "---\nid: ⟦CB201⟧CHG-2026-0042\noutcome: cancelled\n---")
      .without("started", "deployed", "approvals")
      .withoutSections("Change Request", "Justification", "Rollback Plan", "Testing Evidence")
    try expectMarkedFindings(cancelled)
  }

  /// CB202
  @Test func reportsTextOfTheTemplateWhereItStands() throws {
    try expectMarkedFindings(
      SampleRecords.template.replacing(
        with: """
          ### Justification
          ⟦CB202⟧[Why is this change needed?]
          """))
    try expectMarkedFindings(
      SampleRecords.template.replacing(
        with: """
          ### Rollback Plan
          1. ⟦CB202⟧Step 1
          2. Put the old certificates back.
          """))
  }

  /// CB202
  @Test func onlyWarnsOfItInASectionThatNobodyRequires() throws {
    let record = SampleRecords.normal.replacing(with: "### Technical Details\n[How it is done]")
    let found = try findings(of: [MarkedSource(path: "content/changes/a.md", record.text).file])
    #expect(found.map(\.code.number) == [202])
    #expect(found.map(\.severity) == [.warning])
  }

  /// CB203
  @Test func asksWhoMadeAChangeThatHappened() throws {
    try expectMarkedFindings(
      SampleRecords.normal.replacing(with: "---\nid: ⟦CB203⟧CHG-2026-0042\n---")
        .without("requester", "implementer"))
  }

  /// CB203
  @Test func asksWhenAChangeWithAnOutcomeHappened() throws {
    try expectMarkedFindings(
      SampleRecords.normal.replacing(with: "---\ntype: ⟦CB203⟧Normal\n---")
        .without("started", "deployed", "scheduled", "closed"))
  }

  /// CB203
  @Test func leavesAnApprovalThatNamesNobodyToItsOwnRule() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        type: ⟦CB301⟧Normal
        approvals:
          - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
          - {role: technical, by: "@rpc-reviewer", at: 2026-03-04T15:20Z}
          - ⟦CB311⟧{role: cab, at: 2026-03-06T13:00Z}
        ---
        """)
  }

  /// CB201
  @Test func asksWhatEveryTypeOwesWhereTheTypeIsUnknown() throws {
    try expectMarkedFindings(
      SampleRecords.template.replacing(
        with: """
          ### Type
          [ ] ⟦CB108⟧Standard  [ ] Normal  [ ] Emergency  [ ] Runtime Upgrade
          ⟦CB201⟧### Testing Evidence
          """
      ).withoutSections("Justification"))
  }

  /// CB202
  @Test(arguments: [
    "TBD", "TODO: write it", "_No response_", "N/A", "—", "{{rollback}}", "<placeholder>", "None.",
  ])
  func reportsATextThatIsNoAnswer(text: String) throws {
    let record = SampleRecords.normal.replacing(with: "### Rollback Plan\n\(text)\n")
    let found = try findings(of: [MarkedSource(path: "content/changes/a.md", record.text).file])
    #expect(found.map(\.code.number) == [202])
    #expect(found.map(\.severity) == [.breach])
  }

  /// CB202
  @Test func reportsATextOfTheFrontMatterThatIsNoAnswer() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        owner: ⟦CB202⟧TBD
        ---
        """)
  }

  /// CB201
  @Test func saysOnceThatThereIsNoTestingEvidence() throws {
    let record = SampleRecords.normal.replacing(
      with: "---\nid: ⟦CB201⟧CHG-2026-0042\ncategory: [application code, bug fix]\n---"
    )
    .withoutSections("Testing Evidence")
    try expectMarkedFindings(record)
    let found = try findings(
      of: [MarkedSource(path: "content/changes/CHG-2026-0042.md", record.text).file])
    #expect(found.first?.help?.contains("tested on") == true)
  }
}
