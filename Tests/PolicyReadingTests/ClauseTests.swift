import Chronology
import Configuration
import Findings
import SourceText
import Testing

@testable import PolicyReading

@Suite struct ClauseTests {
  private func policy(_ text: String) -> Policy {
    readPolicy(SourceFile(path: "p.md", text: text), settings: Settings())
  }

  @Test(arguments: [
    ("The post-implementation review takes place within two days.", 172_800),
    ("Post-implementation review: no later than 36 hours after the change.", 129_600),
    ("A retrospective is held within the next 3 days.", 259_200),
    ("- **Post-implementation review** within 48 hours", 172_800),
    ("## Emergencies\n\nEmergency changes are reviewed within 24h.", 86_400),
  ])
  func readsTheReviewDeadline(_ text: String, _ seconds: Int64) {
    #expect(policy(text).reviewDeadline?.value == seconds)
  }

  @Test func theBoardsOwnReviewIsNotTheDeadline() {
    let policy = policy(
      """
      ## Emergency changes

      The emergency CAB reviews the request within 1 hour.

      The post-implementation review follows within 48 hours.
      """)
    #expect(policy.reviewDeadline?.value == 172_800)
  }

  @Test func reviewsOfOtherThingsHaveNoDeadline() {
    #expect(policy("Access rights are reviewed within 30 days.").reviewDeadline == nil)
  }

  @Test(arguments: [
    ("Retention: 3 years minimum", 36, "3 years minimum"),
    ("Records are kept for at least 36 months.", 36, "36 months"),
    ("All change records are retained for seven years.", 84, "seven years"),
    ("## Audit\n\nWe keep everything for 1 year.", 12, "1 year"),
    ("## Retention\n\n7 years", 84, "7 years"),
    ("## 9. Retention of records\n\n- At least 18 months.", 18, "18 months"),
  ])
  func readsTheRetention(_ text: String, _ months: Int, _ words: String) {
    #expect(policy(text).retention?.value == Retention(months: months, text: words))
  }

  /// Under a heading about retention a bare length of time is it; a sentence about something else is not.
  @Test(arguments: [
    "## Retention\n\nBackups rotate after 2 years", "## Contacts\n\n7 years",
    "## Retention\n\nSee the archive, 2 years of it.",
  ])
  func readsNoRetentionOfOtherThings(_ text: String) {
    #expect(policy(text).retention == nil)
  }

