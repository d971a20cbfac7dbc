import Findings
import SourceText
import TestSupport
import Testing

@Suite struct TimeAndEvidenceRuleTests {
  /// CB406
  @Test func reportsEachPairThatRunsBackwardsAtTheLater() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        deployed: ⟦CB406⟧2026-03-09T02:00Z
        closed: ⟦CB406⟧2026-03-09T01:00Z
        ---
        """)
    try expectMarkedFindings(
      normalWith: """
        ---
        approvals:
          - {role: technical, by: "@runtime-lead", at: ⟦CB406⟧2026-03-01T10:00Z}
          - {role: technical, by: "@rpc-reviewer", at: 2026-03-04T15:20Z}
          - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
        ---
        """)
  }

  /// CB406
  @Test func comparesRollbackReviewAndVoteToo() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        outcome: rolled-back
        rollback: {at: ⟦CB406⟧2026-03-09T02:00Z}
        review: {at: ⟦CB406⟧2026-03-09T02:00Z, by: "@ops", notes: no follow-up is needed}
        post_mortem: docs/pm.md
        ---
        """)
  }

  /// CB406
  @Test func letsInstantsBeEqual() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        started: 2026-03-09T02:40Z
        deployed: 2026-03-09T02:40Z
        closed: 2026-03-09T02:40Z
        ---
        """)
  }

  /// CB501
  @Test func reportsEachMissingLevelAtTheSection() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        category: [application code, bug fix]
        evidence: {unit: "https://ci.example.org/1"}
        ---
        ⟦CB501⟧⟦CB501⟧### Testing Evidence
        - [ ] Integration tests pass
        - [ ] Staging deployment successful
        """)
  }

  /// CB501
  @Test func findsTheRowOfARuntimeUpgradeByItsType() throws {
    try expectMarkedFindings(
      SampleRecords.template.replacing(
        with: """
          ### Type
          [ ] Standard  [ ] Normal  [ ] Emergency  [x] Runtime Upgrade
          ⟦CB501⟧### Testing Evidence
          - [x] Unit tests pass
          - [ ] Integration tests pass
          - [x] Staging deployment successful
          """))
  }

  /// CB501
  @Test func asksNothingForALevelThatIsOptional() throws {
    try expectMarkedFindings(normalWith: "---\ncategory: [application code, new feature]\n---")
  }

  private func upgrade(_ runtime: String, more: String = "") -> ExampleRecord {
    SampleRecords.normal.replacing(
      with: """
        ---
        type: Runtime Upgrade
        category: runtime upgrade
        runtime: \(runtime)
        \(more)
        ---
        """)
  }

  private let vote = "voting: {to: 2026-03-07T08:00Z, aye: 70, nay: 20}"

  /// CB502
  @Test func asksARuntimeUpgradeForWhatWasProposed() throws {
    try expectMarkedFindings(
      upgrade(
        "⟦CB502⟧⟦CB502⟧{spec_version: 118, changelog: a.md, \(vote)}"))
    try expectMarkedFindings(
      upgrade(
        "{spec_version: 118, wasm_hash: a, changelog: a.md, migration_notes: none, \(vote)}"))
  }

  /// CB502
  @Test func asksNothingOfAnUpgradeInDevelopment() throws {
    let early = upgrade("{spec_version: 118}")
      .without("approvals", "scheduled", "started", "deployed", "outcome", "closed")
    try expectMarkedFindings(early)
  }

  private func version(_ id: String, _ version: String, deployed: String, systems: String)
    -> MarkedSource
  {
    let record = SampleRecords.normal.replacing(
      with: """
        ---
        id: \(id)
        type: Runtime Upgrade
        category: runtime upgrade
        systems: \(systems)
        runtime:
          spec_version: \(version)
          wasm_hash: "0x5d1c"
          changelog: docs/118.md
          migration_notes: none needed
          voting: {to: 2026-03-07T08:00Z, aye: 70, nay: 20}
        started: \(deployed)
        deployed: \(deployed)
        closed: 2026-05-01T00:00Z
        ---
        """)
    return MarkedSource(path: "content/changes/\(id).md", record.text)
  }

  /// CB503
  @Test func comparesSpecVersionsInTheOrderOfEnactment() throws {
    try expectMarkedFindings([
      version("CHG-2026-0001", "⟦CB503⟧118", deployed: "2026-04-02T02:00Z", systems: "[chain]"),
      version("CHG-2026-0002", "118", deployed: "2026-03-10T02:00Z", systems: "[chain]"),
      version("CHG-2026-0003", "119", deployed: "2026-04-20T02:00Z", systems: "[chain]"),
    ])
  }

  /// CB503
  @Test func keepsTheVersionsOfTwoSystemsApart() throws {
    try expectMarkedFindings([
      version("CHG-2026-0001", "118", deployed: "2026-03-10T02:00Z", systems: "[mainnet]"),
      version("CHG-2026-0002", "101", deployed: "2026-04-02T02:00Z", systems: "[testnet]"),
      version(
        "CHG-2026-0003", "⟦CB503⟧117", deployed: "2026-04-20T02:00Z", systems: "[testnet, mainnet]"),
    ])
  }

  /// Nothing is left to follow up.
  private let settled = "review: {at: 2026-03-10T08:00Z, notes: no follow-up is needed}"

  private let facts = "spec_version: 118, wasm_hash: a, changelog: a.md, migration_notes: none"

  /// CB504
  @Test func reportsARuntimeUpgradeThatWasRolledBack() throws {
    try expectMarkedFindings(
      upgrade(
        "{\(facts), \(vote)}", more: "outcome: ⟦CB504⟧rolled-back\npost_mortem: a.md\n\(settled)"))
    try expectMarkedFindings(
      upgrade(
        "{\(facts), \(vote)}", more: "outcome: failed\npost_mortem: a.md\n\(settled)"))
  }

  /// CB505
  @Test func asksForThePostMortemOfAFailure() throws {
    try expectMarkedFindings(normalWith: "---\noutcome: ⟦CB505⟧failed\n\(settled)\n---")
    try expectMarkedFindings(normalWith: "---\noutcome: ⟦CB505⟧rolled-back\n\(settled)\n---")
    try expectMarkedFindings(
      normalWith: "---\noutcome: failed\npost_mortem: docs/pm.md\n\(settled)\n---")
    try expectMarkedFindings(normalWith: "---\noutcome: aborted\n---")
  }

  /// CB505
  @Test func takesASectionForThePostMortem() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        outcome: failed
        \(settled)
        ---
        ### Post-mortem
        The vault held the certificates of the wrong authority.
        """)
  }

  /// CB410
  @Test func reportsWhatIsDoneAndLiesAhead() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        started: ⟦CB410⟧2062-03-09T02:05Z
        deployed: ⟦CB410⟧2062-03-09T02:40Z
        closed: ⟦CB410⟧2062-03-10T09:00Z
        scheduled: 2062-03-09T02:00Z/2062-03-09T04:00Z
        ---
        """)
  }

  /// CB410
  @Test func takesADateOfTheScheduleAndClocksThatDiffer() throws {
    try expectMarkedFindings(
      SampleRecords.template.replacing(with: "### Schedule\n- **Requested date:** 2026-06-20"))
    try expectMarkedFindings(SampleRecords.normal, asOf: "2026-03-10T08:56Z")
  }

  /// CB411
  @Test func reportsAnIncidentThatBeganBeforeTheChangeItIsBlamedOn() throws {
    let change = MarkedSource(
      path: "content/changes/CHG-2026-0042.md",
      SampleRecords.normal.replacing(
        with:
          "---\noutcome: ⟦CB412⟧successful\ncaused_incidents: [⟦CB411⟧INC-2026-002, INC-2026-003]\n---"
      ).text)
    func incident(_ number: Int, _ started: String, _ more: String) -> MarkedSource {
      MarkedSource(
        path: "content/incidents/INC-2026-00\(number).md",
        "---\nid: INC-2026-00\(number)\nstarted: \(started)\nresolved: 2026-03-09T06:00Z\n"
          + "systems: [\(number == 1 ? "⟦CB711⟧" : "")indexer]\n\(more)---\n# Down\n"
      )
    }
    try expectMarkedFindings([
      change, incident(1, "2026-03-08T02:00Z", "caused_by: ⟦CB411⟧CHG-2026-0042\n"),
      incident(2, "2026-03-09T02:04Z", ""), incident(3, "2026-03-09T02:05Z", ""),
    ])
  }

  /// CB412
  @Test func reportsASuccessThatCausedAnIncident() throws {
    let incident = SourceFile(
      path: "content/incidents/INC-2026-001.md",
      text: "---\nid: INC-2026-001\nstarted: 2026-03-09T03:00Z\nresolved: 2026-03-09T06:00Z\n"
        + "systems: [rpc-gateway]\ncaused_by: CHG-2026-0042\n---\n# Down\n")
    func found(_ outcome: String, _ more: SourceFile...) throws -> [String?] {
      let change = SourceFile(
        path: "content/changes/CHG-2026-0042.md",
        text: SampleRecords.normal.replacing(with: "---\noutcome: \(outcome)\n---").text)
      return try findings(of: [change] + more).filter { $0.code.number == 412 }.map(\.record)
    }
    #expect(try found("successful", incident) == ["CHG-2026-0042"])
    #expect(try found("successful-with-issues", incident).isEmpty)
    #expect(try found("successful").isEmpty)
  }
}
