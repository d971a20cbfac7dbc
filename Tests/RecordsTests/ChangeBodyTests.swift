import Chronology
import Records
import SourceText
import TestSupport
import Testing

@Suite struct ChangeBodyTests {
  static let template = """
    ## Change Request: Raise the peer limit

    ### Summary
    Raises the limit from 25 to 50.

    ### Type
    [ ] Standard  [x] Normal  [ ] Emergency  [ ] Runtime Upgrade

    ### Risk Level
    [ ] Low  [X] Medium  [ ] High  [ ] Critical

    ### Justification
    Nodes run out of peers.

    ### Impact Assessment
    - **Systems affected:** validator-fleet, rpc-gateway
    - **Users affected:** none

    ### Implementation Plan
    1. Edit the setting

    ### Rollback Plan
    1. Undo the edit

    ### Testing Evidence
    - [x] Unit tests pass
    - [x] Integration tests pass
    - [ ] Staging deployment successful

    ### Approvals
    - [x] Technical Review: @a, @b
    - [ ] Security Review: @security (if required)
    - [x] CAB Approval: @cab

    ### Schedule
    - **Requested date:** 2026-03-02
    """

  @Test func readsTheTemplateFilledInAndNothingElse() throws {
    let change = try readSampleChange(Self.template)
    #expect(change.problems.isEmpty, "\(change.problems.map(\.kind))")
    #expect(change.title?.value == "Raise the peer limit")
    #expect(change.type?.value == "Normal")
    #expect(change.type?.place.text == "Normal")
    #expect(change.risk?.value == "Medium")
    #expect(change.systems.map(\.value) == ["validator-fleet", "rpc-gateway"])
    #expect(change.evidence.map(\.level.value) == ["Unit", "Integration"])
    #expect(change.approvals.map(\.role.value) == [.technical, .technical, .advisoryBoard])
    #expect(change.approvals.map(\.by?.value) == ["@a", "@b", "@cab"])
    #expect(change.approvals.map(\.place.text) == ["@a", "@b", "@cab"])
    #expect(change.requested?.value.rfc3339 == "2026-03-02T00:00:00Z")
    #expect(change.sections.allSatisfy { $0.state == .filled })
  }

  @Test func readsTheSameWithWindowsLineEnds() throws {
    let text = Self.template.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    let change = try readSampleChange(text)
    #expect(change.problems.isEmpty, "\(change.problems.map(\.kind))")
    #expect(change.approvals.map(\.by?.value) == ["@a", "@b", "@cab"])
    #expect(change.risk?.value == "Medium")
  }

  @Test func readsBoxesAsATaskListInOtherOrderAndDepth() throws {
    let change = try readSampleChange(
      """
      # Change request - Raise it
      ## RISK LEVEL
      - [ ] Low
      - [x] High
      ##### Type
      - [x] Runtime
      ## Notes
      Kept.
      """)
    #expect(change.title?.value == "- Raise it" || change.title?.value == "Raise it")
    #expect(change.risk?.value == "High")
    #expect(change.type?.value == "Runtime Upgrade")
    #expect(change.sections.map(\.role) == [.riskLevel, .type, nil])
  }

  @Test(arguments: [("[ ] Standard  [ ] Normal", 0), ("[x] Standard  [x] Normal", 2)])
  func reportsBoxesOfWhichNotOneIsTicked(boxes: String, count: Int) throws {
    let change = try readSampleChange("## Change Request: A\n### Type\n\(boxes)\n")
    #expect(change.type == nil)
    #expect(change.problems.map(\.kind) == [.boxesTicked(field: "Type", count: count)])
    #expect(change.problems.first?.place.start.line == 3)
  }

  @Test func pointsOutTheNearMissOfASectionName() throws {
    let change = try readSampleChange(
      "## Change Request: A\n### Type\n[x] Normal\n### Rolback Plan\n1. Undo\n")
    #expect(
      change.problems.map(\.kind) == [
        .nearMiss(heading: "Rolback Plan", intended: "Rollback Plan")
      ])
  }

  @Test func knowsTextLeftFromTheTemplate() throws {
    let change = try readSampleChange(
      """
      ## Change Request: A
      ### Type
      [x] Normal
      ### Justification
      [Why is it needed?]
      ### Implementation Plan
      1. Step 1
      2. Restart
      ### Impact Assessment
      - **Systems affected:**
      - **Users affected:**
      ### Testing Evidence
      - [ ] Unit tests pass
      """)
    let states = change.sections.map(\.state)
    guard case .template(let range) = states[1] else {
      Issue.record("\(states)")
      return
    }
    #expect(change.file.text(range) == "[Why is it needed?]")
    guard case .template(let step) = states[2] else {
      Issue.record("\(states)")
      return
    }
    #expect(change.file.position(at: Int(step.lower)) == Position(line: 7, column: 4))
    #expect(states[3] == .empty)
    #expect(states[4] == .empty)
  }

  @Test func keepsSubsectionsOfUnknownNameInTheirSection() throws {
    let change = try readSampleChange(
      "# Change Request: A\n## Type\n[x] Normal\n## Implementation Plan\n### Before\nDrain.\n## Risk\nLow\n")
    #expect(change.sections.map(\.role) == [.type, .implementationPlan, .riskLevel])
    #expect(change.sections[1].state == .filled)
    #expect(change.risk?.value == "Low")
  }

  @Test func knowsTheTemplatesReviewerBehindATickedBox() throws {
    let change = try readSampleChange(
      "## Change Request: A\n### Type\n[x] Normal\n### Approvals\n"
        + "- [x] Technical Review: @reviewer\n- [x] CAB Approval: @cab\n")
    guard case .template(let range) = change.sections.last?.state else {
      Issue.record("\(change.sections.map(\.state))")
      return
    }
    #expect(change.file.text(range) == "@reviewer")
    #expect(change.approvals.map(\.by?.value) == ["@cab"])
  }
}
