import Configuration
import Findings
import Markdown
import SourceText
import Testing

@testable import PolicyReading

@Suite struct TableRecognitionTests {
  private func policy(_ text: String, _ settings: Settings = Settings()) -> Policy {
    readPolicy(SourceFile(path: "p.md", text: text), settings: settings)
  }

  private func looksLikePolicy(_ text: String) -> Bool {
    readPolicy(SourceFile(path: "p.md", text: text), settings: Settings()).isChangePolicy
  }

  @Test func aDocumentWithATableOfChangeTypesIsAPolicy() {
    #expect(looksLikePolicy("|Type|Approval|Lead time|\n|--|--|--|\n|a|CAB|1 day|"))
  }

  @Test func aDocumentWithTwoKnownTablesIsAPolicy() {
    let windows = "|Window|Time|\n|--|--|\n|a|24/7|\n"
    #expect(!looksLikePolicy(windows))
    #expect(looksLikePolicy(windows + "\n|Metric|Target|\n|--|--|\n|Rollback rate|<2%|"))
    #expect(!looksLikePolicy(windows + "\n" + windows))
  }

  @Test func aTableInAFenceIsText() {
    #expect(!looksLikePolicy("```\n|Type|Approval|Lead time|\n|--|--|--|\n|a|CAB|1 day|\n```"))
  }

  @Test func headsCompareWithoutCaseEmphasisAndPunctuation() {
    let policy = policy("|**TYPE**|`Approval:`|_lead_-time*|\n|--|--|--|\n|a|CAB|1 day|")
    #expect(policy.types.map(\.leadTime) == [.days(1)])
  }

  @Test func aContinuedTableAddsItsRows() {
    let policy = policy(
      """
      |Window|Time|
      |--|--|
      |Night|02:00-04:00|

      For guests:

      |Window|Time|
      |--|--|
      |Noon|12:00-13:00|
      """)
    #expect(policy.windows.map(\.name) == ["Night", "Noon"])
    #expect(policy.tables.map(\.rows) == [1, 1])
  }

  @Test func theFullestOfSeveralTablesIsTaken() {
    let policy = policy(
      """
      | Type | Approval | Lead time |
      |---|---|---|
      | Short | CAB | 1 day |

      | Type | Approval | Lead time | Description |
      |---|---|---|---|
      | Long | CAB | 1 day | Whole |

      | Type | Approval | Lead time | Description |
      |---|---|---|---|
      | Longer | CAB | 2 days | Continued |
      """)
    #expect(policy.types.map(\.name) == ["Long", "Longer"])
  }

  @Test func aGeneralHeadIsKnownUnderAFittingHeading() {
    let table = "| Level | Criteria |\n|---|---|\n| Low | Nothing |\n"
    #expect(policy("## Escalation\n\n" + table).risks.isEmpty)
    #expect(policy("## Risk levels\n\n" + table).risks.map(\.name) == ["Low"])
  }

  @Test func rowsWithoutAnyTextAreNone() {
    let policy = policy("|Window|Time|\n|--|--|\n|Night|02:00-04:00|\n|||\n| |  |\n")
    #expect(policy.windows.count == 1)
    #expect(
      policy.problems.allSatisfy { if case .cellNotUnderstood = $0.kind { false } else { true } })
  }

  @Test func settingsNameColumns() {
    var settings = Settings()
    settings.tableNames = [
      TableNames(
        table: "windows", heading: nil,
        columns: [
          .init(column: "Window", written: "Zeitfenster"),
          .init(column: "time", written: "**Uhrzeit**"),
        ])
    ]
    let text = "| Zeitfenster | Uhrzeit | Zweck |\n|---|---|---|\n| Nacht | 02:00-04:00 | Ruhe |"
    #expect(policy(text).windows.isEmpty)
    #expect(policy(text, settings).windows.map(\.name) == ["Nacht"])
  }

  @Test func settingsNameATableByItsHeading() {
    var settings = Settings()
    settings.tableNames = [
      TableNames(
        table: "change-types", heading: "Wie geändert wird",
        columns: [
          .init(column: "type", written: "Art"), .init(column: "approval", written: "Freigabe"),
          .init(column: "lead time", written: "Vorlauf"),
        ])
    ]
    let text =
      "## 3. Wie geändert wird\n\n| Art | Freigabe | Vorlauf |\n|---|---|---|\n| Normal | CAB | 5 days |"
    let policy = policy(text, settings)
    #expect(policy.types.map(\.name) == ["Normal"])
    #expect(policy.types.first?.reference.clause == "3")
  }

  @Test func settingsThatNameNoTableOrColumnAreProblems() {
    var settings = Settings()
    settings.tableNames = [
      TableNames(table: "window", heading: nil, columns: []),
      TableNames(
        table: "freezes", heading: nil, columns: [.init(column: "Perod", written: "Zeit")]),
    ]
    let unknown = LedgerPolicy.replacing("## 1. Why", "## 1. Why", settings: settings).problems
      .compactMap { problem in
        if case .unknownKey(let key, let suggestion, _) = problem.kind {
          "\(key) → \(suggestion ?? "–")"
        } else {
          nil
        }
      }
    #expect(unknown == ["window → windows", "Perod → Period"])
  }

  @Test(arguments: [
    ("6.1 Review", "6.1", "Review"), ("6. Review", "6", "Review"), ("§6.1 Review", "6.1", "Review"),
    ("Section 6: Review", "6", "Review"), ("A.1 Forms", "A.1", "Forms"),
    ("10.2.3 – Deep", "10.2.3", "Deep"),
  ])
  func headingsHaveNumbers(_ heading: String, _ number: String, _ title: String) {
    #expect(ClauseNumber.parting(heading).number == number)
    #expect(ClauseNumber.parting(heading).title == title)
  }

  @Test(arguments: ["Review", "2026 in review", "A grade", "6.", "v1.2 notes", "6.x Review"])
  func headingsWithoutNumbers(_ heading: String) {
    #expect(ClauseNumber.parting(heading).number == nil)
    #expect(ClauseNumber.parting(heading).title == heading)
  }

  @Test func rowsUnderAnUnnumberedHeadingBelongToTheClauseAroundIt() {
    let policy = policy("## 8. When\n\n### Hours\n\n|Window|Time|\n|--|--|\n|Night|02:00-04:00|")
    #expect(policy.windows.first?.reference.clause == "8")
    #expect(policy.tables.first?.clause?.title == "Hours")
  }
}
