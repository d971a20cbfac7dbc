import Findings
import SourceText
import TestSupport
import Testing

@Suite struct AuthorisationRuleTests {
  private let reviewers = """
    - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
      - {role: technical, by: "@rpc-reviewer", at: 2026-03-04T15:20Z}
    """

  /// CB301
  @Test func asksForTheApprovalOfTheTypeAtTheType() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        type: ⟦CB301⟧Normal
        approvals:
          \(reviewers)
        ---
        """)
  }

  /// CB301
  @Test func takesTheThreeRepresentativesForTheBoard() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        approvals:
          \(reviewers)
          - {role: engineering lead, by: "@lead", at: 2026-03-06T13:00Z}
          - {role: security, by: "@security", at: 2026-03-06T13:10Z}
          - {role: operations, by: "@ops", at: 2026-03-06T13:20Z}
        ---
        """)
  }

  /// CB301
  @Test func letsAnOpenRequestWaitForItsApproval() throws {
    let open = SampleRecords.normal.without(
      "approvals", "started", "deployed", "outcome", "closed")
    try expectMarkedFindings(open, asOf: "2026-03-03T00:00Z")
    try expectMarkedFindings(
      open.replacing(
        with: """
          ---
          type: ⟦CB301⟧Normal
          category: ⟦CB302⟧application code
          ---
          """), asOf: "2026-03-09T02:00Z")
  }

  /// CB301
  @Test func asksATemplateWithoutDatesForItsBoxes() throws {
    try expectMarkedFindings(
      SampleRecords.template.replacing(
        with: """
          ### Type
          [ ] Standard  [x] ⟦CB301⟧Normal  [ ] Emergency  [ ] Runtime Upgrade
          ### Approvals
          - [x] Technical Review: @runtime-lead, @rpc-reviewer
          - [ ] CAB Approval: @cab
          """))
  }

  /// CB301
  @Test func takesTheLeadForAnEmergencyAndAsksForSecurityWhereItMatters() throws {
    let emergency = """
      type: Emergency
      category: documentation
      approvals:
        - {role: engineering lead, by: "@lead", at: 2026-03-09T02:00Z}
        - {role: technical, by: "@runtime-lead", at: 2026-03-10T08:00Z}
      review: {at: 2026-03-10T08:00Z, by: "@lead", notes: handled well}
      """
    try expectMarkedFindings(normalWith: "---\n\(emergency)\n---")
    let relevant = emergency.split(separator: "\n").dropFirst().joined(separator: "\n")
    try expectMarkedFindings(
      normalWith: "---\ntype: ⟦CB301⟧Emergency\nsecurity_relevant: true\n\(relevant)\n---")
  }

  /// CB301
  @Test func asksForTheVoteOnARuntimeUpgrade() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        type: ⟦CB301⟧Runtime Upgrade
        category: runtime upgrade
        runtime: {spec_version: 118, wasm_hash: "0x5d", changelog: a.md, migration_notes: none}
        ---
        """)
  }

  /// CB302
  @Test func countsReviewersAsPeopleAndPointsAtTheLast() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        approvals:
          - {role: technical, by: ⟦CB302⟧"@Runtime-Lead", at: 2026-03-04T10:00Z}
          - {role: technical, by: runtime-lead, at: 2026-03-04T15:20Z}
          - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
        ---
        """)
  }

  /// CB302
  @Test func takesTheStricterOfTwoCategories() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        category: [documentation, ⟦CB302⟧application code]
        approvals:
          - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
        ---
        """)
  }

  /// CB302
  @Test func asksAnEmergencyForItsReviewsWhenItCloses() throws {
    let emergency = """
      type: Emergency
      approvals:
        - {role: emergency cab, by: "@lead", at: 2026-03-09T02:00Z}
      review: {at: 2026-03-10T08:00Z, by: "@lead", notes: handled well}
      """
    try expectMarkedFindings(
      SampleRecords.normal.replacing(with: "---\n\(emergency)\n---").without(
        "closed", "outcome", "review"),
      asOf: "2026-03-09T03:30Z")
    try expectMarkedFindings(
      normalWith: "---\ncategory: ⟦CB302⟧application code\n\(emergency)\n---")
  }

  /// CB303
  @Test func asksForSecurityReviewersByTheMatrix() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        category: ⟦CB303⟧pallet code
        ---
        """)
    try expectMarkedFindings(
      normalWith: """
        ---
        category: cryptographic code
        approvals:
          \(reviewers)
          - {role: security, by: ⟦CB303⟧"@security", at: 2026-03-05T10:00Z}
          - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
        ---
        """)
  }

  /// CB303
  @Test func asksForSecurityWhereTheRecordSaysItIsRelevant() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        category: ⟦CB303⟧application code
        security_relevant: true
        ---
        """)
    try expectMarkedFindings(normalWith: "---\nsecurity_relevant: false\n---")
  }

  /// CB304
  @Test func reportsSelfApprovalAtTheApproval() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        approvals:
          - {role: technical, by: ⟦CB304⟧"@Gateway-Author", at: 2026-03-04T10:00Z}
          - {role: technical, by: ⟦CB304⟧gateway-oncall, at: 2026-03-04T15:20Z}
          - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
        ---
        """)
  }

  /// CB304
  @Test func reportsSelfApprovalInATickedBox() throws {
    try expectMarkedFindings(
      SampleRecords.template.replacing(
        with: """
          ---
          requester: "@rpc-reviewer"
          ---
          ### Approvals
          - [x] Technical Review: @runtime-lead, ⟦CB304⟧@rpc-reviewer
          - [x] CAB Approval: @cab
          """))
  }

  /// CB305
  @Test func reportsAStartBeforeTheLastRequiredApproval() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        approvals:
          \(reviewers)
          - {role: cab, by: "@cab", at: 2026-03-09T02:30Z}
        started: ⟦CB305⟧2026-03-09T02:05Z
        ---
        """)
    try expectMarkedFindings(
      normalWith: """
        ---
        approvals:
          - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
          - {role: technical, by: "@rpc-reviewer", at: 2026-03-09T02:06Z}
          - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
        started: ⟦CB305⟧2026-03-09T02:05Z
        ---
        """)
  }

  /// CB305
  @Test func letsApprovalsBeyondTheRequiredOnesComeLater() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        approvals:
          \(reviewers)
          - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
          - {role: technical, by: "@third", at: 2026-03-09T08:00Z}
          - {role: architecture, by: "@architect", at: 2026-03-09T08:00Z}
        ---
        """)
  }

  private let reviewed = "review: {at: 2026-03-10T08:00Z, by: \"@lead\", notes: handled well}"

  /// CB305
  @Test func countsAWordOfMouthOnlyInAnEmergency() throws {
    let verbal = """
      approvals:
        \(reviewers)
        - {role: cab, by: "@cab", at: 2026-03-06T13:00Z, verbal: true,
           documented: 2026-03-09T03:00Z}
      """
    try expectMarkedFindings(
      normalWith: "---\n\(verbal)\nstarted: ⟦CB305⟧2026-03-09T02:05Z\n---")
    try expectMarkedFindings(normalWith: "---\ntype: Emergency\n\(verbal)\n\(reviewed)\n---")
  }

  /// CB306
  @Test func reportsAStandardChangeOfWhichTheListDoesNotSpeak() throws {
    try expectMarkedFindings(normalWith: "---\ntype: ⟦CB306⟧Standard\n---")
  }

  /// CB306
  @Test(arguments: [
    "Raise the logging level of the indexer in staging",
    "Patch the gateway's dependencies",
    "Tighten monitoring thresholds for block time",
    "Documentation of the faucet",
  ])
  func findsTheRowByItsTellingWords(title: String) throws {
    try expectMarkedFindings(
      normalWith: "---\ntype: Standard\n---\n## Change Request: \(title)")
  }

  /// CB306
  @Test func takesACategoryThatNamesTheRow() throws {
    try expectMarkedFindings(normalWith: "---\ntype: Standard\ncategory: documentation\n---")
  }

  /// CB306
  @Test func looksIntoTheSummaryToo() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        type: Standard
        ---
        ### Summary
        A patch release of one dependency.
        """)
  }

  private func upgrade(_ voting: String, enacted: String = "2026-03-09T02:05Z") -> String {
    """
    ---
    type: Runtime Upgrade
    category: runtime upgrade
    runtime:
      spec_version: 118
      wasm_hash: "0x5d1c"
      changelog: docs/118.md
      migration_notes: none needed
      enacted: \(enacted)
      voting: \(voting)
    ---
    """
  }

  /// CB307
  @Test func comparesTheVoteWithTheThresholdExactly() throws {
    try expectMarkedFindings(
      normalWith: upgrade("{to: 2026-03-07T08:00Z, aye: 60, nay: 30}"))
    try expectMarkedFindings(
      normalWith: upgrade("{to: 2026-03-07T08:00Z, aye: ⟦CB307⟧599999999, nay: 300000001}"))
    try expectMarkedFindings(
      normalWith: upgrade("{to: 2026-03-07T08:00Z, aye: ⟦CB307⟧0, nay: 0}"))
  }

  /// CB307
  @Test func survivesVotesThatNoNumberHolds() throws {
    try expectMarkedFindings(
      normalWith: upgrade(
        "{to: 2026-03-07T08:00Z, aye: ⟦CB307⟧9223372036854775807, nay: 9223372036854775807}"))
    try expectMarkedFindings(
      normalWith: upgrade("{to: 2026-03-07T08:00Z, aye: 9223372036854775807, nay: 0}"))
  }

  /// CB307
  @Test func reportsAVoteThatEndedAfterTheEnactment() throws {
    try expectMarkedFindings(
      normalWith: upgrade("{to: ⟦CB307⟧2026-03-10T08:00Z, aye: 70, nay: 30}"))
  }

  /// CB308
  @Test func reportsAWordOfMouthThatWasNeverWrittenDown() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        type: Emergency
        approvals:
          \(reviewers)
          - ⟦CB308⟧{role: emergency cab, by: "@lead", at: 2026-03-09T01:50Z, verbal: true}
        \(reviewed)
        ---
        """)
  }

  /// CB313
  @Test func asksWhoAskedForTheChangeAndWhoMadeIt() throws {
    for party in ["requester", "implementer"] {
      let other = SampleRecords.normal.without(party).text
      try expectMarkedFindings(
        normalText: other.replacing("\nid: ", with: "\nid: ⟦CB313⟧"))
    }
  }

  /// CB313
  @Test func asksForTheCategoryThatSaysHowManyReviewersItNeeds() throws {
    let text = SampleRecords.normal.without("category").text
    try expectMarkedFindings(normalText: text.replacing("\nid: ", with: "\nid: ⟦CB313⟧"))
  }

  /// CB306
  @Test(arguments: [
    "This is not the standard change for log level changes.",
    "These are not log level changes but a schema migration.",
    "Instead of log level changes this drops a table.",
    "More than log level changes: the database is migrated.",
    "Log level changes without approval are not covered, this is a schema change.",
    "It goes beyond the pre-approved list.", "This is no longer a standard change.",
  ])
  func aSummaryMayDenyItsRow(_ summary: String) throws {
    let denied = try findings(of: [Self.standard(summary)])
    #expect(denied.contains { $0.code.description == "CB306" }, "\(summary)")
  }

  /// CB306
  @Test(arguments: [
    "The log level is raised in staging; no restart is needed.",
    "Raises the log level in staging and does not touch production.",
    "The log level is raised without downtime.", "Log level changes, for a week.",
  ])
  func aSummaryMayDenyOtherThings(_ summary: String) throws {
    let others = try findings(of: [Self.standard(summary)])
    #expect(!others.contains { $0.code.description == "CB306" }, "\(summary)")
  }

  private static func standard(_ summary: String) -> SourceFile {
    SourceFile(
      path: "content/changes/2026/CHG-2026-0042.md",
      text: SampleRecords.normal.replacing(
        with: """
          ---
          type: Standard
          category: configuration
          ---
          ## Change Request: Log level changes of the gateway
          ### Summary
          \(summary)
          """
      ).text)
  }
}
