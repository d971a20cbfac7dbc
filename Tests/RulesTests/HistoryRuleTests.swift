import Chronology
import Configuration
import Findings
import Foundation
import History
import Records
import Rules
import SourceText
import TestSupport
import Testing

/// Rules that go by git's history, in repositories of their own.
@Suite struct HistoryRuleTests {
  private static let asked = SampleRecords.normal.without(
    "approvals", "started", "deployed", "outcome", "closed")

  /// `SampleRecords.normal` as far as its technical reviews.
  private static let reviewed = asked.replacing(
    with: """
      ---
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
      ---
      """)

  private static let approved = asked.replacing(
    with: """
      ---
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
        - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
      ---
      """)

  /// What the rules of history say, each with the line it stands in.
  private func findings(
    _ repository: TestRepository, _ use: HistoryUse = .judged,
    asOf: String = "2026-03-08T00:00Z"
  ) throws -> [String] {
    let register = try repository.register(use)
    let history = try repository.history(use, asOf: asOf)
    let now = try #require(InstantText.read(asOf, in: .utc)).instant
    return judge(register, history: history, asOf: now, jobs: .one).shown
      .filter { $0.code.number / 100 == 6 }
      .map { finding in
        "\(finding.code) \(finding.severity.rawValue) \(finding.place.text)"
      }
  }

  private func repository(
    _ versions: (text: String, by: String, at: String)...
  ) throws -> TestRepository {
    let repository = try TestRepository()
    for version in versions {
      try repository.write(version.text)
      try repository.commit("Go on", by: version.by, at: version.at)
    }
    return repository
  }

  /// CB601
  @Test(
    arguments: [
      "---\nrisk: High\n---", "---\ntype: Standard\n---",
      "---\nsystems: [rpc-gateway, bridge]\n---",
      "### Implementation Plan\n1. Reload all gateways at once.",
      "### Rollback Plan\n1. Hope.", "### Technical Details\nAnother way.",
    ])
  func anEditAfterTheApprovalIsFound(edit: String) throws {
    let repository = try repository(
      (Self.asked.text, "author", "2026-03-02T09:20:00Z"),
      (Self.approved.text, "lead", "2026-03-06T13:10:00Z"),
      (Self.approved.replacing(with: edit).text, "oncall", "2026-03-07T09:00:00Z"))
    #expect(try findings(repository).filter { $0.hasPrefix("CB601 breach") }.count == 1)
  }

  @Test(
    arguments: [
      "---\nstarted: 2026-03-07T02:05Z\n---", "---\noutcome: cancelled\n---",
      "### Summary\nThe same in other words.", "### Impact Assessment\n- **Users affected:** some",
      "---\nowner: \"@runtime-lead\"\n---",
    ])
  func anEditOfSomethingElseIsNone(edit: String) throws {
    let repository = try repository(
      (Self.approved.text, "lead", "2026-03-06T13:10:00Z"),
      (Self.approved.replacing(with: edit).text, "oncall", "2026-03-07T09:00:00Z"))
    #expect(try findings(repository).filter { $0.hasPrefix("CB601") } == [])
  }

  @Test func anEditBeforeTheApprovalOrApprovedAgainIsNone() throws {
    let edited = "---\nrisk: High\n---"
    let before = try repository(
      (Self.asked.text, "author", "2026-03-02T09:20:00Z"),
      (Self.asked.replacing(with: edited).text, "author", "2026-03-03T09:20:00Z"),
      (Self.approved.replacing(with: edited).text, "lead", "2026-03-06T13:10:00Z"))
    #expect(try findings(before).filter { $0.hasPrefix("CB601") } == [])
    let again = """
      ---
      risk: High
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-07T10:00Z}
        - {role: cab, by: "@cab", at: 2026-03-07T11:00Z}
      ---
      """
    let after = try repository(
      (Self.approved.text, "lead", "2026-03-06T13:10:00Z"),
      (Self.approved.replacing(with: edited).text, "author", "2026-03-07T09:20:00Z"),
      (Self.approved.replacing(with: again).text, "lead", "2026-03-07T11:20:00Z"))
    #expect(try findings(after).filter { $0.hasPrefix("CB601") } == [])
    // One of the two is not enough.
    let half = again.replacing("2026-03-07T10:00Z", with: "2026-03-04T10:00Z")
    let partly = try repository(
      (Self.approved.text, "lead", "2026-03-06T13:10:00Z"),
      (Self.approved.replacing(with: edited).text, "author", "2026-03-07T09:20:00Z"),
      (Self.approved.replacing(with: half).text, "lead", "2026-03-07T11:20:00Z"))
    #expect(try findings(partly).filter { $0.hasPrefix("CB601") }.count == 1)
  }

  @Test func anEditThatIsNotCommittedYetIsFoundToo() throws {
    let repository = try repository((Self.approved.text, "lead", "2026-03-06T13:10:00Z"))
    try repository.write(Self.approved.replacing(with: "---\nrisk: Low\n---").text)
    #expect(try findings(repository).filter { $0.hasPrefix("CB601") }.count == 1)
  }

