import Chronology
import Configuration
import Findings
import Records
import Rules
import SourceText
import TestSupport
import Testing

@Suite struct ReadingRuleTests {
  @Test func findsNothingInACompleteRecord() throws {
    try expectMarkedFindings(SampleRecords.normal)
  }

  @Test func findsNothingInTheFilledInTemplate() throws {
    try expectMarkedFindings(SampleRecords.template)
  }

  /// CB101
  @Test func namesTheBytesThatAreNoText() throws {
    let place = Place(startOf: SourceFile(path: "content/changes/a.md", text: "a"))
    let problems: [(ReadingProblem.Kind, Severity, String)] = [
      (.notUTF8(byte: 0xF6), .error, "the byte F6 is not UTF-8"),
      (.controlCharacter(0), .error, "the control character U+0000 has no place in text"),
      (
        .bidirectionalOverride(scalar: 0x202E), .warning,
        "U+202E changes the direction of the text around it"
      ),
      (.refusedFile(what: "symbolic link"), .error, "a symbolic link is not opened"),
      (
        .unreadable(reason: "Permission denied"), .error,
        "the file cannot be read: Permission denied"
      ),
    ]
    for (kind, severity, message) in problems {
      let worded = Rules.findings(for: [ReadingProblem(kind, at: place)])
      #expect(worded.map(\.code.number) == [101])
      #expect(worded.map(\.severity) == [severity])
      #expect(worded.map(\.message) == [message])
    }
  }

