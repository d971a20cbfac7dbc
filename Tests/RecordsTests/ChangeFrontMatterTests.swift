import Chronology
import Records
import SourceText
import TestSupport
import Testing

@Suite struct ChangeFrontMatterTests {
  static let full = """
    ---
    id: CHG-2026-0042
    title: Rotate certificates
    type: normal
    risk: High
    category: [application code]
    security_relevant: yes
    systems: [rpc-gateway, indexer]
    requester: "@rpc-dev"
    implementer: "@rpc-oncall"
    requested: 2026-03-02T09:15Z
    approvals:
      - {role: technical, by: "@a", at: 2026-03-04T10:00Z}
      - {role: emergency-cab, by: "@b", at: 2026-03-04T11:00Z, verbal: true, documented: 2026-03-04T12:00Z}
    scheduled: {from: 2026-03-09T02:00Z, to: 2026-03-09T04:00Z}
    started: 2026-03-09T03:05+01:00
    deployed: 2026-03-09T02:40:30Z
    outcome: rolled back
    rollback: {at: 2026-03-09T03:00Z, trigger: errors, verified: true}
    closed: 2026-03-10T09:00Z
    runtime: {spec_version: 0012, voting: {aye: 7, nay: 3}}
    evidence: {unit: ci/1, canary: c/2}
    waivers: [{rule: CB401, reason: Agreed, by: "@lead", at: 2026-03-08T09:00Z}]
    ---
    ## Change Request: Rotate certificates
    """

  @Test func readsEveryKeyByItsType() throws {
    let change = try readSampleChange(Self.full)
    #expect(change.problems.isEmpty, "\(change.problems.map(\.kind))")
    #expect(change.id == "CHG-2026-0042")
    #expect(change.type?.value == "Normal")
    #expect(change.risk?.value == "High")
    #expect(change.categories.map(\.value) == ["Application code"])
    #expect(change.isSecurityRelevant?.value == true)
    #expect(change.systems.map(\.value) == ["rpc-gateway", "indexer"])
    #expect(change.approvals.map(\.role.value) == [.technical, .emergencyBoard])
    #expect(change.approvals.map(\.isVerbal) == [false, true])
    #expect(change.scheduled?.value.seconds == 7200)
    #expect(change.started?.value.rfc3339 == "2026-03-09T02:05:00Z")
    #expect(change.deployed?.value.rfc3339 == "2026-03-09T02:40:30Z")
    #expect(change.outcome?.value == .rolledBack)
    #expect(change.ended?.value.rfc3339 == "2026-03-09T03:00:00Z")
    #expect(change.runtime?.specVersion?.value == 12)
    #expect(change.runtime?.voting?.aye?.value == 7)
    #expect(change.evidence.map(\.level.value) == ["Unit", "Mainnet Canary"])
    #expect(change.waivers.first?.rule?.value == "CB401")
  }

  @Test func placesPointAtTheValue() throws {
    let change = try readSampleChange(Self.full)
    #expect(change.outcome?.place.text == "rolled back")
    #expect(change.outcome?.place.start == Position(line: 18, column: 10))
    #expect(change.systems.last?.place.text == "indexer")
  }

  @Test(arguments: [
    ("outcome: sucessful", "sucessful", 2, 10),
    ("type: Nomal", "Nomal", 2, 7),
    ("risk: huge", "huge", 2, 7),
    ("requested: yesterday", "yesterday", 2, 12),
    ("requested: 2026-02-30T00:00Z", "2026-02-30T00:00Z", 2, 12),
    ("requested: 1026-03-02T00:00Z", "1026-03-02T00:00Z", 2, 12),
    ("started: 9999-03-02T00:00Z", "9999-03-02T00:00Z", 2, 10),
    (
      "scheduled: 9998-03-09T02:00Z/9998-03-09T04:00Z", "9998-03-09T02:00Z/9998-03-09T04:00Z", 2, 12
    ),
    (
      "scheduled: 2026-03-09T04:00Z/2026-03-09T02:00Z", "2026-03-09T04:00Z/2026-03-09T02:00Z", 2, 12
    ),
    ("category: [spells]", "spells", 2, 12),
    ("security_relevant: perhaps", "perhaps", 2, 20),
    ("id: chg-1", "chg-1", 2, 5),
  ])
  func reportsAnUnreadableValueAtItsPlace(line: String, text: String, row: Int, column: Int) throws
  {
    let change = try readSampleChange(
      "---\n\(line)\n---\n## Change Request: A\n### Type\n[x] Normal [ ] Standard\n")
    let found = change.problems.filter {
      if case .unreadableValue(_, text, _) = $0.kind { true } else { false }
    }
    #expect(found.count == 1, "\(change.problems.map(\.kind))")
    #expect(found.first?.place.start == Position(line: row, column: column))
  }

  @Test func saysWhichZoneItAssumed() throws {
    let change = try readSampleChange(
      "---\ntype: Normal\nrequested: 2026-03-02T09:15\n---\n## Change Request: A\n")
    #expect(change.requested?.value.rfc3339 == "2026-03-02T09:15:00Z")
    #expect(
      change.problems.map(\.kind) == [
        .zoneAssumed(key: "requested", text: "2026-03-02T09:15", zone: "UTC")
      ])
  }

  @Test func namesAnUnknownKeyAndWhatItMayHaveMeant() throws {
    let change = try readSampleChange("---\ntype: Normal\nrequestor: x\n---\n# A\n")
    guard case .unknownKey("requestor", let suggestion, _) = change.problems.first?.kind else {
      Issue.record("\(change.problems.map(\.kind))")
      return
    }
    #expect(suggestion == "requester")
  }

  @Test func takesTheIdFromTheFileName() throws {
    let change = try readSampleChange(
      "## Change Request: A\n### Type\n[x] Normal\n", path: "content/changes/x/CHG-2026-0009.md")
    #expect(change.id == "CHG-2026-0009")
    let nameless = try readSampleChange(
      "## Change Request: A\n### Type\n[x] Normal\n", path: "content/changes/notes.md")
    #expect(nameless.problems.map(\.kind) == [.missingID(suggestion: nil)])
  }

  @Test func keepsTheFrontMatterAndReportsTheBodyThatDisagrees() throws {
    let change = try readSampleChange(
      """
      ---
      type: Normal
      risk: Low
      ---
      ## Change Request: A
      ### Type
      [ ] Standard  [x] Emergency
      ### Risk Level
      [x] Low
      """)
    #expect(change.type?.value == "Normal")
    guard case .disagreement("type", "Normal", "Emergency", _) = change.problems.first?.kind else {
      Issue.record("\(change.problems.map(\.kind))")
      return
    }
    #expect(change.problems.count == 1)
    #expect(change.problems.first?.place.text == "Emergency")
  }
}