  /// CB602
  @Test func aRecordThatIsRemovedTooEarlyIsFound() throws {
    let repository = try repository((Self.asked.text, "author", "2026-03-02T09:20:00Z"))
    try repository.remove()
    #expect(try findings(repository).map { $0.prefix(12) } == ["CB602 breach"])
    try repository.commit("Clean up", at: "2026-03-03T09:20:00Z")
    #expect(try findings(repository).map { $0.prefix(12) } == ["CB602 breach"])
    // Beyond the period it may go.
    #expect(try findings(repository, asOf: "2036-03-03T00:00Z") == [])
  }

  @Test func aRecordThatMovedIsThere() throws {
    let repository = try repository((Self.asked.text, "author", "2026-03-02T09:20:00Z"))
    try repository.remove()
    try repository.write(
      Self.asked.replacing(with: "---\nowner: \"@lead\"\n---").text,
      to: "content/changes/2026/03/CHG-2026-0042.md")
    try repository.commit("Sort", at: "2026-03-03T09:20:00Z")
    #expect(try findings(repository) == [])
  }

  /// CB603
  @Test(
    arguments: [
      ("2026-03-04T10:10:00Z", 0), ("2026-03-07T09:59:00Z", 0), ("2026-03-07T10:01:00Z", 1),
      ("2026-03-20T10:00:00Z", 1),
    ])
  func anInstantThatWasEnteredLongAfterItIsFound(at: String, count: Int) throws {
    let repository = try repository(
      (Self.asked.text, "author", "2026-03-02T09:20:00Z"), (Self.reviewed.text, "lead", at))
    let found = try findings(repository, asOf: "2026-06-01T00:00Z")
    #expect(found == [String](repeating: "CB603 warning 2026-03-04T10:00Z", count: count))
  }

  @Test func aClockThatIsOffAndAMoveIntoGitProveNothing() throws {
    let ahead = try repository(
      (Self.asked.text, "author", "2026-03-02T09:20:00Z"),
      (Self.reviewed.text, "lead", "2027-03-20T10:00:00Z"))
    #expect(try findings(ahead, asOf: "2026-06-01T00:00Z") == [])
    let moved = try TestRepository()
    for number in 100...121 {
      try moved.write(
        Self.reviewed.replacing(with: "---\nid: CHG-2026-0\(number)\n---").text,
        to: "content/changes/CHG-2026-0\(number).md")
    }
    try moved.commit("Move to git", at: "2026-05-01T09:00:00Z")
    #expect(try findings(moved, asOf: "2026-06-01T00:00Z") == [])
  }

  @Test func settingsSayFromWhenHistoryCounts() throws {
    let repository = try repository(
      (Self.asked.text, "author", "2026-03-02T09:20:00Z"),
      (Self.reviewed.text, "lead", "2026-03-20T10:00:00Z"))
    let day = try #require(CivilDay(year: 2026, month: 3, day: 21))
    #expect(try findings(repository, .since(day), asOf: "2026-06-01T00:00Z") == [])
    #expect(
      try findings(repository, .since(day.adding(days: -1)), asOf: "2026-06-01T00:00Z").count == 1)
    #expect(try findings(repository, .shown, asOf: "2026-06-01T00:00Z") == [])
    #expect(try findings(repository, .off, asOf: "2026-06-01T00:00Z") == [])
  }

  /// CB604
  @Test func aGapInTheIDsIsFound() throws {
    let repository = try TestRepository()
    func add(_ ids: [String]) throws {
      for id in ids {
        try repository.write(
          Self.asked.replacing(with: "---\nid: \(id)\n---").text, to: "content/changes/\(id).md")
      }
      try repository.commit("Ask", by: "author", at: "2026-03-02T09:20:00Z")
    }
    try add(["CHG-2026-0041", "CHG-2026-0042", "CHG-2026-0044", "OPS-3", "OPS-900"])
    #expect(try findings(repository) == ["CB604 warning CHG-2026-0044"])
    try add(["CHG-2026-0043"])
    #expect(try findings(repository) == [])
    // One that was removed is told as such.
    try repository.remove("content/changes/CHG-2026-0043.md")
    #expect(try findings(repository).map { $0.prefix(5) } == ["CB602"])
  }

  /// CB605
  @Test(
    arguments: [
      ("lead", ""), ("clerk", "CB605 warning \"@runtime-lead\""),
      ("author", "CB605 breach \"@runtime-lead\""), ("oncall", "CB605 breach \"@runtime-lead\""),
      ("stranger", ""),
    ])
  func anApprovalThatSomebodyElseWroteIsFound(by: String, finding: String) throws {
    let repository = try repository(
      (Self.asked.text, "author", "2026-03-02T09:20:00Z"),
      (Self.reviewed.text, by, "2026-03-04T10:10:00Z"))
    #expect(try findings(repository).joined() == finding)
  }

  @Test func aBoardHasNoAddress() throws {
    let repository = try repository(
      (Self.reviewed.text, "lead", "2026-03-04T10:10:00Z"),
      (Self.approved.text, "clerk", "2026-03-06T13:10:00Z"))
    #expect(try findings(repository) == [])
  }

  /// Without history no rule has anything to say, whatever the records hold.
  @Test func withoutARepositoryThereIsNoFinding() throws {
    let repository = try repository((Self.approved.text, "author", "2026-05-02T09:20:00Z"))
    #expect(try !findings(repository, asOf: "2026-06-01T00:00Z").isEmpty)
    try repository.remove(".git")
    #expect(try findings(repository, asOf: "2026-06-01T00:00Z") == [])
  }
}
