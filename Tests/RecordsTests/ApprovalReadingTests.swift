import Configuration
import Records
import SourceText
import TestSupport
import Testing

@Suite struct ApprovalReadingTests {
  private func ticked(_ text: String, label: String = "Technical Review") throws -> Change {
    try readSampleChange(
      "## Change Request: A\n### Type\n[x] Normal\n### Approvals\n- [x] \(label): \(text)\n")
  }

  private func stated(_ by: String, role: String = "technical") throws -> Change {
    try readSampleChange(
      "---\napprovals:\n  - {role: \(role), \(by), at: 2026-03-04T10:00Z}\n---\n"
        + "## Change Request: A\n### Type\n[x] Normal\n")
  }

  static let given = [
    "@cy", "@cy (meeting of 3 March)", "@cy, approved 2026-03-04", "cy@example.com", "Miller, Cy",
    "Cy Miller", "**@cy**", "@cy - approved", "approved by @cy", "@cy (no objections)",
    "@cy: approved without conditions", "[@cy](https://example.com/cy)", "@cy ✅", "Will Smith",
    "@cy on behalf of @ann", "@pending-queue", "@cy (not urgent)", "@cy, LGTM",
    "@cy (Cy Miller)", "Cy Miller, Security Lead", "@cy (CTO), approved in PR #12",
    "@cy: approved, the rehearsal of the migration was convincing", "@cy (nothing pending)",
    "@cy (comment: no changes requested)", "@cy (was on hold until 3 Nov, now approved)",
    "@cy 👍", "@cy see https://example.com/pending/12", "@cy (meeting minutes, item 4)",
  ]

  /// What may as well mean that nobody has approved yet.
  static let unclear = [
    "ask @cy", "assigned to @cy", "@cy (draft)", "@cy (invited)", "@cy (if tests pass)",
    "@cy (agenda)", "@cy, next meeting", "@cy (tabled)", "please @cy", "@cy or @dan", "@cy / @dan",
    "@cy (conditional on the load test)", "@cy: considered", "@cy (subject to a second look)",
    "@cy (once staged)", "@cy 🤷", "@cy: thinking about it", "@cy (unless it rains)",
    "proposed by @cy", "@cy approved an earlier draft", "@cy - no", "no @cy", "without @cy",
    "@cy -1", "@cy: 0", "@cy can approve", "@cy: approval needed", "@cy approved: false",
    "@cy missing", "CAB not needed", "@cy: approval lapsed",
  ]

  static let refused: [(String, Unapproved.Reason)] = [
    ("rejected by @cy", .refused), ("@cy (rejected)", .refused), ("@cy: declined", .refused),
    ("not approved", .refused), ("@cy, not approved", .refused), ("@cy (denied 3 March)", .refused),
    ("@cy has not yet approved", .refused), ("@cy objected", .refused), ("@cy ❌", .refused),
    ("@cy (pending)", .pending), ("pending", .pending), ("waiting for @cy", .pending),
    ("@cy 👎", .refused),
    ("@cy, to be confirmed", .pending), ("@cy?", .pending), ("@cy (TBC)", .pending),
    ("@cy will approve on Monday", .pending), ("@cy (review requested)", .pending),
    ("@cy (tentative)", .pending), ("~~@cy~~", .struckOut), ("~~@cy~~ (left)", .struckOut),
    ("<del>@cy</del>", .struckOut), ("N/A", .nobody), ("none", .nobody), ("-", .nobody),
    ("<!-- @cy -->", .nobody), ("", .nobody), ("approved", .nobody), ("yes", .nobody),
    ("waived", .pending), ("@cy (skipped)", .pending), ("not needed", .nobody),
    ("automatic", .nobody), ("low risk", .nobody), ("nobody", .nobody), ("see ticket", .nobody),
    ("\u{200B}", .nobody), ("2026-03-04", .nobody),
  ]

  @Test(arguments: given)
  func isGivenByAPerson(_ text: String) throws {
    for label in ["Technical Review", "CAB Approval"] {
      let change = try ticked(text, label: label)
      #expect(change.approvals.count == 1)
      #expect(change.approvals.allSatisfy { !$0.people.isEmpty })
      #expect(change.unapproved.isEmpty)
    }
  }

  @Test(arguments: refused)
  func isNoneWithoutAYes(_ text: String, _ reason: Unapproved.Reason) throws {
    for label in ["Technical Review", "CAB Approval", "Security Review"] {
      let change = try ticked(text, label: label)
      #expect(change.approvals.isEmpty)
      #expect(change.unapproved.map(\.reason) == [reason])
    }
    let change = try stated("by: \"\(text)\"")
    #expect(change.approvals.isEmpty)
    #expect(change.unapproved.map(\.reason) == [reason])
  }

