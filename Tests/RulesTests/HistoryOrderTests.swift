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

/// What came before what is told by which commit was made from which, whatever clocks say.
@Suite struct HistoryOrderTests {
  private static let asked = SampleRecords.normal.without(
    "approvals", "started", "deployed", "outcome", "closed")
  private static let approved = asked.replacing(
    with: """
      ---
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
        - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
      ---
      """)
  private static let edit = "### Implementation Plan\n1. Drop the tables."

  private func codes(_ repository: TestRepository) throws -> [Int] {
    let asOf = "2026-03-20T00:00Z"
    let now = try #require(InstantText.read(asOf, in: .utc)).instant
    return judge(
      try repository.register(), history: try repository.history(asOf: asOf), asOf: now, jobs: .one
    ).all.map(\.code.number)
  }

  /// The clock of an edit says any time there is, and its commit was made from those of the approvals.
  @Test(
    arguments: [
      "1970-01-02T00:00:00Z", "2004-01-01T00:00:00Z", "2026-03-01T00:00:00Z",
      "2026-03-05T00:00:00Z", "2026-03-07T00:00:00Z", "2030-01-01T00:00:00Z",
    ], [false, true])
  func anEditIsLateByItsParents(written: String, isCommittedThen: Bool) throws {
    let repository = try TestRepository()
    try repository.write(Self.asked.text)
    try repository.commit("Ask", by: "author", at: "2026-03-02T09:20:00Z")
    try repository.write(Self.approved.text)
    try repository.commit("Approve", by: "lead", at: "2026-03-06T13:05:00Z")
    try repository.write(Self.approved.replacing(with: Self.edit).text)
    if isCommittedThen {
      try repository.commit("Edit", by: "author", at: written)
    } else {
      try repository.git("add", "--all")
      try repository.git("commit", "--quiet", "--message", "Edit", "--date", written, by: "author")
    }
    #expect(try codes(repository).count { $0 == 601 } == 1)
  }

  /// An edit that was made from commits that count counts, though its clock says a day before they did.
  @Test func noClockLeadsBehindTheDayOfTheSettings() throws {
    let repository = try TestRepository()
    try repository.write(Self.asked.text)
    try repository.commit("Ask", by: "author", at: "2026-03-02T09:20:00Z")
    try repository.write(Self.approved.text)
    try repository.commit("Approve", by: "lead", at: "2026-03-06T13:05:00Z")
    try repository.write(Self.approved.replacing(with: Self.edit).text)
    try repository.commit("Edit", by: "author", at: "2026-02-01T00:00:00Z")
    let day = try #require(CivilDay(year: 2026, month: 3, day: 1))
    let register = try repository.register(.since(day))
    let found = judge(
      register, history: try repository.history(.since(day), asOf: "2026-03-20T00:00Z"),
      asOf: try #require(InstantText.read("2026-03-20T00:00Z", in: .utc)).instant, jobs: .one)
    #expect(found.all.count { $0.code.number == 601 } == 1)
  }

  /// An edit beside the approvals and not before them, brought together in either way, covers nothing.
  @Test(arguments: ["merge", "merge back", "rebase"])
  func anEditOnAnotherBranchIsNotApproved(way: String) throws {
    let repository = try TestRepository()
    try repository.write(Self.asked.text)
    try repository.commit("Ask", by: "author", at: "2026-03-02T09:20:00Z")
    try repository.git("checkout", "--quiet", "-b", "edit")
    try repository.write(Self.asked.replacing(with: Self.edit).text)
    try repository.commit("Edit", by: "author", at: "2026-03-03T09:20:00Z")
    try repository.git("checkout", "--quiet", "main")
    try repository.write(Self.approved.text)
    try repository.commit("Approve", by: "lead", at: "2026-03-06T13:05:00Z")
    switch way {
    case "merge": try repository.git("merge", "--quiet", "--no-ff", "--no-edit", "edit")
    case "merge back":
      try repository.git("checkout", "--quiet", "edit")
      try repository.git("merge", "--quiet", "--no-ff", "--no-edit", "main")
    default:
      try repository.git("checkout", "--quiet", "edit")
      try repository.git("rebase", "--quiet", "main")
    }
    #expect(try codes(repository).count { $0 == 601 } == 1, "\(way)")
  }

  /// An approval that is dated back is no earlier for that: the commit stands there since it was made.
  @Test(arguments: ["2026-03-04T10:01:00Z", "2026-03-01T00:00:00Z"])
  func anInstantStandsThereSinceItWasCommitted(written: String) throws {
    let repository = try TestRepository()
    try repository.write(Self.asked.text)
    try repository.commit("Ask", by: "author", at: "2026-03-02T09:20:00Z")
    try repository.commit("Wait", by: "author", at: "2026-03-15T09:20:00Z")
    try repository.write(Self.approved.text)
    try repository.git("add", "--all")
    try repository.git("commit", "--quiet", "--message", "Approve", "--date", written, by: "lead")
    #expect(try codes(repository).contains(603))
  }

  /// Neither a file of names nor a committer makes an approval somebody's own.
  @Test(arguments: [false, true])
  func nobodyIsGivenAnApproval(isMapped: Bool) throws {
    let repository = try TestRepository()
    try repository.write(Self.asked.text)
    try repository.commit("Ask", by: "author", at: "2026-03-02T09:20:00Z")
    try repository.write(Self.approved.text)
    try repository.commit("Approve", by: "clerk", at: "2026-03-06T13:05:00Z")
    if isMapped {
      try repository.write("Lead <lead@example.org> <clerk@example.org>\n", to: ".mailmap")
    }
    #expect(try codes(repository).contains(605))
    let register = try repository.register()
    let change = try #require(register.change("CHG-2026-0042"))
    let proofs = ApprovalProof.all(of: change, in: try repository.history(), register.people)
    #expect(proofs.allSatisfy { $0.finding != .own })
  }

  @Test func whoCommitsForSomebodyProvesNothing() throws {
    let repository = try TestRepository()
    try repository.write(Self.asked.text)
    try repository.commit("Ask", by: "author", at: "2026-03-02T09:20:00Z")
    try repository.write(Self.approved.text)
    try repository.git("add", "--all")
    try repository.git(
      "commit", "--quiet", "--message", "Approve", "--author", "lead <lead@example.org>",
      by: "clerk")
    let register = try repository.register()
    let change = try #require(register.change("CHG-2026-0042"))
    let proofs = ApprovalProof.all(of: change, in: try repository.history(), register.people)
    #expect(proofs.map(\.finding) == [.committedByOther, .nobodyListed])
  }
}
