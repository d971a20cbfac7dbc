import Configuration
import SourceText
import Testing

@testable import PolicyReading

/// What looks like a part of a change policy and is about another thing.
@Suite struct OtherThingsTests {
  private func policy(_ text: String) -> Policy {
    readPolicy(SourceFile(path: "p.md", text: text), settings: Settings())
  }

  @Test(arguments: [
    "Agenda Template", "Meeting minutes (template)", "Notification Template", "E-mail templates",
    "Email Template", "Incident Report Template", "Post-Implementation Review Template",
    "Template",
  ])
  func isNoTemplateOfRecords(_ heading: String) {
    let text = "## \(heading)\n\n```\nAttendees: [names]\nDate: [date]\nSummary: [text]\n```\n"
    #expect(policy(text).template == nil)
  }

  @Test(arguments: [
    ("Change Request Template", "Attendees: [names]"),
    ("RFC template", "What: [text]"),
    ("Template", "Title: [title]\nRollback Plan: [how]"),
    ("Templates", "## Summary\n[text]"),
    ("Change records\n\n### Template", "What: [text]"),
    ("Change review request template", "What: [text]"),
  ])
  func isATemplateOfRecords(_ heading: String, _ block: String) {
    #expect(policy("## \(heading)\n\n```\n\(block)\n```\n").template != nil)
  }

  @Test func anAgendaIsPassedOverForTheTemplate() {
    let text = """
      ## Agenda template

      ```
      # Agenda
      Title: [title]
      Schedule: [when]
      ```

      ## Request template

      ```
      Title: [title]
      ```
      """
    #expect(policy(text).template?.text == "Title: [title]\n")
  }

  @Test(arguments: [
    "## Decisions\n\n- Low/Medium risk: simple majority (3 votes)\n",
    "## CAB\n\nDecisions need a simple majority of the votes.\n",
    "## Decisions\n\nThe board approves with a two-thirds majority of votes.\n",
  ])
  func isNoThresholdOfAGovernanceVote(_ text: String) {
    #expect(policy(text).voteThreshold == nil)
    let types =
      "| Type | Approval | Lead Time |\n|---|---|---|\n| Normal | CAB | 5 days |\n\n"
    #expect(policy(types + text).voteThreshold == nil)
    #expect(policy(types + "## Votes\n\nThreshold: 2/3 approval\n").voteThreshold == nil)
  }

  @Test func saysWhatATableLacks() {
    let seen = SeenTable.all(
      in: policy("| Sort of change | Who says yes |\n|---|---|\n| A | B |\n"))
    #expect(seen.map(\.head) == ["Sort of change | Who says yes"])
    let windows = SeenTable.all(
      in: policy("## Deployment windows\n\n| Turn | From |\n|---|---|\n| A | B |\n"))
    #expect(windows.first?.nearest == .windows)
    #expect(SeenTable.all(in: policy("|X|Y|\n|-|-|\n|1|2|\n")).first?.nearest == nil)
  }
}
