import Findings
import SourceText
import TestSupport
import Testing

@Suite struct TextReportTests {
  private func render(_ findings: [Finding], _ style: TextStyle = .plain) -> String {
    SampleFindings.text(renderText(findings, style: style))
  }

  /// The excerpt's two lines for a range of one text.
  private func excerpt(_ text: String, _ marked: String) -> [Substring] {
    let file = SourceFile(path: "a.md", text: text)
    let finding = Finding(
      RuleCode(104), .error, "m", at: SampleFindings.place(of: marked, in: file))
    return render([finding]).split(separator: "\n")[1...2].map { $0.dropFirst(8) }
  }

  @Test func showsThePlaceTheSourceThePolicyAndTheHelp() {
    #expect(
      render([SampleFindings.breach]) == """
        content/changes/CHG-1.md:2:25: breach[CB302]: 1 technical reviewer, the policy requires 2
            2 │ - [x] Technical Review: @runtime-lead
              │                         ^^^^^^^^^^^^^
           note: content/policy/P.md:3: Application code | 2 | No   (§6.1)
           help: add a second one

        0 errors, 1 breach, 0 warnings

        """)
  }

  @Test func showsAWaivedFindingAndCountsItApart() {
    let text = render([
      SampleFindings.breach, SampleFindings.waived, SampleFindings.error, SampleFindings.breach,
    ])
    #expect(text.contains("CHG-1.md:2:7: waived[CB401]: lead time too short\n"))
    #expect(
      text.contains("   note: waived by @cto at 2026-03-05T10:00:00Z because a <fixed> date\n"))
    #expect(text.hasSuffix("\n1 error, 2 breaches (1 waived), 0 warnings\n"))
  }

  @Test func endsWithASummaryAlsoWithoutFindings() {
    #expect(render([]) == "0 errors, 0 breaches, 0 warnings\n")
    let note = SampleFindings.finding(301, .note, "m", at: "A")
    #expect(render([note, note]).hasSuffix("\n0 errors, 0 breaches, 0 warnings, 2 notes\n"))
  }

  @Test func showsControlCharactersInsteadOfSendingThem() {
    let text = render([SampleFindings.error])
    #expect(!text.utf8.contains(0x1B))
    #expect(text.contains("    ü␛[31m: 漢字 e\u{301}x\n"))
    #expect(text.contains("100% wrong: a,b␊and more\n"))
  }

  @Test func makesHostileWordsOfAnyFieldHarmless() {
    let hostile = "\u{1B}]0;x\u{7}\u{9B}1m\u{202E}\r\n\u{2028}"
    let file = SourceFile(path: "a\(hostile).md", text: "x\(hostile)y")
    var finding = Finding(
      RuleCode(104), .error, hostile, help: hostile, at: Place(startOf: file),
      policy: PolicyReference(place: Place(startOf: file), clause: nil, excerpt: hostile))
    finding.waiver = AcceptedWaiver(by: hostile, at: hostile, reason: hostile)
    for scalar in render([finding]).unicodeScalars where scalar != "\n" {
      #expect(scalar.properties.generalCategory != .control)
      #expect(scalar.properties.generalCategory != .format)
      #expect(scalar.properties.generalCategory != .lineSeparator)
    }
  }

  @Test(arguments: [
    ("abc def", "def", "abc def", "    ^^^"),
    ("漢字 def", "def", "漢字 def", "     ^^^"),
    ("ab漢字", "漢字", "ab漢字", "  ^^^^"),
    ("e\u{301}x y", "y", "e\u{301}x y", "   ^"),
    ("\tab", "ab", "    ab", "    ^^"),
    ("a\tb", "b", "a   b", "    ^"),
    ("a\tb", "\tb", "a   b", " ^^^^"),
    ("👍🏽 ok", "ok", "👍🏽 ok", "     ^^"),
    ("abc\ndef", "bc\nd", "abc", " ^^"),
    ("abc", "", "abc", "^"),
    ("x\u{200B}y", "y", "x<U+200B>y", "         ^"),
  ])
  func marksTheColumnsThatATerminalShows(
    text: String, marked: String, shown: String, marks: String
  ) {
    #expect(excerpt(text, marked).map(String.init) == [shown, marks])
  }

  @Test func cutsALongLineAroundTheMarks() {
    let long = String(repeating: "a", count: 3000) + "HERE" + String(repeating: "b", count: 3000)
    let lines = excerpt(long, "HERE")
    #expect(lines[0].count == 162)
    #expect(lines[0].hasPrefix("…a") && lines[0].hasSuffix("b…"))
    let start = lines[1].prefix { $0 == " " }.count
    #expect(lines[0].dropFirst(start).hasPrefix("HERE"))
    #expect(lines[1].drop { $0 == " " } == "^^^^")
    #expect(excerpt(long, long)[1].drop { $0 != "^" }.count == 160)
  }

  @Test func leavesOutTheExcerptOfAFileThatWasNotRead() {
    let finding = Finding(
      RuleCode(110), .error, "too large", at: Place(startOf: SourceFile(path: "a.md", text: "")))
    #expect(render([finding]).hasPrefix("a.md:1:1: error[CB110]: too large\n\n"))
  }

  @Test func coloursOnlyWhenAsked() {
    let coloured = render([SampleFindings.breach], .coloured)
    #expect(coloured.contains("\u{1B}[1;35mbreach[CB302]\u{1B}[0m"))
    var plain = ""
    var rest = coloured[...]
    while let escape = rest.firstIndex(of: "\u{1B}") {
      plain += rest[..<escape]
      rest = rest[escape...].drop { $0 != "m" }.dropFirst()
    }
    #expect(plain + rest == render([SampleFindings.breach]))
  }

  @Test(arguments: [TextStyle.plain, .coloured])
  func sendsNoControlCharacterOfAnyText(style: TextStyle) {
    var random = SplitMix(seed: 31)
    for _ in 0..<300 {
      let file = SourceFile(
        path: HostileText.random(&random),
        text: HostileText.random(&random) + "\n" + HostileText.random(&random))
      let lower = Int.random(in: 0...file.bytes.count, using: &random)
      let place = Place(file, SourceRange(lower, file.bytes.count))
      var finding = Finding(
        RuleCode(104), .error, HostileText.random(&random), help: HostileText.random(&random),
        at: place,
        policy: PolicyReference(
          place: place, clause: HostileText.random(&random), excerpt: HostileText.random(&random)))
      finding.waiver = AcceptedWaiver(
        by: HostileText.random(&random), at: HostileText.random(&random),
        reason: HostileText.random(&random))
      var text = render([finding], style)
      // Our own colours: ESC, `[`, digits and semicolons, `m`.
      if style == .coloured { text.replace(/\u{1B}\[[0-9;]+m/, with: "") }
      #expect(HostileText.controls(in: Array(text.utf8)[...], except: "\n") == [])
      #expect(text.split(separator: "\n").count == 7, "\(text)")
    }
  }
}
