import Configuration
import Findings
import Rules
import SourceText
import TestSupport
import Testing

@Suite struct PolicyAndSiteRuleTests {
  @Test func findsNothingInAWholePolicy() throws {
    try expectMarkedFindings(inPolicy: FullPolicy.text)
  }

  /// CB701
  @Test func namesAColumnThatIsAbsent() throws {
    let found = try findings(of: [
      SourceFile(
        path: FullPolicy.path,
        text: FullPolicy.text(
          replacingTableWith: """
            | Window | Purpose |
            |--------|---------|
            | Low-traffic | Significant changes |
            """))
    ])
    #expect(Set(found.map(\.code.number)) == [701])
  }

  /// CB701
  @Test func notesAClauseThatIsAbsent() throws {
    let text = FullPolicy.text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("- Threshold") }.joined(separator: "\n")
    let found = try findings(of: [SourceFile(path: FullPolicy.path, text: text)])
    #expect(found.map(\.code.number) == [701])
    #expect(found.map(\.severity) == [.note])
  }

  /// CB702
  @Test func reportsACellThatIsNotUnderstoodAtTheCell() throws {
    try expectMarkedFindings(
      inPolicy: FullPolicy.text(
        replacingTableWith: """
          | Period | Duration | Changes Allowed |
          |--------|----------|-----------------|
          | Holiday freeze | ⟦CB702⟧around Christmas | Emergency only |
          """))
  }

  /// CB703
  @Test func reportsANameThatNoTableDefines() throws {
    let found = try findings(of: [
      SourceFile(
        path: FullPolicy.path,
        text: FullPolicy.text(
          replacingTableWith: """
            | Field | Required For | Description |
            |-------|--------------|-------------|
            | Rollback Plan | Normal, Urgent | The steps back |
            """))
    ])
    #expect(found.map(\.code.number) == [703])
    #expect(found.first?.message.hasPrefix("`Urgent` in ") == true)
  }

  /// CB801
  @Test func reportsReferencesThatLeadNowhere() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        follows: ⟦CB801⟧CHG-2026-0001
        incident: [⟦CB801⟧INC-2026-001]
        caused_incidents: [⟦CB801⟧CHG-2026-0042]
        supersedes: ⟦CB801⟧CHG-2026-0042
        ---
        """)
  }

  /// CB801
  @Test func wordsLinksThatAreDeadOrUnsafe() {
    let place = Place(startOf: SourceFile(path: "content/a.md", text: "a"))
    let found = Rules.findings(
      for: [
        ReadingProblem(.deadLink("b.md", suggestion: "c.md"), at: place),
        ReadingProblem(.unsafeLink("javascript:x"), at: place),
      ])
    #expect(found.map(\.code.number) == [801, 801])
    #expect(
      found.map(\.message) == [
        "the link `b.md` leads nowhere", "the link `javascript:x` is not published",
      ])
  }

  /// CB802
  @Test func reportsPagesThatDifferByCaseOrUnicodeFormOnly() throws {
    try expectMarkedFindings([
      MarkedSource(path: "content/guide/Start.md", "# Start\n"),
      MarkedSource(path: "content/guide/start.md", "⟦CB802⟧# Start\n"),
      MarkedSource(path: "content/guide/caf\u{E9}.md", "⟦CB802⟧# Coffee\n"),
      MarkedSource(path: "content/guide/cafe\u{301}.md", "# Coffee\n"),
      MarkedSource(path: "content/guide/other.md", "# Other\n"),
    ])
  }

  /// CB802
  @Test func namesWhoHasTheAddressOfAPage() {
    let place = Place(startOf: SourceFile(path: "content/calendar/2026-03.md", text: "a"))
    let problem = ReadingProblem(
      .addressTaken(path: "calendar/2026-03.html", by: "the calendar"), at: place)
    let found = Rules.findings(for: [problem])
    #expect(found.map(\.code.number) == [802])
    #expect(
      found.map(\.message) == [
        "the page is not published: `calendar/2026-03.html` is taken by the calendar"
      ])
  }

  /// CB803
  @Test func passesOnWhatIsWrongWithATemplate() {
    let file = SourceFile(path: "templates/page.mustache", text: "{{{title}}}\n")
    let problem = ReadingProblem(
      .templateProblem(message: "`title` is printed without escaping", help: "write `{{title}}`"),
      at: Place(file, SourceRange(0, 11)))
    let found = Rules.findings(for: [problem])
    #expect(found.map(\.code.number) == [803])
    #expect(found.map(\.message) == ["`title` is printed without escaping"])
    #expect(found.map(\.help) == ["write `{{title}}`"])
    #expect(found.map(\.severity) == [.error])
  }
}
