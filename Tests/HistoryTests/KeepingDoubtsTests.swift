import Chronology
import Configuration
import Foundation
import Records
import SourceText
import TestSupport
import Testing

@testable import History

/// Whether git tells that a record is as it was approved: yes, or why that cannot be told.
@Suite struct KeepingDoubtsTests {
  private static let asked = SampleRecords.normal.without(
    "approvals", "started", "deployed", "outcome", "closed")
  private static let approved = SampleRecords.normal.without(
    "started", "deployed", "outcome", "closed")

  private func repository(_ versions: [String]) throws -> TestRepository {
    let repository = try TestRepository()
    for (index, version) in versions.enumerated() {
      try repository.write(version)
      try repository.commit(
        "Go on", by: index == 1 ? "lead" : "author", at: "2026-03-0\(index + 3)T09:20:00Z")
    }
    return repository
  }

  private func doubts(_ repository: TestRepository, _ use: HistoryUse = .judged) throws -> [String]
  {
    let register = try repository.register(use)
    let change = try #require(register.change("CHG-2026-0042"))
    return try repository.history(use).doubtsOfKeeping(change, register.people, mayFillIn: false)
  }

  @Test func whatIsFilledInIsNone() throws {
    let done = SampleRecords.normal.text
    let noted = done + "\n\n### Lessons\nNone.\n"
    #expect(try doubts(repository([Self.asked.text, Self.approved.text, done, noted])) == [])
  }

  /// What CB601 does not look at may be what somebody approved.
  @Test(
    arguments: [
      "---\nscheduled: 2026-03-19T02:00Z/2026-03-19T05:00Z\n---", "---\nrequester: \"@eve\"\n---",
      "---\nimplementer: \"@eve\"\n---", "---\ntitle: Something else\n---",
      "### Summary\nSends the keys abroad.", "### Impact Assessment\nDowntime of two days.",
      "### Testing Evidence\nTwo cases.", "### Deployment\nAlso drop the tables.",
      "---\napprovals:\n  - {role: cab, by: \"@cab\", at: 2026-03-06T13:01Z}\n---",
    ])
  func whatWasReplacedIsOne(edit: String) throws {
    let found = try doubts(
      repository([
        Self.asked.text, Self.approved.text, Self.approved.replacing(with: edit).text,
      ]))
    #expect(found.count == 1, "\(found)")
    // Before the approval anybody may edit anything.
    let before = try doubts(
      repository([Self.asked.text, Self.approved.replacing(with: edit).text]))
    #expect(before == [], "\(before)")
  }

  @Test func anOutcomeThatTurnsIsOne() throws {
    let failed = SampleRecords.normal.replacing(with: "---\noutcome: failed\n---").text
    let found = try doubts(
      repository([Self.asked.text, Self.approved.text, failed, SampleRecords.normal.text]))
    #expect(found.count == 1 && found[0].contains("Outcome"), "\(found)")
  }

  @Test(arguments: ["lead", "author", "stranger"])
  func whoApprovedAgain(by: String) throws {
    let approved = Self.approved.replacing(
      with:
        "---\napprovals:\n  - {role: technical, by: \"@runtime-lead\", at: 2026-03-04T10:00Z}\n---")
    let repository = try repository([Self.asked.text, approved.text])
    let again = approved.replacing(
      with: """
        ---
        risk: High
        approvals:
          - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
          - {role: technical, by: "@runtime-lead", at: 2026-03-05T10:00Z}
        ---
        """)
    try repository.write(again.text)
    try repository.commit("Edit and approve", by: by, at: "2026-03-05T10:05:00Z")
    #expect(try doubts(repository).isEmpty == (by == "lead"))
  }

  @Test func whereGitTellsNothing() throws {
    let repository = try repository([Self.asked.text, Self.approved.text])
    for use in [HistoryUse.shown, .off] { #expect(try doubts(repository, use).count == 1) }
    let day = try #require(CivilDay(year: 2026, month: 3, day: 4))
    #expect(try !doubts(repository, .since(day)).isEmpty)
    try repository.write("---\nid: CHG-2026-0042\nrisk: [\n---\n")
    try repository.commit("Break", at: "2026-03-08T09:20:00Z")
    try repository.write(Self.approved.text)
    try repository.commit("Mend", at: "2026-03-09T09:20:00Z")
    #expect(try doubts(repository).count == 2)
    let many = try TestRepository()
    for number in 30...55 {
      try many.write(
        Self.approved.replacing(with: "---\nid: CHG-2026-00\(number)\n---").text,
        to: "content/changes/CHG-2026-00\(number).md")
    }
    try many.commit("Move to git", at: "2026-03-08T09:20:00Z")
    #expect(try doubts(many).count == 1)
  }
}
