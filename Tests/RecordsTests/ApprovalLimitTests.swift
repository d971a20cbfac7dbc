import Configuration
import SourceText
import TestSupport
import Testing

@testable import Records

/// What stands in the place of an approver and is nobody, and what takes an approval back.
@Suite struct ApprovalLimitTests {
  private func ticked(_ text: String) throws -> Change {
    try readSampleChange(
      "## Change Request: A\n### Type\n[x] Normal\n### Approvals\n- [x] Technical Review: \(text)\n"
    )
  }

  private func stated(_ text: String) throws -> Change {
    let quoted = text.replacing("\"", with: "\\\"")
    return try readSampleChange(
      "---\napprovals:\n  - {role: technical, by: \"\(quoted)\", at: 2026-03-04T10:00Z}\n---\n"
        + "## Change Request: A\n### Type\n[x] Normal\n")
  }

  /// Every way to write that a name is to be filled in, around names that would be somebody's.
  @Test(arguments: 0..<48)
  func placeholdersAreNobody(_ seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let names = ["cab", "runtime-lead", "ann", "security_lead", "approver.one"]
    let name = names[random.below(names.count)]
    let forms = [
      "{{\(name)}}", "{{ \(name) }}", "[\(name)]", "$\(name)", "${\(name)}", "%\(name)%",
      "{\(name)}", "@{{\(name)}}", "@[\(name)]", "@$\(name)", "#\(name)",
      "LEAD_APPROVER", "to be named", "to be nominated", "@to-be-named", "@lead-name",
      "tbd@example.com", "@1", "@role", "???", "n/a", "<name>", "@TBD", "cab?",
    ]
    let text = forms[seed % forms.count]
    #expect(try ticked(text).approvals.isEmpty, "\(text)")
    #expect(try stated(text).approvals.isEmpty, "\(text)")
  }

  @Test(arguments: [
    "@ann", "@ann_b", "@name-lee", "Ann Smith", "Ann Smith <ann@example.com>", "(@ann)", "**@ann**",
    "[@ann](https://example.com/ann)", "@named-queue", "@ann (approved in #12)", "ann@example.com",
    "@ann, see https://example.com/pull?id=1", "Tobe Ann",
  ])
  func peopleAreSomebody(_ text: String) throws {
    #expect(try ticked(text).approvals.count == 1)
    #expect(try stated(text).approvals.count == 1)
  }

  private static let head =
    "---\napprovals:\n  - {role: cab, by: \"@ann\", at: 2026-03-04T10:00Z}\n---\n"
    + "## Change Request: A\n### Type\n[x] Normal\n### Approvals\n"

  /// Of the record without anything beside its box.
  private var problemsAlone: Int {
    get throws { try readSampleChange(Self.head + "- [x] CAB Approval: @ann\n").problems.count }
  }

  /// As a paragraph, an item or a quote below the boxes.
  @Test(arguments: [
    "Approval is conditional on the load test.", "Approved subject to the load test.",
    "The approval expires on 8 March.", "Approved provided that legal agrees.",
    "The CAB has since retracted it.", "The approvals above are for an earlier version.",
    "Approved, but not before 1 April.", "Approved in principle.", "The above do not count.",
    "Please disregard the above.", "@ann takes it back.",
    "The approval does not cover the explorer.",
    "Only valid for version 1.", "The CAB wants a new plan.",
  ])
  func textThatTakesAnApprovalBack(_ text: String) throws {
    for mark in ["", "- ", "> "] {
      let change = try readSampleChange(Self.head + "- [x] CAB Approval: @ann\n\n\(mark)\(text)\n")
      #expect(try change.problems.count > problemsAlone, "\(mark)\(text)")
    }
  }

  @Test(arguments: [
    "Approved in the meeting of 6 March.", "See the minutes.", "Both read the plan.",
    "The CAB approved without conditions.", "Recorded by the secretary.",
    "The board met on 6 March.",
  ])
  func textThatTakesNothing(_ text: String) throws {
    for mark in ["", "- ", "> "] {
      let change = try readSampleChange(Self.head + "- [x] CAB Approval: @ann\n\n\(mark)\(text)\n")
      #expect(try change.problems.count == problemsAlone, "\(mark)\(text): \(change.problems)")
    }
  }

  @Test(arguments: ["Conditions", "Former approvals", "Objections", "Withdrawn", "Pending"])
  func headingsAmongTheBoxes(_ heading: String) throws {
    let said = try readSampleChange(
      Self.head + "- [x] CAB Approval: @ann\n#### \(heading)\n- Legal\n")
    #expect(try said.problems.count > problemsAlone)
  }

  @Test func nobodyIsStillNobodyBelowAHeadingOfApprovals() throws {
    for heading in ["Approvers", "Signed off by", "CAB Approval"] {
      let none = try readSampleChange(
        Self.head + "- [x] CAB Approval: @ann\n#### \(heading)\nNone\n")
      #expect(try none.problems.count > problemsAlone, "\(heading)")
    }
  }

  @Test(arguments: ["Conditions", "Former approvals", "Objections", "Background"])
  func headingsAboveNothing(_ heading: String) throws {
    let none = try readSampleChange(Self.head + "- [x] CAB Approval: @ann\n#### \(heading)\nNone\n")
    #expect(try none.problems.count == problemsAlone, "\(none.problems)")
  }

  private func disagreements(_ boxes: String) throws -> Int {
    try readSampleChange(Self.head + boxes + "\n").problems.count { problem in
      if case .disagreement = problem.kind { true } else { false }
    }
  }

  /// The front matter and the boxes agree on who approved.
  @Test(arguments: [
    "- [ ] CAB Approval: @ann", "- [x] CAB Approval: @ann (superseded)",
    "- [x] CAB Approval: @ann (no longer)", "- [x] CAB Approval: ~~@ann~~", "#### CAB\n- [ ] @ann",
    "- [ ] CAB Approval: @ann\n- [x] CAB Approval: @ann",
  ])
  func boxesThatDiffer(_ boxes: String) throws {
    #expect(try disagreements(boxes) > 0, "\(boxes)")
  }

  @Test(arguments: [
    "- [x] CAB Approval: @ann", "- [ ] CAB Approval: @cab", "- [ ] CAB Approval:",
    "- [ ] Technical Review: @ann", "- [x] CAB Approval: @ann\n- [ ] Update of the manual by @ann",
  ])
  func boxesThatDoNotDiffer(_ boxes: String) throws {
    #expect(try disagreements(boxes) == 0, "\(boxes)")
  }
}