  /// CB102
  @Test func saysOnlyThatTheFrontMatterDoesNotParse() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        systems: [⟦CB102⟧*all]
        ---
        """)
  }

  /// CB102
  @Test func asksForTheLineThatClosesTheFrontMatter() throws {
    let place = Place(startOf: SourceFile(path: "content/changes/a.md", text: "---\nid: a\n"))
    let worded = Rules.findings(for: [ReadingProblem(.frontMatterUnclosed, at: place)])
    #expect(worded.map(\.code.number) == [102])
    #expect(worded.map(\.help) == ["end it with a line of `---`"])
  }

  /// CB102
  @Test func saysOnlyThatTheFrontMatterDoesNotEnd() throws {
    let path = "content/changes/CHG-2026-0042.md"
    let file = SourceFile(path: path, text: "---\ntype: Normal\n### Summary\n")
    let found = try findings(of: [file], settings: Settings(), asOf: "2026-06-01T00:00Z")
    #expect(found.map(\.code.number) == [102])
  }

  /// CB104
  @Test func namesNoKeyWhereTheWholeIsNoMapping() throws {
    let settings = readSettings(SourceFile(path: "changebook.yml", text: "- a\n"))
    let worded = Rules.findings(for: settings.problems)
    #expect(worded.map(\.code.number) == [104])
    #expect(worded.map { $0.message.hasPrefix("the YAML is not a list of keys") } == [true])
  }

  /// CB103
  @Test func reportsAMisspeltKeyAtTheKey() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        ⟦CB103⟧requestor: "@rpc-dev"
        ---
        """)
  }

  /// CB103
  @Test func reportsRuleCodesThatNoRuleHas() throws {
    let file = SourceFile(path: "changebook.yml", text: "rules: {CB302: warning, CB999: off}\n")
    var settings = Settings()
    settings.severityPlaces = [
      Located(RuleCode(302), Place(file, SourceRange(8, 13))),
      Located(RuleCode(999), Place(file, SourceRange(24, 29))),
    ]
    let found = try findings(of: [], settings: settings)
    #expect(found.map(\.message) == ["no rule has the code CB999"])
    #expect(found.map(\.place.start.column) == [25])
  }

  /// CB104
  @Test func reportsAValueThatCannotBeReadAtTheValue() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        outcome: ⟦CB104⟧fine
        closed: ⟦CB104⟧yesterday
        ---
        """)
  }

  /// CB104
  @Test func warnsOfAnInstantWithoutZone() throws {
    let text = SampleRecords.normal.replacing(with: "---\nstarted: 2026-03-09T02:05\n---").text
    let found = try findings(
      of: [SourceFile(path: "content/changes/CHG-2026-0042.md", text: text)])
    #expect(found.map(\.code.number) == [104])
    #expect(found.map(\.severity) == [.warning])
  }

  /// CB105
  @Test func reportsASecondRecordOfOneID() throws {
    let second = SampleRecords.normal.replacing(with: "---\nid: ⟦CB105⟧CHG-2026-0042\n---")
    try expectMarkedFindings([
      MarkedSource(path: "content/changes/a.md", SampleRecords.normal.text),
      MarkedSource(path: "content/changes/b.md", second.text),
    ])
  }

  /// CB106
  @Test func asksForAnIDWhereNoFileNameGivesOne() throws {
    let record = SampleRecords.normal.without("id")
    try expectMarkedFindings(record, path: "content/changes/CHG-2026-0099.md")
    try expectMarkedFindings(
      [MarkedSource(path: "content/changes/certificates.md", "⟦CB106⟧" + record.text)])
  }

  /// CB107
  @Test func reportsABoxThatContradictsTheFrontMatter() throws {
    try expectMarkedFindings(
      normalWith: """
        ### Type
        [ ] Standard  [ ] Normal  [x] ⟦CB107⟧Emergency  [ ] Runtime Upgrade
        """)
    try expectMarkedFindings(
      normalWith: """
        ### Type
        [ ] Standard  [x] Normal  [ ] Emergency  [ ] Runtime Upgrade
        """)
  }

  /// CB108
  @Test func reportsBoxesWithoutExactlyOneTick() throws {
    try expectMarkedFindings(
      SampleRecords.template.replacing(
        with: """
          ### Risk Level
          [x] Low  [x] ⟦CB108⟧Medium  [ ] High  [ ] Critical
          """))
    try expectMarkedFindings(
      SampleRecords.template.replacing(
        with: """
          ### Risk Level
          [ ] ⟦CB108⟧Low  [ ] Medium  [ ] High  [ ] Critical
          """))
  }

  /// CB109
  @Test func pointsOutAMisspeltSection() throws {
    try expectMarkedFindings(
      SampleRecords.normal.replacing(
        with: """
          ---
          id: ⟦CB201⟧CHG-2026-0042
          ---
          ⟦CB109⟧### Rolback Plan
          1. Put the old certificates back and reload.
          """
      ).withoutSections("Rollback Plan"))
  }

  /// CB110
  @Test func reportsAFileOverALimitAndReadsTheOthers() throws {
    let line = String(repeating: "word ", count: 2000)
    let big = SampleRecords.normal.replacing(
      with: "---\nid: CHG-2026-0043\n---\n### Notes\n\(line)")
    let found = try findings(of: [
      SourceFile(path: "content/changes/CHG-2026-0042.md", text: SampleRecords.normal.text),
      SourceFile(path: "content/changes/CHG-2026-0043.md", text: big.text),
    ])
    #expect(found.map(\.code.number) == [110])
    #expect(found.map(\.record) == ["CHG-2026-0043"])
    let lines = big.text.split(separator: "\n", omittingEmptySubsequences: false)
    let number = try #require(lines.firstIndex { $0.hasPrefix("word") }) + 1
    #expect(found.map(\.place.start.line) == [number])
  }

  /// CB103
  @Test func notesAKeyThatNobodyReads() throws {
    let record = SampleRecords.normal.replacing(with: "---\ntags: [db]\n---")
    let file = SourceFile(path: "content/changes/CHG-2026-0042.md", text: record.text)
    let found = try findings(of: [file])
    #expect(found.map(\.code.number) == [103])
    #expect(found.map(\.severity) == [.note])
    #expect(try unreadableChanges(register(of: [file])).isEmpty)
  }

  /// CB109
  @Test func namesTheCharacterInALineThatIsNoHeading() throws {
    let record = SampleRecords.normal.text.replacing(
      "### Justification", with: "###\u{A0}Justification")
    let found = try findings(
      of: [SourceFile(path: "content/changes/CHG-2026-0042.md", text: record)])
    #expect(found.map(\.code.number).sorted() == [109, 201])
    #expect(found.contains { $0.message.contains("U+00A0") })
  }

  /// CB104
  @Test func keepsTheRiskOfAPolicyWithoutATableOfRisks() throws {
    let policy =
      "# Policy\n\n| Type | Approval | Lead Time |\n|---|---|---|\n| Normal | CAB | 1 day |\n"
    let record = SampleRecords.normal.replacing(with: "---\nrisk: Tiny\ncategory: plumbing\n---")
    let register = try register(of: [
      SourceFile(path: "content/policy/p.md", text: policy),
      SourceFile(path: "content/changes/CHG-2026-0042.md", text: record.text),
    ])
    let change = try #require(register.change("CHG-2026-0042"))
    #expect(change.risk?.value == "Tiny")
    #expect(change.categories.map(\.value) == ["plumbing"])
    #expect(change.problems.isEmpty, "\(change.problems.map(\.kind))")
  }

  /// One file that cannot be read leaves all others as they are.
  @Test func readsTheRestBesideARecordThatIsNoText() throws {
    let broken = SourceFile.reading(
      path: "content/changes/b.md", bytes: [0x23, 0x20, 0xFF, 0x0A])
    #expect(!broken.isText)
    let good = SourceFile(path: "content/changes/CHG-2026-0042.md", text: SampleRecords.normal.text)
    let policy = SourceFile(path: FullPolicy.path, text: FullPolicy.text)
    let register = try readRegister(
      SourceTree(files: [good, policy], problems: broken.problems), settings: Settings(), jobs: .one
    )
    #expect(register.changes.map(\.id) == ["CHG-2026-0042"])
    let instant = try #require(InstantText.read("2026-06-01T00:00Z", in: .utc)).instant
    let found = check(register, asOf: instant, jobs: .one)
    #expect(
      found.contains { $0.code.number == 101 && $0.place.file.path == "content/changes/b.md" })
  }

  /// CB111
  @Test(arguments: [
    (
      "content/freezes/x.MD", ReadingProblem.Kind.unreadFile(.freezes, intended: "x.md"),
      "`x.MD` is not read: in content/freezes only files ending in .md are", "name it `x.md`"
    ),
    (
      "content/incidents/a/x.yaml", .unreadFile(.incidents, intended: "x.md"),
      "`x.yaml` is not read: in content/incidents only files ending in .md are",
      "name it `x.md`, its YAML between two lines of `---`"
    ),
    (
      "content/policy/x.pdf", .unreadFile(.policy, intended: nil),
      "`x.pdf` is not read: in content/policy only files ending in .md are",
      "begin its name with that of the document it goes with, move it out of content/policy, or "
        + "write what it says as a Markdown file"
    ),
    (
      "content/changes/x.rst", .unreadFile(.changes, intended: nil),
      "`x.rst` is not read: in content/changes only files ending in .md are",
      "name it as an attachment, such as .pdf or .log, or move it out of the folder"
    ),
    (
      "content/Freezes", .strayFolder(.freezes),
      "the folder `Freezes` is not content/freezes, so nothing in it counts there",
      "move its files to content/freezes, or give it a name that is not so near"
    ),
    (
      "changebook.yaml", .straySettings,
      "`changebook.yaml` is not read: the settings are `changebook.yml` beside the folder `content`",
      "name it `changebook.yml` and put it there, or remove it"
    ),
    (
      "content/guide/x.md", .strayRecord(.incidents),
      "this declares an incident and does not count: it is not in content/incidents",
      "move the file to content/incidents, or leave the key out of a page"
    ),
  ])
  func saysWhatAFileThatIsNotReadShouldBeCalled(
    _ path: String, _ kind: ReadingProblem.Kind, _ message: String, _ help: String
  ) throws {
    let problem = ReadingProblem(kind, at: Place(startOf: SourceFile(path: path, bytes: [])))
    let worded = Rules.findings(for: [problem])
    #expect(worded.map(\.code.number) == [111])
    #expect(worded.map(\.severity) == [.error])
    #expect(worded.map(\.message) == [message])
    #expect(worded.map(\.help) == [help])
    #expect(worded.map(\.place.file.path) == [path])
  }
}