  @Test func retentionInDaysIsAProblem() {
    let policy = policy("Retention: 90 days")
    #expect(policy.retention == nil)
    #expect(
      policy.problems.contains {
        if case .cellNotUnderstood(_, "retention", "Retention: 90 days", _) = $0.kind {
          true
        } else {
          false
        }
      })
  }

  @Test(arguments: [
    ("Threshold: 2/3+ approval", Ratio(2, 3), false),
    ("Threshold: >50%", Ratio(1, 2), true),
    ("Threshold: more than half of the votes", Ratio(1, 2), true),
    ("A two-thirds majority carries the proposal", Ratio(2, 3), false),
    ("Threshold: at least 66.7%", Ratio(667, 1000), false),
    ("Quorum 40%, threshold two thirds", Ratio(2, 3), false),
    ("A simple majority of the votes", Ratio(1, 2), true),
  ])
  func readsTheThreshold(_ text: String, _ share: Ratio, _ isStrict: Bool) throws {
    let threshold = try #require(policy("## Governance votes\n\n- \(text)").voteThreshold)
    #expect(threshold.value.share == share)
    #expect(threshold.value.isStrict == isStrict)
  }

  @Test func aThresholdOfSomethingElseIsNone() {
    #expect(policy("## Testing\n\nThe coverage threshold is 80%.").voteThreshold == nil)
  }

  @Test func readsReportsUnderTheParagraphThatLeadsUpToThem() {
    let policy = policy(
      "## How\n\nReports:\n\n- Weekly: a list\n\n## Backups\n\n- Monthly: a tape\n")
    #expect(policy.reporting.map(\.content) == ["a list"])
    #expect(policy.reporting.map(\.period) == [.week])
  }

  @Test func anItemOfAListIsReadWithTheItemsAroundIt() {
    let text = """
      ## Upgrades

      Steps:

      1. **Voting.** The validators vote:
         - Duration: some blocks
         - Threshold: 2/3+ approval
      2. Coverage:
         - Threshold: 80% approval
      """
    #expect(policy(text).voteThreshold?.value.text == "2/3+")
    let other = text.split(separator: "\n").filter { !$0.contains("2/3") }.joined(separator: "\n")
    #expect(policy(other).voteThreshold == nil)
  }

  @Test func codeInALanguageIsNoStatement() {
    #expect(policy("```yaml\nretention: 3 years\n```").retention == nil)
    #expect(policy("```text\nRetention: 3 years\n```").retention?.value.months == 36)
  }

  @Test(arguments: [
    "# P\n\n**Document ID:** X-1\n\n**Effective Date:** 19 January 2026\n\n**Owner:** [Ops](mailto:o@x.org)\n",
    "# P\n\n- **Document ID:** X-1\n- **Effective Date:** January 19, 2026\n- **Owner**: Ops\n",
    "# P\n\nDocument ID: X-1\nEffective from: 2026-01-19\nPolicy owner: Ops\n",
    "# P\n\n| Document ID | X-1 |\n|---|---|\n| Effective date | 19 Jan 2026 |\n| Owner | Ops |\n",
    "**Document ID:** X-1  \n**In force since:** 2026-01-19\\\n**Owned by:** Ops\n",
    "---\nDocument ID: X-1\neffective_date: 2026-01-19\nowner: Ops\n---\n# P\n",
  ])
  func readsTheLinesUnderTheTitleHoweverTheyAreSet(_ text: String) {
    let metadata = policy(text).metadata
    #expect(metadata.id?.value == "X-1")
    #expect(metadata.effective?.value == CivilDay(year: 2026, month: 1, day: 19))
    #expect(metadata.owner?.value == "Ops")
  }

  @Test func proseUnderTheTitleIsNoMetadata() {
    let metadata = policy(
      "# P\n\nNote: this is new.\n\nSee **Owner:** below\n\n## A\n\n**Owner:** no\n"
    ).metadata
    #expect(metadata.entries.isEmpty)
  }

  @Test func takesTheZoneFromTheLinesUnderTheTitleOrTheColumnHead() {
    let table = "\n\n|Window|Time (Europe/Paris)|\n|--|--|\n|a|02:00-04:00|"
    #expect(policy("# P\n\n**Time zone:** Asia/Tokyo" + table).zone.name == "Asia/Tokyo")
    #expect(policy("# P" + table).zone.name == "Europe/Paris")
    var settings = Settings()
    settings.zone = .utc
    #expect(
      readPolicy(SourceFile(path: "p.md", text: "# P" + table), settings: settings).zone == .utc)
  }

  @Test func moreTypesThanAPolicyHasAreRefused() {
    let rows = (0..<101).map { "|type \($0)|CAB|1 day|\n" }.joined()
    let policy = policy("|Type|Approval|Lead time|\n|--|--|--|\n" + rows)
    #expect(policy.types.count == 100)
    let problem = policy.problems.first {
      if case .overLimit(what: "change types", found: 101, allowed: 100) = $0.kind {
        true
      } else {
        false
      }
    }
    #expect(problem?.place.text == "|type 100|CAB|1 day|")
  }

  @Test func moreTablesThanAPolicyHasAreText() {
    let other = String(repeating: "|a|\n|-|\n\n", count: 500)
    let policy = policy(other + "|Window|Time|\n|--|--|\n|a|24/7|")
    #expect(policy.windows.isEmpty)
    #expect(
      policy.problems.contains {
        $0.kind == .overLimit(what: "tables", found: 501, allowed: 500)
      })
  }
}