  @Test(arguments: unclear)
  func isNoneWhereARemarkLeavesItOpen(_ text: String) throws {
    for change in [try ticked(text), try stated("by: \"\(text)\"")] {
      #expect(change.approvals.isEmpty)
      #expect(!change.unapproved.isEmpty)
    }
  }

  @Test(arguments: [
    "@username", "@example", "me", "self", "myself", "the requester", "author", "CI",
    "@deploy-bot", "@renovate[bot]", "github actions",
  ])
  func isNobodysWhereNoPersonIsNamed(_ text: String) throws {
    #expect(try ticked(text).approvals.isEmpty)
    #expect(try stated("by: \"\(text)\"").approvals.isEmpty)
  }

  @Test(arguments: ["@a or @b", "@a / @b", "@a + @b", "@a with @b", "@a (for @b)", "@a via @b"])
  func namesEverybodyWhoMayHaveHadAHand(_ text: String) throws {
    let change = try readSampleChange(
      "---\nrequester: \"\(text)\"\n---\n## Change Request: A\n### Type\n[x] Normal\n")
    #expect(change.requesters.contains(Identity(handle: "a")))
    #expect(change.requesters.contains(Identity(handle: "b")))
  }

  @Test(arguments: ["Ann or Bob", "Ann/Bob", "Ann + Bob", "me", "the requester"])
  func namesNobodyForSure(_ text: String) throws {
    let change = try readSampleChange(
      "---\nimplementer: \"\(text)\"\n---\n## Change Request: A\n### Type\n[x] Normal\n")
    #expect(change.implementers.isEmpty)
  }

  /// Whatever stands below a box, on its label or beside the boxes is said of the approval too.
  @Test(arguments: [
    "- [x] CAB Approval: @cab\n  - rejected\n",
    "- [x] CAB Approval: @cab\n\n  Withdrawn on Monday.\n",
    "- [x] CAB Approval (pending): @cab\n", "- [x] CAB Approval - not approved: @cab\n",
    "- [x] ~~CAB Approval~~: @cab\n",
  ])
  func readsWhatStandsAroundABox(_ text: String) throws {
    let change = try readSampleChange(
      "## Change Request: A\n### Type\n[x] Normal\n### Approvals\n" + text)
    #expect(change.approvals.isEmpty)
    #expect(change.unapproved.count == 1)
  }

  @Test(arguments: [
    "- [ ] CAB Approval: rejected by @cab\n", "- [ ] CAB Approval: @cab\n  - declined\n",
    "- [x] CAB Approval: @cab (withdrawn)\n", "The CAB withdrew its approval on Monday.\n",
    "- [ ] CAB Approval:\n\n### Approvals\n- [x] CAB Approval: @cab rejected\n",
    "| Role | State |\n|---|---|\n| CAB | rejected |\n",
  ])
  func letsNoRefusalOfTheTextPass(_ text: String) throws {
    let head = "---\napprovals:\n  - {role: cab, by: \"@cab\", at: 2026-03-04T10:00Z}\n---\n"
    let change = try readSampleChange(
      head + "## Change Request: A\n### Type\n[x] Normal\n### Approvals\n" + text)
    #expect(!change.problems.isEmpty)
  }

  @Test(arguments: ["CAB: no\n", "@cab: veto\n", "TBD\n", "Still open.\n", "@cab took it back.\n"])
  func readsTheTextBesideTheBoxes(_ text: String) throws {
    let head = "---\napprovals:\n  - {role: cab, by: \"@cab\", at: 2026-03-04T10:00Z}\n---\n"
    let change = try readSampleChange(
      head + "## Change Request: A\n### Type\n[x] Normal\n### Approvals\n" + text)
    #expect(!change.problems.isEmpty)
  }

  @Test(arguments: ["CAB Approval scheduled", "CAB Pre-Approval", "CAB Approval (of v1, outdated)"])
  func readsTheLabelOfABox(_ label: String) throws {
    #expect(try ticked("@cab", label: label).approvals.isEmpty)
    #expect(try ticked("@cab", label: "CAB Approval (if required)").approvals.count == 1)
  }

  @Test func takesBackWhatALaterEntryRefuses() throws {
    let change = try readSampleChange(
      "---\napprovals:\n  - {role: cab, by: \"@cab\", at: 2026-03-04T10:00Z}\n"
        + "  - {role: cab, by: \"rejected by @cab\", at: 2026-03-05T10:00Z}\n---\n"
        + "## Change Request: A\n### Type\n[x] Normal\n")
    #expect(change.approvals.isEmpty)
    #expect(!change.problems.isEmpty)
  }

