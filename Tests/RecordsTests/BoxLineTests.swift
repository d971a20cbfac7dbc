import Records
import SourceText
import TestSupport
import Testing

/// Lines below a ticked box, times beside its name, and what the boxes say against the front matter.
@Suite struct BoxLineTests {
  private static let start = "## Change Request: A\n### Type\n[x] Normal\n### Approvals\n"
  private static let head =
    "---\napprovals:\n  - {role: cab, by: \"@bea\", at: 2026-03-04T10:00Z}\n---\n" + start
  private static let box = "- [x] CAB Approval: @bea\n"

  /// How many problems the boxes add to those of the record itself.
  private func problems(_ boxes: String) throws -> Int {
    try readSampleChange(Self.head + boxes + "\n").problems.count
      - readSampleChange(Self.head + Self.box).problems.count
  }

  private static let binding = [
    "only if load test green", "after 12:00", "pending", "but not on Mondays", "for staging",
    "on the condition that finance agrees", "Bea: no", "28 Nov: no", "see mail", "in December",
    "after the release", "on Tuesday",
  ]
  private static let harmless = [
    "approved in the meeting", "LGTM", "https://example.com/minutes/12", "23 February 2026",
    "no objections", "minutes of 3 March", "PR #12", "by phone",
  ]

  /// A line in the ways in which it may stand below a box.
  private static func below(_ line: String, _ seed: Int) -> String {
    let forms = ["  %", "  - %", "\n  %", "\t- %", "  1. %", "  > %", "  * **%**", "%"]
    return forms[seed % forms.count].replacing("%", with: line) + "\n"
  }

  @Test(arguments: 0..<96)
  func aLineBelowABoxIsHeard(_ seed: Int) throws {
    let line = Self.below(Self.binding[seed / 8 % Self.binding.count], seed)
    let boxes = try readSampleChange(Self.start + Self.box + line)
    #expect(boxes.approvals.isEmpty && boxes.unapproved.count == 1, "\(line)")
    #expect(try problems(Self.box + line) > 0, "\(line)")
  }

  @Test(arguments: 0..<64)
  func aLineThatSaysNothingAgainstIt(_ seed: Int) throws {
    let line = Self.below(Self.harmless[seed / 8 % Self.harmless.count], seed)
    let boxes = try readSampleChange(Self.start + Self.box + line)
    #expect(boxes.approvals.count == 1 && boxes.unapproved.isEmpty, "\(line)")
    #expect(try problems(Self.box + line) == 0, "\(line)")
  }

  @Test(arguments: [
    "12:00", "1.12.", "01.12", "1/12", "20261201", "12/2026", "2026-W49", "first of December",
    "December", "in December", "at the December meeting", "Q1 2027", "2027", "in 2027", "New Year",
    "on Tuesday", "on Wednesday", "this evening", "after the release", "(2:1)",
  ])
  func aTimeThatIsNotRead(_ text: String) throws {
    for dress in ["#", "(#)", ", #", "– #"] {
      let remark = dress.replacing("#", with: text)
      let change = try readSampleChange(Self.start + "- [x] CAB Approval: @bea \(remark)\n")
      #expect(change.approvals.isEmpty && change.unapproved.count == 1, "\(remark)")
    }
  }

  @Test(arguments: [
    "2026-03-03", "2026-03-03 11:00 UTC", "(Tue 3 March 2026, 11:00)", "3 March", "PR #12",
    "(meeting of 3 March 2026, item 4)", "OPS-12", "commit 4f2a9c1", "approved on Tuesday",
    "2026-03-03T10:00+01:00", "(3 March 2026, 3pm)", "LGTM 5:0",
  ])
  func aTimeThatIsRead(_ text: String) throws {
    let change = try readSampleChange(Self.start + "- [x] CAB Approval: @bea \(text)\n")
    #expect(change.approvals.count == 1 && change.unapproved.isEmpty, "\(text)")
  }

  @Test(arguments: [
    "- [x] CAB Approval: @bea (abstained)", "- [x] CAB Approval: @bea (tbc)",
    "- [x] CAB Approval: @bea (asked)", "- [x] CAB Approval: @bea?", "- [x] CAB Approval: @bea ⏳",
    "- [x] CAB Approval: @bea: LGTM?", "- [x] CAB Approval: nobody", "- [x] CAB Approval: TBD",
    "- [x] CAB Approval pending: @bea", "- [x] CAB Approval requested: @bea",
    "- [?] CAB Approval: @bea", "- [-] CAB Approval: @bea", "- [/] CAB Approval: @bea",
    "- [o] CAB: @bea", "* [n] CAB Approval",
    "- [x] CAB Approval: @bea\n- [ ] CAB Approval: @bea",
    "- [ ] CAB re-approval: @bea\n- [x] CAB Approval: @bea",
    "- [x] CAB Approval: @bea\n- [ ] Re-approval after the rewrite",
    "- [x] CAB Approval: @bea\n- [-] CAB Approval: @bea",
    "- [x] CAB Approval: @bea\n### Approval\n- [ ] CAB: @bea",
    "- [x] CAB Approval: @bea\n### Approvals 2\n- [ ] CAB: @bea",
    "- [x] CAB Approval: @bea\n### Approvals\n- [ ] CAB: @bea",
    "- [x] CAB Approval: @bea\n### Sign-off\n- [ ] @bea",
  ])
  func theBoxesDisagree(_ boxes: String) throws {
    #expect(try problems(boxes) > 0, "\(boxes)")
  }

  @Test(arguments: [
    "- [x] CAB Approval: @bea", "- [x] CAB Approval", "- [x] CAB Approval:", "- [ ] CAB Approval:",
    "- [✓] CAB Approval: @bea", "- [x] Technical Review: @ann\n- [x] CAB Approval: @bea",
    "- [x] CAB Approval: @bea\n- [ ] Security Review: @security (if required)",
  ])
  func theBoxesAgree(_ boxes: String) throws {
    #expect(try problems(boxes) == 0, "\(boxes)")
  }
}
