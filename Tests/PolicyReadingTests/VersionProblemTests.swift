import Chronology
import Configuration
import SourceText
import TestSupport
import Testing

@testable import PolicyReading

/// What a document says of itself, and what several of them say together.
@Suite struct VersionProblemTests {
  private func problems(_ texts: [String]) throws -> [VersionProblem] {
    let policies = texts.enumerated().map { index, text in
      SentencePolicy.policy(text, path: "content/policy/\(index).md")
    }
    return try #require(PolicyBook(policies)).versionProblems
  }

  private func later(_ text: String) -> String { text.replacing("2025-01-01", with: "2026-01-01") }

  @Test(arguments: [
    "**Status:** Draft", "**Status:** Withdrawn", "**Status:** In review", "**Status:** Proposed",
    "**Status:** Superseded", "**Status:** Obsolete", "**Status:** Not approved",
    "**Status:** Approved until 2025", "**Status:** Approved?", "**State:** pending",
    "**Draft:** yes",
    "**Valid until:** spring",
  ])
  func doubtsADocumentThatDoesNotSayThatItHolds(_ label: String) throws {
    let text = SentencePolicy.text(label: label)
    #expect(try problems([text]).map(\.version) == [0])
    #expect(try problems([SentencePolicy.text(), later(text)]).map(\.version) == [1])
  }

  @Test(arguments: [
    "**Status:** Approved", "**Status:** In force", "**Status:** Active", "**Status:** Final",
    "**Status:** Approved by the CAB on 2025-01-01", "**Draft:** no", "**Valid until:** -",
    "**Expires:** never", "**Owner:** Ann",
  ])
  func takesADocumentThatHolds(_ label: String) throws {
    #expect(try problems([SentencePolicy.text(label: label)]).isEmpty)
  }

  @Test(arguments: ["Policy (DRAFT)", "Draft policy", "Obsolete policy", "Template of a policy"])
  func doubtsATitleThatSaysSo(_ title: String) throws {
    #expect(try problems([SentencePolicy.text(title: title)]).count == 1)
  }

  @Test(arguments: ["Superseded", "Obsolete", "Replaced by 2.0", "Archived"])
  func leavesAloneWhatAnotherVersionFollowed(_ status: String) throws {
    let first = SentencePolicy.text(label: "**Status:** \(status)")
    #expect(try problems([first, later(SentencePolicy.text())]).isEmpty)
  }

  @Test(arguments: ["Valid until", "Expires", "Expiry date", "Valid to"])
  func doubtsWhatIsPastItsLastDay(_ label: String) throws {
    let found = try problems([SentencePolicy.text(label: "**\(label):** 2026-03-01")])
    #expect(found.map(\.from) == [CivilDay(year: 2026, month: 3, day: 2)])
  }

  @Test(arguments: [
    "Review by 2026-02-20, otherwise this policy lapses.",
    "This document has been superseded by POL-2.",
    "The policy is no longer in force.", "This version is a draft.",
    "This policy expires in March.",
    "Superseded by POL-2.",
  ])
  func namesSentencesByWhichItMayNotHold(_ sentence: String) {
    #expect(
      SentencePolicy.unread(SentencePolicy.text(label: "\n\(sentence)")).map(\.decides) == [
        .freezes
      ])
  }

  @Test(arguments: [
    "This policy replaces version 1.0.", "This policy is reviewed every year.",
    "The policy is kept by the engineering team.", "Approvals expire after 30 days.",
  ])
  func leavesOtherSentencesAlone(_ sentence: String) {
    #expect(SentencePolicy.unread(SentencePolicy.text(end: sentence)).map(\.text) == [])
  }

  /// The second of two versions of one day is a doubt while it holds.
  @Test func twoVersionsOfOneDayAreADoubt() throws {
    let text = SentencePolicy.text()
    #expect(try problems([text, text]).map(\.version) == [1])
    #expect(try problems([text, text, later(text)]).map(\.version) == [1])
    #expect(try problems([text, later(text)]).isEmpty)
  }

  @Test func twoPoliciesThatDecideAreADoubtOfAll() throws {
    let first = SentencePolicy.text(label: "**Document ID:** POL-1")
    let other = later(SentencePolicy.text(label: "**Document ID:** POL-2"))
    #expect(try problems([first, other]).map(\.version) == [nil])
    for id in ["POL-1", "pol-1", "POL-1 v2", "POL-1-v2"] {
      let version = later(SentencePolicy.text(label: "**Document ID:** \(id)"))
      #expect(try problems([first, version]).isEmpty)
    }
    let titled = later(SentencePolicy.text(title: "Data centre"))
    #expect(try problems([SentencePolicy.text(), titled]).map(\.version) == [nil])
  }

  @Test func aVersionThatLostItsTablesIsADoubt() throws {
    let whole = later(SentencePolicy.text())
    for end in ["### 8.2", "## 8."] {
      let cut = String(whole.split(separator: end)[0])
      let found = try problems([SentencePolicy.text(), cut])
      #expect(Set(found.map(\.version)) == [1])
    }
    #expect(try problems([SentencePolicy.text(), whole]).isEmpty)
  }

  @Test(arguments: [
    "| Period | Duration | Changes Allowed |\n|---|---|---|\n| Fair | Mar 1 - Mar 5 | None |",
    "No changes from Mar 1 to Mar 5.", "## Freezes\n\n- Fair: Mar 1 - Mar 5",
    "| Window | Time | Applies To |\n|---|---|---|\n| A | 24/7 | Normal |",
  ])
  func anAnnexThatDecidesIsNamed(_ text: String) {
    let annex = SentencePolicy.policy("# Annex A\n\n\(text)\n", path: "content/policy/a.md")
    #expect(!annex.overlooked(beside: [SentencePolicy.policy(SentencePolicy.text())]).isEmpty)
  }

  @Test(arguments: [
    "# Backups\n\n**Document ID:** POL-9\n\nBackups are kept for 30 days.\n",
    "# Backups\n\n| Metric | Target |\n|---|---|\n| Restore rate | >95% |\n\n| Version | Date |\n|---|---|\n| 1 | 2026-01-01 |\n",
    "# Policies\n\nHere are the policies.\n",
    "# Congés\n\nLes 25 jours de congé sont pris en été, pas en hiver.\n",
  ])
  func anotherMatterIsNot(_ text: String) {
    let other = SentencePolicy.policy(text, path: "content/policy/a.md")
    #expect(other.overlooked(beside: [SentencePolicy.policy(SentencePolicy.text())]).isEmpty)
  }

  @Test func aVersionWithoutTablesIsNamed() {
    let policy = SentencePolicy.policy(SentencePolicy.text())
    let cut = SentencePolicy.policy("# Policy\n\n**Effective Date:** 2026-01-01\n\n## 1. Types\n")
    #expect(!cut.overlooked(beside: [policy]).isEmpty)
    #expect(
      SentencePolicy.policy("# Policy\n\nWhere it is.\n").overlooked(beside: [policy]).isEmpty)
  }
}