  @Test func takesNamesBelowABox() throws {
    let change = try readSampleChange(
      "## Change Request: A\n### Type\n[x] Normal\n### Approvals\n"
        + "- [x] Technical Review:\n  - @a\n  - @b\n")
    #expect(change.approvals.map { $0.by?.value } == ["@a", "@b"])
  }

  @Test(arguments: ["technical?", "~~technical~~", "(technical)", "technical (declined)"])
  func takesARoleByItsLettersAlone(_ role: String) throws {
    let change = try stated("by: \"@cy\"", role: "\"\(role)\"")
    #expect(change.approvals.isEmpty)
    #expect(!change.problems.isEmpty)
  }

  @Test(arguments: [
    "by: \"\"", "by: ~", "by: \"~\"", "by: TBD", "by: \"@reviewer\"", "verbal: true",
  ])
  func namesNobodyInFrontMatter(_ by: String) throws {
    let change = try stated(by)
    #expect(change.approvals.isEmpty)
    #expect(change.unapproved.map(\.reason).count == 1)
  }

  /// Whatever surrounds it: a refusal beside a name never becomes an approval.
  @Test func keepsRefusalsInEveryDress() throws {
    var random = SplitMix(seed: 17)
    let names = ["@cy", "Cy Miller", "cy@example.com", "Cy Miller <cy@example.com>", "@c\u{200B}y"]
    let words = [
      "rejected", "Declined", "not approved", "PENDING", "awaiting", "refused", "TBC", "invited",
      "if the tests pass", "ask again", "next Monday", "draft",
    ]
    let dresses = [
      "# (%)", "# – %", "#, %", "#: %", "% #", "% by #", "# [%](x.md)", "# **%**", "`#` _%_",
      "% (#)",
    ]
    for _ in 0..<300 {
      let text = dresses[random.below(dresses.count)]
        .split(separator: "#", omittingEmptySubsequences: false)
        .joined(separator: names[random.below(names.count)])
        .split(separator: "%", omittingEmptySubsequences: false)
        .joined(separator: words[random.below(words.count)])
      let change = try ticked(text)
      #expect(change.approvals.isEmpty, "\(text)")
      #expect(!change.unapproved.isEmpty, "\(text)")
    }
  }

  @Test func partsThoseWhoApprovedFromTheRest() throws {
    let change = try ticked("@a, @b (pending); TBD and ~~@c~~")
    #expect(change.approvals.map { $0.by?.value } == ["@a"])
    #expect(change.unapproved.map(\.reason) == [.pending, .nobody, .struckOut])
  }

  @Test func takesTheBoardsOwnNameForASignature() throws {
    #expect(try ticked("@cab", label: "CAB Approval").approvals.count == 1)
    #expect(try ticked("CAB", label: "CAB Approval").approvals.count == 1)
    #expect(try ticked("@reviewer", label: "CAB Approval").approvals.isEmpty)
    #expect(try stated("by: CAB", role: "cab").approvals.count == 1)
  }

  @Test func readsAllLinesOfABox() throws {
    let change = try ticked("@a,\n  @b (rejected)")
    #expect(change.approvals.map { $0.by?.value } == ["@a"])
    #expect(change.unapproved.map(\.reason) == [.refused])
  }

  @Test func settlesNothingWhereTwoPlacesDiffer() throws {
    let refusal = "\n### Approvals\n- [x] CAB Approval: rejected by @cab\n"
    let head = "---\napprovals:\n  - {role: cab, by: \"@cab\", at: 2026-03-04T10:00Z}\n---\n"
    let change = try readSampleChange(
      head + "## Change Request: A\n### Type\n[x] Normal\n" + refusal)
    #expect(change.approvals.isEmpty)
    #expect(
      change.problems.contains { if case .disagreement = $0.kind { true } else { false } })
  }

  @Test func knowsTheRolesThatAPolicyNames() throws {
    let policy = FullPolicy.text.replacing("| Emergency CAB |", with: "| CTO or Change Manager |")
    let text =
      "---\napprovals:\n  - {role: cto, by: \"@boss\", at: 2026-03-04T10:00Z}\n---\n"
      + "## Change Request: A\n### Type\n[x] Emergency\n### Approvals\n"
      + "- [x] Change Manager approval: @cm\n- [x] VP: @vp\n"
    let register = try readRegister(
      SourceTree(files: [
        SourceFile(path: FullPolicy.path, text: policy),
        SourceFile(path: "content/changes/CHG-2026-0001.md", text: text),
      ]), settings: Settings(), jobs: .one)
    let change = try #require(register.changes.first)
    #expect(change.approvals.map(\.role.value) == [.named("cto"), .named("change manager")])
    #expect(change.problems.count == 1)
  }
}
