import Chronology
import Configuration
import SourceText
import TestSupport
import Testing

@testable import PolicyReading

/// What decides and is not read is named, and nothing else is.
@Suite struct PolicyCompletenessTests {
  private static let windows = """
    | Window | Time (UTC) | Purpose |
    |---|---|---|
    | Low-traffic | 02:00-06:00 | Significant changes |
    """
  private static let freezes = """
    | Period | Duration | Changes Allowed |
    |---|---|---|
    | Holiday freeze | Dec 20 - Jan 5 | Emergency only |
    | Major events | As declared | Emergency only |
    """

  private static func text(_ windows: String = windows, _ freezes: String = freezes) -> String {
    """
    # Policy

    **Effective Date:** 2025-01-01

    ## 1. Types

    | Type | Approval | Lead Time |
    |---|---|---|
    | Normal | CAB review | 5 days |

    ## 8. Deployment Windows

    ### 8.1 Windows

    \(windows)

    ### 8.2 Freezes

    \(freezes)

    ## 9. Rollback

    Put the old version back.

    """
  }

  private func unread(
    _ text: String, _ settings: Settings = Settings()
  ) -> [(decides: ReadingProblem.Decides, text: String)] {
    readPolicy(SourceFile(path: "p.md", text: text), settings: settings).problems.compactMap {
      guard case .unread(let decides, _, let text, _) = $0.kind else { return nil }
      return (decides, text)
    }
  }

  private func decides(
    _ text: String, _ settings: Settings = Settings()
  ) -> Set<ReadingProblem.Decides> { Set(unread(text, settings).map(\.decides)) }

  @Test(arguments: [
    text(), LedgerPolicy.text, BakeryPolicy.text, FullPolicy.text, SamplePolicy.text,
  ])
  func aWholePolicyLeavesNothing(_ text: String) {
    #expect(unread(text).map(\.text) == [])
  }

  @Test(arguments: [
    "Put the old version back, and tell everybody.", "The board meets on Tuesdays at 10:00.",
    "Changes are deployed only inside a window.", "This policy holds from January 2025.",
    "The holiday freeze is for everybody's peace.", "Reviews may take 5 business days.",
    "- No debug code is left", "- The maintenance window, where one is needed",
    "Change requests are handed in by Wednesday 12:00.", "The report is sent on Mondays.",
    "| Team | Hours |\n|---|---|\n| Support | 09:00-17:00 |",
    "| Standard | Clause |\n|---|---|\n| SOC 2 | CC8.1 |",
    "<!-- | Old freeze | Nov 1 - Nov 5 | None | -->",
    "```\nsteps | more\n```", "```sh\n# maintenance window\necho a | grep b | wc\n```",
  ])
  func whatExplainsDecidesNothing(_ text: String) {
    #expect(unread(Self.text() + "\n## 10. More\n\n\(text)\n").map(\.text) == [])
  }

