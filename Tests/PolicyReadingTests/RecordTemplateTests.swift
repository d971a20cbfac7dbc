import Configuration
import SourceText
import Testing

@testable import PolicyReading

@Suite struct RecordTemplateTests {
  @Test func takesTheFencedBlockUnderTemplate() throws {
    let template = try #require(LedgerPolicy.policy.template)
    #expect(template.text.hasPrefix("## Change Request: [Title]\n"))
    #expect(template.text.hasSuffix("Yes/No\n"))
    #expect(template.place.text.hasPrefix("```markdown"))
  }

  @Test func listsWhatAnAuthorReplaces() throws {
    let template = try #require(LedgerPolicy.policy.template)
    #expect(
      template.fillers == [
        "[Title]", "[One paragraph description]", "[Why is this change needed?]", "Step 1",
        "Step 2", "...", "@reviewer", "@security (if required)", "@cab", "Yes/No",
      ])
  }

  @Test(arguments: [
    "[Why is this change needed?]", "  [why is this change needed?]  ", "1. Step 1", "Step 2",
    "7) step 2", "3. ...", "...", "- [ ] Technical Review: @reviewer",
    "Technical Review: @reviewer",
    "- [x] Security Review: **@security (if required)**", "# Change Request: [Title]",
    "- **Maintenance window required:** Yes/No", "Yes/No",
    "> We do [One paragraph description] here",
  ])
  func knowsTextLeftFromTheTemplate(_ line: String) throws {
    #expect(try #require(LedgerPolicy.policy.template).isFiller(line))
    #expect(
      try Array(line.utf8).withUnsafeBufferPointer {
        try #require(LedgerPolicy.policy.template).isFiller(utf8: $0)
      })
  }

  @Test(arguments: [
    "", "   ", "### Summary", "- [ ] Unit tests pass", "- [x] Unit tests pass",
    "[x] Standard  [ ] Normal", "- **Systems affected:**", "- **Systems affected:** rpc-gateway",
    "1. Step 1 of the runbook", "Technical Review: @ana", "Yes", "See [the title](a.md).",
    "[Title of another kind]",
  ])
  func leavesTheAuthorsOwnTextAlone(_ line: String) throws {
    #expect(try !#require(LedgerPolicy.policy.template).isFiller(line))
  }

  @Test func prefersABlockWithHeadings() {
    let text = """
      ## Templates

      ```
      make new
      ```

      ~~~
      # [Title]
      ~~~
      """
    let policy = readPolicy(SourceFile(path: "p.md", text: text), settings: Settings())
    #expect(policy.template?.text == "# [Title]\n")
  }

  @Test func readsLinesEndedByCarriageReturns() {
    let text = "## Template\r\n\r\n```\r\n# [Title]\r\n\r\n1. Step 1\r\n```\r\n"
    let policy = readPolicy(SourceFile(path: "p.md", text: text), settings: Settings())
    #expect(policy.template?.fillers == ["[Title]", "Step 1"])
    #expect(policy.template?.isFiller("1. Step 1\r") == true)
  }
}
