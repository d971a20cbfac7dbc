import Markdown
import Records
import SourceText
import TestSupport
import Testing

@Suite struct RecordHeadingTests {
  private func roles(_ heading: String) throws -> [SectionRole?] {
    try readSampleChange(
      "## Change Request: A\n### Type\n[x] Normal\n\(heading)\n\nNodes run out.\n"
    )
    .sections.map(\.role)
  }

  @Test func knowsASectionByItsNameHoweverItIsWritten() throws {
    var random = SplitMix(seed: 11)
    let names: [(String, SectionRole)] = [
      ("Justification", .justification), ("Rollback Plan", .rollbackPlan),
      ("IMPACT ASSESSMENT", .impact), ("Technical details", .technicalDetails),
    ]
    let before = [
      "", "3. ", "3) ", "3.1 ", "3.1. ", "(3) ", "IV. ", "b) ", "§3 ", "Section 3: ", "📋 ",
    ]
    let around = [("", ""), ("**", "**"), ("_", "_"), ("`", "`")]
    let behind = ["", ":", " (required)", " *", ".", " #", " ###"]
    for (name, role) in names {
      for _ in 0..<40 {
        let (left, right) = around.randomElement(using: &random) ?? ("", "")
        let heading =
          String(repeating: "#", count: .random(in: 2...6, using: &random)) + " "
          + (before.randomElement(using: &random) ?? "") + left + name + right
          + (behind.randomElement(using: &random) ?? "")
        #expect(try roles(heading) == [.type, role], "\(heading)")
      }
    }
  }

  @Test(arguments: ["Justified", "Notes 3", "A type of risk", "3 reasons", "Impact on 4 nodes"])
  func takesNoOtherHeadingForOne(heading: String) throws {
    #expect(try roles("### \(heading)") == [.type, nil])
  }

  static let invisible: [UInt32] = [
    0xA0, 0x2007, 0x202F, 0x3000, 0xFEFF, 0x200B, 0x2060, 0xAD, 0x1680, 0x2003, 0x200E,
  ]