  @Test(arguments: [
    "No changes from Dec 20 to Jan 5.", "- No deployments on Fridays",
    "> Nothing is released in December, deployments are suspended.",
    "The network is frozen from 1 to 14 August.", "**Blackout:** Nov 20 - Nov 30",
    "Nobody deploys on Fridays.",
    "Releases stop on December 20 and resume on January 6.", "No releases between 12/20 and 01/05.",
    "| Fair | Mar 1 - Mar 5 | Emergency only |\n|---|---|---|",
    "No production changes are made\nover Christmas.",
    "### No deployments at weekends\n\nSee above.",
    "| What | When |\n|---|---|\n| Embargo | Mar 1 - Mar 5 |",
    "| Fair | Mar 1 - Mar 5 | Emergency only |",
    "    | Fair | Mar 1 - Mar 5 | Emergency only |",
    "> | Fair | Mar 1 - Mar 5 | Emergency only |",
    "- | Fair | Mar 1 - Mar 5 | Emergency only |",
    "| Perod | Duration | Changes Allowed |\n|---|---|---|\n| Fair | Mar 1 - Mar 5 | None |",
    "| Period | Duration | Changes |\n|---|---|---|\n| Fair | Mar 1 - Mar 5 | None |",
    "| Period | Duration | Changes Allowed |\n|---|---|\n| Fair | Mar 1 - Mar 5 | None |",
    "| Period | Duration | Changes Allowed |\n|---|---|---|",
    "| Period | Duration | Changes Allowed | Condition |\n|---|---|---|---|\n| Fair | Mar 1 - Mar 5 | None | Test |",
    "| Period | Duration | Changes Allowed |\n|---|---|---|\n| Fair | Mar 1 - Mar 5 | None | | Fleet | May 1 | None |",
    "| Period | Duration | Changes Allowed |\n|---|---|---|\n| ~~Fair~~ | Mar 1 - Mar 5 | None |",
    "```\n| Fair | Mar 1 - Mar 5 | Emergency only |\n```", "```\nopen at the end",
    "<!--\n| Fair | Mar 1 - Mar 5 | Emergency only |\n-->", "<!-- open at the end",
    "<table><tr><td>Fair</td><td>Mar 1 - Mar 5</td><td>Emergency only</td></tr></table>",
    "```\n## 11. Freeze of the fleet\n```", "### Moratorium",
    "### Freezes at sea\n\n- Fair: Mar 1 - Mar 5", "### Freezes at sea\n\nOnly captains may pass.",
  ])
  func aFreezeThatIsNotReadIsNamed(_ text: String) {
    #expect(decides(Self.text() + "\n## 10. More\n\n\(text)\n").contains(.freezes))
  }

  @Test(arguments: [
    ("| Fri | 10:00-12:00 | Normal |", ReadingProblem.Decides.windows),
    ("Maintenance windows are Sundays 02:00-06:00.", .windowUse),
    ("We deploy on Tuesdays between 10:00 and 12:00.", .windowUse),
    (
      "| Window | Time | Purpose | Environment |\n|---|---|---|---|\n| A | 24/7 | All | Test |",
      .windowUse
    ),
    ("### Windows at sea\n\n- Except in fog", .windowUse), ("### Release times", .windows),
  ])
  func aWindowThatIsNotReadIsNamed(_ text: String, _ decides: ReadingProblem.Decides) {
    #expect(self.decides(Self.text() + "\n## 10. More\n\n\(text)\n").contains(decides))
  }

  @Test(arguments: [
    "| Type | Approval | Lead Time | Description |\n|---|---|---|---|\n| Bold | CAB | 1 day | x |",
    "| Typ | Approval | Lead Time |\n|---|---|---|\n| Bold | CAB | 1 day |",
    "| Type | Approval | Lead Time |\n| Bold | CAB | 1 day |",
    "| Field | Required For |\n|---|---|",
  ])
  func whatAuthorisesAndIsNotReadIsNamed(_ text: String) {
    #expect(decides(Self.text() + "\n## 10. More\n\n\(text)\n") == [.authorisation])
  }

  @Test func aFreezeInTheFrontMatterIsNamed() {
    #expect(decides("---\nchange_freeze: Mar 1 - Mar 5\n---\n" + Self.text()) == [.freezes])
  }

  @Test func freezesOfSeveralTablesAndOfOneNameAllHold() {
    let more =
      "| Freeze | Dates | Exceptions |\n|---|---|---|\n| Holiday freeze | Mar 1 - Mar 5 | None |"
    let policy = readPolicy(
      SourceFile(path: "p.md", text: Self.text() + "\n" + more + "\n"), settings: Settings())
    #expect(policy.freezes.map(\.name) == ["Holiday freeze", "Major events", "Holiday freeze"])
    #expect(!policy.problems.contains { if case .namedTwice = $0.kind { true } else { false } })
  }

  @Test func aStruckOutRowDoesNotHold() {
    let policy = readPolicy(
      SourceFile(
        path: "p.md",
        text: Self.text(
          Self.windows + "\n| ~~Noon~~ | ~~12:00-13:00~~ | ~~Normal~~ |"
            + "\n| <del>Night</del> | <del>22:00-23:00</del> | <del>Normal</del> |")),
      settings: Settings())
    #expect(policy.windows.map(\.name) == ["Low-traffic"])
    #expect(unread(Self.text(Self.windows + "\n| ~~Noon~~ | 12:00-13:00 | Normal |")).count == 1)
  }

