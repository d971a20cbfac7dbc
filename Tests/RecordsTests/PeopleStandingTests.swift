import Chronology
import Records
import SourceText
import TestSupport
import Testing

/// What a list of people says of whether somebody still may act: in columns of any such head, and beside
/// the table.
@Suite struct PeopleStandingTests {
  private func list(_ head: String, _ cell: String, beside text: String = "") -> PeopleDirectory {
    readPeopleDirectory(
      [
        SourceFile(
          path: "content/people.md",
          text: """
            # People

            | Handle | Roles | \(head) |
            |---|---|---|
            | @ann-lee | technical | \(cell) |
            | @bob | CAB | |

            \(text)
            """)
      ], zone: .utc)
  }

  private func holding(_ list: PeopleDirectory) -> PeopleDirectory.Holding {
    list.identities(in: "@ann-lee").first.map { list.holds(.technical, $0, at: nil) } ?? .unlisted
  }

  private static let affirming = [
    "Active", "Enabled", "Employed", "Current", "May approve now", "Can approve", "Valid",
  ]
  private static let denying = [
    "Left", "On leave", "Disabled", "Suspended", "Leaver", "Deactivated", "Revoked", "Absent",
    "Offboarded", "Retired", "Departed",
  ]
  private static let yes = ["yes", "Y", "x", "✓", "true", "1", "✅"]
  private static let no = ["no", "N", "0", "false", "✗", "❌", "☐", "off"]

  @Test func columnsAreReadByTheirHeads() {
    var random = SplitMix(seed: 31)
    func any(_ texts: [String]) -> String { texts[random.below(texts.count)] }
    for _ in 0..<100 {
      let affirming = any(Self.affirming), denying = any(Self.denying), yes = any(Self.yes)
      let no = any(Self.no)
      for (head, cell, isHeld) in [
        (affirming, yes, true), (affirming, no, false), (affirming, "", false),
        (denying, no, true), (denying, "", true), (denying, "-", true), (denying, yes, false),
      ] {
        let people = list(head, cell)
        #expect(people.problems.isEmpty, "\(head): \(cell): \(people.problems)")
        #expect(holding(people) == (isHeld ? .yes : .no), "\(head): \(cell)")
      }
    }
    for cell in ["Active", "", "permanent", "employed"] {
      #expect(holding(list("Status", cell)) == .yes, "\(cell)")
    }
    for cell in [
      "gone", "LOA", "sabbatical", "offboarding", "alumni", "garden leave", "contract ended",
      "on notice", "moved to sales", "vacation", "no longer active", "suspended",
    ] {
      #expect(holding(list("Status", cell)) == .no, "\(cell)")
    }
  }

  @Test(arguments: [
    ("Left", "May"), ("Left", "Q1"), ("Left", "last month"), ("On leave", "since May"),
    ("Active", "x?"), ("Active", "mornings"), ("Status", "☠"), ("Status", "tbc?"),
    ("Left", "2026-02-28"), ("Remark of HR", "left in May"), ("Mood", "on sabbatical"),
  ])
  func whatIsNotUnderstoodIsAProblem(_ head: String, _ cell: String) {
    #expect(!list(head, cell).problems.isEmpty)
  }

  @Test(arguments: [
    ("Team", "Payments"), ("Phone", "+49 30 123"), ("Location", "Berlin"), ("Time zone", "CET"),
    ("Holiday cover", "@bob"), ("Title", "Staff engineer"), ("Notes", "left Berlin for Rome"),
    ("Languages", "en, de"),
  ])
  func otherColumnsSayNothing(_ head: String, _ cell: String) {
    let people = list(head, cell)
    #expect(people.problems.isEmpty, "\(people.problems)")
    #expect(holding(people) == .yes)
  }

  @Test(arguments: [
    "@ann-lee left in May.", "`@ann-lee` may no longer approve.", "- @ann-lee: left",
    "Note: @ann-lee is on leave until June.", "> ann-lee was removed from the approvers",
    "From March on @ann-lee does not review any more.", "## Former\n\n- @ann-lee",
    "* @ann-lee → moved to Sales", "The list is a draft.", "All roles end on 2026-02-28.",
    "Nobody of this list may approve before June.",
  ])
  func textBesideTheTableMayTakeARowBack(_ text: String) {
    #expect(!list("Team", "A", beside: text).problems.isEmpty)
  }

  @Test(arguments: [
    "Ask in #people to be added.", "The list is reviewed every quarter by @ann-lee.",
    "Questions go to @ann-lee.", "People who left are taken out of the list.",
    "Last reviewed on 2026-01-15.",
  ])
  func otherTextBesideTheTableSaysNothing(_ text: String) {
    let problems = list("Team", "A", beside: text).problems
    #expect(problems.isEmpty, "\(problems)")
  }
}