  @Test(arguments: invisible)
  func namesTheCharacterThatKeepsALineFromBeingAHeading(scalar: UInt32) throws {
    let character = String(try #require(Unicode.Scalar(scalar)))
    for line in [
      "###\(character)Justification", "###\(character) Justification",
      "\(character)### Justification",
    ] {
      let change = try readSampleChange(
        "## Change Request: A\n### Type\n[x] Normal\n\n\(line)\nNodes run out.\n")
      let found = change.problems.filter { $0.kind.isDeceptive(scalar) }
      #expect(found.count == 1, "\(line) \(change.problems.map(\.kind))")
      #expect(found.first?.place.start.line == 5)
    }
  }

  @Test(arguments: [0x200B, 0xAD, 0x2060, 0xFEFF] as [UInt32])
  func readsANameDespiteWhatCannotBeSeenInIt(scalar: UInt32) throws {
    let character = String(try #require(Unicode.Scalar(scalar)))
    let change = try readSampleChange(
      "## Change Request: A\n### Type\n[x] Normal\n### Justi\(character)fication\nNodes run out.\n")
    #expect(change.sections.map(\.role) == [.type, .justification])
  }

  @Test func saysWhereABlankIsMissing() throws {
    let change = try readSampleChange(
      "## Change Request: A\n### Type\n[x] Normal\n\n###Justification\nSee #Notes and #12.\n")
    #expect(
      change.problems.map(\.kind) == [.deceptiveHeading("Justification", scalar: nil)])
  }

  @Test func saysNothingOfCodeAndProse() throws {
    let change = try readSampleChange(
      """
      ## Change Request: A
      ### Type
      [x] Normal
      ### Implementation Plan
      ```sh
      #Justification
      #\u{A0}Justification
      ```
          #Justification

      #ops is told, ü # and\u{A0}more.
      #12 is fixed.
      """)
    #expect(change.problems.isEmpty, "\(change.problems.map(\.kind))")
  }

  // MARK: Titles

  @Test(arguments: [
    ("# Change request - Raise it", "Raise it"), ("## Change Request: Raise it", "Raise it"),
    ("## CHANGE REQUEST – Raise it", "Raise it"), ("# Change Request — Raise it", "Raise it"),
    ("# Change Request:Raise it", "Raise it"), ("# Raise it", "Raise it"),
    ("## Raise it", "Raise it"), ("# Change requests are read", "Change requests are read"),
    ("# Change Request:\u{A0}Raise it", "Raise it"), ("# Re-raise - it", "Re-raise - it"),
  ])
  func readsTheTitle(heading: String, title: String) throws {
    let change = try readSampleChange("\(heading)\n\n### Type\n[x] Normal\n")
    #expect(change.title?.value == title)
  }

  @Test(arguments: [
    "# Change Request: [Title]", "# Change Request:", "# TBD", "## Change Request: ?",
  ])
  func takesNoPlaceholderForATitle(heading: String) throws {
    #expect(try readSampleChange("\(heading)\n\n### Type\n[x] Normal\n").title == nil)
  }

  @Test(arguments: ["Title", "Change title", "1. Title:", "**Title**"])
  func readsAnIssueForm(label: String) throws {
    let change = try readSampleChange(
      """
      ### \(label)

      Rotate the certificates

      ### Type

      Normal

      ### Risk Level

      Medium - a node at a time

      ### Justification

      _No response_
      """)
    #expect(change.title?.value == "Rotate the certificates")
    #expect(change.type?.value == "Normal")
    #expect(change.risk?.value == "Medium")
    #expect(change.sections.last?.state != .filled)
    #expect(change.problems.isEmpty, "\(change.problems.map(\.kind))")
  }

  @Test func givesAPageTheTitleOfItsFirstHeadingOfTheFirstLevel() {
    func title(_ text: String) -> String {
      readPage(SourceFile(path: "content/guide/0042-text.md", text: text)).title
    }
    #expect(title("## Summary\n\n# Runbook\n") == "Runbook")
    #expect(title("- Feature: x\n\n## Summary\n") == "0042-text")
    #expect(title("") == "0042-text")
    #expect(title("---\ntitle: Stated\n---\n# Runbook\n") == "Stated")
  }

  @Test func takesNoSectionForATitleWhereTheFrontMatterSaysIt() throws {
    let change = try readSampleChange(
      "---\ntitle: Raise it\n---\n## Background\nNodes run out.\n\n### Type\n[x] Normal\n")
    #expect(change.title?.value == "Raise it")
    #expect(change.sections.map(\.heading.text) == ["Background", "Type"])
    #expect(change.problems.isEmpty, "\(change.problems.map(\.kind))")
  }

  @Test func keepsWhatStandsAboveTheHeading() throws {
    let change = try readSampleChange(
      "Mind the queue.\n\n## Change Request: A\n\nMore.\n\n### Type\n[x] Normal\n")
    #expect(change.document.plainText(ofNodes: change.preamble) == "Mind the queue.")
    #expect(change.document.plainText(ofNodes: change.opening) == "More.")
    #expect(change.isOpened)
  }

  // MARK: Keys

  @Test func keepsKeysThatAreNearNoneThatIsRead() throws {
    let change = try readSampleChange(
      """
      ---
      tags: [db, "a, b"]
      ticket: {id: 4, url: x}
      review: {minutes: 5}
      requestor: x
      ---
      # A
      ## Type
      [x] Normal
      """)
    #expect(change.unread.map(\.key) == ["tags", "ticket", "review.minutes"])
    #expect(change.unread.map(\.value) == ["db, a, b", "{id: 4, url: x}", "5"])
    #expect(change.unread.first?.place.text == "tags")
    #expect(
      change.problems.map(\.kind).filter {
        if case .unknownKey("requestor", "requester", _) = $0 { true } else { false }
      }.count == 1)
  }
}

extension ReadingProblem.Kind {
  fileprivate func isDeceptive(_ scalar: UInt32) -> Bool {
    if case .deceptiveHeading(_, scalar: scalar) = self { true } else { false }
  }
}