  @Test func readsDaysStartsAndEndsOfTheirOwnColumns() {
    let windows = """
      | Window | Days | Time | Type | Notes |
      |---|---|---|---|---|
      | A | Tue-Thu | 10:00-15:00 | Normal | x |
      | B | weekends | any time | Normal | |
      | C | Mon | Tue 10:00-11:00 | Normal | |
      | D | Mon | 24/7 | Normal | |
      """
    let freezes = """
      | Freeze | From | To | Exceptions | Reason |
      |---|---|---|---|---|
      | Year end | Dec 15 | Jan 5 | Emergency only | rest |
      """
    let policy = readPolicy(
      SourceFile(path: "p.md", text: Self.text(windows, freezes)), settings: Settings())
    #expect(
      policy.windows.map(\.time) == [
        Recurrence([
          .daily(DayRule(weekdays: [.tuesday, .wednesday, .thursday]), start: 600, end: 900)
        ]),
        Recurrence([.daily(DayRule(weekdays: [.saturday, .sunday]), start: 0, end: 1440)]),
      ])
    #expect(policy.windows.map(\.appliesTo) == ["Normal", "Normal"])
    #expect(
      policy.freezes.map(\.duration) == [
        .recurring(
          Recurrence([
            .yearly(first: MonthDay(month: 12, day: 15), last: MonthDay(month: 1, day: 5))
          ]))
      ])
    let refused = policy.problems.compactMap { problem in
      if case .cellNotUnderstood(_, let column, let text, _) = problem.kind {
        "\(column) \(text)"
      } else {
        nil
      }
    }
    #expect(refused == ["Days Mon", "Days Mon"])
    #expect(unread(Self.text(windows, freezes)).isEmpty)
  }

  @Test func settingsSayThatThereAreNone() {
    let place = Place(startOf: SourceFile(path: "changebook.yml", text: "freezes: none\n"))
    var settings = Settings()
    settings.answersFreezes = place
    let list = Self.text(Self.windows, "- Fair: Mar 1 - Mar 5, see the wiki")
    #expect(decides(list) == [.freezes])
    #expect(decides(list, settings).isEmpty)
    #expect(decides(Self.text(), settings) == [.freezes])
    let neither =
      Self.text("See the wiki.", "See the wiki.")
      .split(separator: "## 8.")[0] + "## 9. Rollback\n\nBack.\n"
    #expect(decides(String(neither)) == [.freezes])
    #expect(decides(String(neither), settings).isEmpty)
  }

  @Test func aPolicyWithoutFreezesIsFineUnlessItWasCutOff() {
    let whole =
      "# P\n\n## Types\n\n| Type | Approval | Lead Time |\n|---|---|---|\n| N | CAB | 1 day |\n\n"
    let windows = "## Windows\n\n\(Self.windows)\n"
    #expect(unread(whole + windows).isEmpty)
    #expect(decides(whole + String(windows.dropLast())) == [.freezes])
    #expect(decides(whole + windows + "\n## Mor\n") == [.freezes])
    #expect(decides(whole + windows.replacing("## Windows", with: "## 8.1 Windows")) == [.freezes])
  }

  @Test(arguments: [
    ("Efective Date", "effective date"), ("Verson", "version"), ("Tme Zone", "time zone"),
  ])
  func aMisspeltLabelIsNamed(_ label: String, _ intended: String) {
    let text = Self.text().replacing("**Effective Date:**", with: "**\(label):**")
    let found = readPolicy(SourceFile(path: "p.md", text: text), settings: Settings()).problems
      .compactMap { problem in
        if case .misspeltLabel(let label, let intended) = problem.kind {
          "\(label) → \(intended)"
        } else {
          nil
        }
      }
    #expect(found == ["\(label) → \(intended)"])
  }
}
