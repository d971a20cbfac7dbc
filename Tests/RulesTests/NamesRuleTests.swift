import Findings
import Records
import Rules
import SourceText
import TestSupport
import Testing

@Suite struct NamesRuleTests {
  private let systems = MarkedSource(
    path: "content/systems.md",
    """
    # Systems

    | System | Owner | Depends on | Retired |
    |---|---|---|---|
    | rpc-gateway | @rpc | | |
    | explorer | | rpc-gateway | |
    | relay | | | 2026-01-31 |

    """)

  private func freeze(_ systems: String, _ name: String = "f") -> MarkedSource {
    MarkedSource(
      path: "content/freezes/\(name).md",
      "---\nname: F \(name)\nfrom: 2026-06-08T00:00Z\nto: 2026-06-12T00:00Z\nsystems: \(systems)\n"
        + "allowed: Emergency only\n---\n")
  }

  private func change(_ excerpt: String) -> MarkedSource {
    MarkedSource(
      path: "content/changes/CHG-2026-0042.md",
      SampleRecords.normal.replacing(with: excerpt).text)
  }

  /// CB703
  @Test func holdsSystemsAgainstTheirList() throws {
    try expectMarkedFindings([systems, freeze("[⟦CB703⟧rpc-gatway, rpc-gateway]"), change("")])
    let found = try findings(of: [systems.file, freeze("[rpc-gatway]").file])
    #expect(found.map(\.help) == ["did you mean `rpc-gateway`?"])
    #expect(found.map(\.severity) == [.warning])
  }

  /// CB703
  @Test func notesThatASystemIsRetired() throws {
    try expectMarkedFindings([systems, freeze("[⟦CB703⟧relay]")])
  }

  /// CB703
  @Test func pointsOutASystemThatNothingElseNames() throws {
    try expectMarkedFindings([freeze("[⟦CB703⟧⟦CB711⟧rpc-gatway]"), change("")])
    try expectMarkedFindings([freeze("[⟦CB711⟧rpc-gateway]"), change("")])
    try expectMarkedFindings([freeze("[all]"), change("")])
  }

  /// CB711
  @Test func saysOnceThatSystemsAreNotListed() throws {
    let two = [freeze("[rpc-gateway]", "a"), freeze("[rpc-gateway]", "b"), change("")]
    let found = try findings(of: two.map(\.file))
    #expect(found.map(\.code) == [RuleCode(711)])
    #expect(found.map(\.severity) == [.note])
    #expect(try findings(of: (two + [systems]).map(\.file)).isEmpty)
  }

  /// CB107
  @Test func comparesSystemsOfFrontMatterAndBody() throws {
    try expectMarkedFindings(
      normalWith: """
        ### Impact Assessment
        - **Systems affected:** ⟦CB107⟧explorer
        """)
  }

  /// CB310
  @Test func asksWhetherARoleWasHeld() throws {
    let people = MarkedSource(
      path: "content/people.md",
      """
      | Handle | Roles | From | Until |
      |---|---|---|---|
      | @runtime-lead | technical | 2025-01-01 | 2026-03-03 |
      | @rpc-reviewer | technical | | |
      | @gateway-author | | | |
      | @gateway-oncall | | | |

      """)
    try expectMarkedFindings([
      people,
      change(
        """
        ---
        approvals:
          - {role: technical, by: ⟦CB310⟧"@runtime-lead", at: 2026-03-04T10:00Z}
          - {role: technical, by: "@rpc-reviewer", at: 2026-03-04T15:20Z}
          - {role: architecture, by: ⟦CB703⟧"@rpc-reviewr", at: 2026-03-04T15:20Z}
          - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
        ---
        """),
    ])
  }

  /// CB311
  @Test(arguments: [
    ("\"@dan (pending)\"", Severity.warning), ("TBD", .warning), ("\"rejected by @dan\"", .breach),
  ])
  func tellsWhatIsNoApproval(_ by: String, _ severity: Severity) throws {
    let source = change(
      """
      ---
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
        - {role: technical, by: "@rpc-reviewer", at: 2026-03-04T15:20Z}
        - {role: security, by: ⟦CB311⟧\(by), at: 2026-03-04T15:20Z}
        - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
      ---
      """)
    try expectMarkedFindings([source])
    #expect(try findings(of: [source.file]).map(\.severity) == [severity])
  }

  /// CB311
  @Test func countsNothingThatIsNoApproval() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        type: ⟦CB301⟧Normal
        category: ⟦CB302⟧application code
        approvals:
          - {role: technical, by: ⟦CB311⟧"@reviewer", at: 2026-03-04T10:00Z}
          - {role: technical, by: ⟦CB311⟧"~~@rpc-reviewer~~", at: 2026-03-04T15:20Z}
          - ⟦CB311⟧{role: cab, at: 2026-03-06T13:00Z}
        ---
        """)
  }

  /// CB304
  @Test(arguments: [
    "\"@Gateway-Author\"", "\"@gateway\u{200B}-author\"", "gateway-author@example.com",
    "\"Gateway Author <g@example.com>\"",
  ])
  func knowsOnePersonHoweverNamed(_ by: String) throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        approvals:
          - {role: technical, by: ⟦CB304⟧\(by), at: 2026-03-04T10:00Z}
          - {role: technical, by: "@rpc-reviewer", at: 2026-03-04T15:20Z}
          - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
        ---
        """)
  }

  /// CB407
  @Test func seesConflictsOfSystemsThatDependOnEachOther() throws {
    let other = SampleRecords.normal.replacing(
      with: "---\nid: CHG-2026-0043\nsystems: [explorer]\n---\n### Impact Assessment\nexplorer")
    let files = [
      change("").file, SourceFile(path: "content/changes/CHG-2026-0043.md", text: other.text),
    ]
    #expect(try findings(of: files).isEmpty)
    let found = try findings(of: files + [systems.file])
    #expect(found.map(\.code) == [RuleCode(407), RuleCode(407)])
    #expect(found.allSatisfy { $0.message.contains("explorer depends on rpc-gateway") })
  }
}
