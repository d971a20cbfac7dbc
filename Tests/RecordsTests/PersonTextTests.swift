import Chronology
import Records
import SourceText
import TestSupport
import Testing

/// Who approves is a person: neither an address of something, nor a ticket, a word that forms leave, or a
/// tool. Several handles are several people, whatever parts them.
@Suite struct PersonTextTests {
  private func approved(_ by: String) throws -> Change {
    try readSampleChange(
      "---\napprovals:\n  - {role: technical, by: '\(by)', at: 2026-03-04T10:00Z}\n---\n"
        + "## Change Request: A\n### Type\n[x] Normal\n")
  }

  private func requested(_ by: String, key: String = "requester") throws -> Change {
    try readSampleChange(
      "---\n\(key): '\(by)'\n---\n## Change Request: A\n### Type\n[x] Normal\n")
  }

  @Test func namesNobodyWithWhatFormsLeave() throws {
    var random = SplitMix(seed: 61)
    let words = [
      "approver", "reviewer", "name", "you", "admin", "root", "user", "handle", "person", "member",
      "username", "login", "account",
    ]
    let dresses = [
      "@#", "@#1", "@your-#", "@the_#", "@first-#", "@#-2", "@your.#", "@#_01", "@a-#", "@my-#",
    ]
    for _ in 0..<120 {
      let word = words[random.below(words.count)]
      let text = dresses[random.below(dresses.count)].replacing("#", with: word)
      #expect(try approved(text).approvals.isEmpty, "\(text)")
    }
  }

  @Test(arguments: [
    "https://github.com/org/repo/pull/1", "https://jira.example.com/browse/OPS-12",
    "https://example.com/?user=ann", "https://example.com/a/b/c", "https://example.com/1234",
    "JIRA-123", "CHG-2026-0042", "CHG0030521", "OPS_7", "PR!12", "4f2a9c1", "INC-1.",
    "AI", "ChatGPT", "GPT-4", "an AI", "AI reviewer", "GitHub Copilot", "copilot", "gemini",
    "@chatgpt", "service account", "terraform",
  ])
  func namesNobodyWithATicketALinkOrATool(_ text: String) throws {
    #expect(try approved(text).approvals.isEmpty)
    #expect(!(try approved(text).unapproved.isEmpty))
  }

  @Test func leavesOpenWhatIsDueOrSaidElsewhere() throws {
    var random = SplitMix(seed: 62)
    let days = [
      "Friday", "12 June", "2026-06-12", "tomorrow", "the end of June", "next Monday", "EOD",
    ]
    let dresses = [
      "@cy by %", "@cy (by %)", "@cy, by %", "@cy after %", "@cy from %", "@cy - by %",
    ]
    for _ in 0..<60 {
      let text = dresses[random.below(dresses.count)]
        .replacing("%", with: days[random.below(days.count)])
      #expect(try approved(text).approvals.isEmpty, "\(text)")
    }
    for text in [
      "@cy: see comments", "@cy (see comment)", "@cy, see notes", "@cy with comments",
      "@cy (comments)", "@cy - see thread", "@cy: read below", "@cy (noted)",
    ] {
      #expect(try approved(text).approvals.isEmpty, "\(text)")
    }
  }

  @Test func partsHandlesWhateverStandsBetween() throws {
    var random = SplitMix(seed: 63)
    let signs = [
      "/", "|", "+", "–", "—", "·", ":", "=", "%", ".", "→", "•", "∕", "-/-", "//", "·/",
    ]
    for _ in 0..<100 {
      let sign = signs[random.below(signs.count)]
      let blank = random.below(3) == 0 ? " " : ""
      let text = "@dev\(blank)\(sign)\(blank)@tom"
      for key in ["requester", "implementer"] {
        let change = try requested(text, key: key)
        let people = key == "requester" ? change.requesters : change.implementers
        #expect(people.contains(Identity(handle: "tom")), "\(text)")
        #expect(people.contains(Identity(handle: "dev")), "\(text)")
      }
      #expect(
        try approved(text).approvals.allSatisfy { ($0.people + $0.others).count == 2 }, "\(text)")
    }
    #expect(try approved("@t2/@t1").approvals.isEmpty)
  }

  /// What people write of those who did approve.
  @Test(arguments: [
    "@cy", "@rpc-lead", "@author1", "@ann-reviewer", "@security-reviewer", "@principal-engineer",
    "@admin-ann", "@testa", "@name-lee", "ann", "Ann Lee", "cy@example.com", "@ann2", "ann-2",
    "@org/ann", "https://github.com/ann", "https://gitlab.example.com/users/ann",
    "https://www.linkedin.com/in/ann-lee", "@cy (by mail)", "@cy by phone", "@cy, by vote",
    "approved by @cy on Friday", "@cy (Friday, 6 March 2026)", "@cy (no comments)",
    "@cy (meeting notes)",
    "@cy, minutes from 3 March", "@cy (comment: no changes requested)", "@cy on 12 March",
    "@cy, see https://example.com/x", "@cy (see PR #12)", "@cy (see minutes)", "@kaito",
    "Ai Tanaka", "Robin Root", "Ann-Marie O'Neill", "@ann.lee", "@ann_lee", "@ann_",
    "@cy (without comments)", "@cy (approved by mail on 3 March)",
  ])
  func keepsPeople(_ text: String) throws {
    let change = try approved(text.replacing("'", with: "''"))
    #expect(change.approvals.count == 1, "\(change.unapproved)")
    #expect(change.unapproved.isEmpty)
  }

  /// The list of people decides who is somebody.
  @Test func takesAListedHandle() throws {
    let people = readPeopleDirectory(
      [
        SourceFile(path: "content/people.md", text: "| Handle |\n|---|\n| @approver |\n| @root |\n")
      ],
      zone: .utc)
    for text in ["@approver", "@root", "approved by @root", "@approver (Ann Lee)"] {
      #expect(people.read(text).map(\.fault) == [nil], "\(text)")
      #expect(people.read(text).allSatisfy { $0.identity != nil }, "\(text)")
    }
    #expect(people.identities(in: "@admin").isEmpty)
  }
}
