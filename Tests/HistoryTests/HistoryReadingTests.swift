import Chronology
import Configuration
import Foundation
import Records
import SourceText
import TestSupport
import Testing

@testable import History

/// What git knows of a register, read out of repositories of every kind.
@Suite struct HistoryReadingTests {
  private static let draft = SampleRecords.normal.without(
    "approvals", "started", "deployed",
    "outcome", "closed")

  @Test func tellsFieldByFieldWhoChangedWhat() throws {
    let repository = try TestRepository()
    try repository.write(Self.draft.text)
    try repository.commit("Ask for it", by: "author", at: "2026-03-02T09:20:00Z")
    let reviewed = Self.draft.replacing(
      with: """
        ---
        risk: High
        approvals:
          - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
        ---
        ### Implementation Plan
        1. Put the new certificates into the vault.
        2. Reload one gateway, then the rest.
        """)
    try repository.write(reviewed.text)
    try repository.commit("Review it", by: "lead", at: "2026-03-04T10:05:00Z")
    try repository.write(reviewed.replacing(with: "---\nstarted: 2026-03-09T02:05Z\n---").text)
    #expect(
      try repository.edits() == [
        "author",
        "lead | Risk: Medium → High | Approvals: added technical: @runtime-lead, 2026-03-04T10:00:00Z"
          + " | Implementation Plan: 1 line added, 1 line removed",
        "- | Started: added 2026-03-09T02:05:00Z",
      ])
  }

  @Test func followsARenameThatEdits() throws {
    let repository = try TestRepository()
    try repository.write(Self.draft.text, to: "content/changes/new.md")
    try repository.write(
      Self.draft.replacing(with: "---\nid: CHG-2026-0043\n---").text,
      to: "content/changes/CHG-2026-0043.md")
    try repository.commit("Ask", by: "author", at: "2026-03-02T09:20:00Z")
    try repository.remove("content/changes/new.md")
    try repository.write(
      Self.draft.replacing(with: "---\nrisk: Low\n---").text,
      to: "content/changes/2026/CHG-2026-0042.md")
    try repository.commit("Move", by: "clerk", at: "2026-03-03T09:20:00Z")
    #expect(try repository.edits() == ["author", "clerk | Risk: Medium → Low"])
    #expect(try repository.history().lost.isEmpty)
  }

  /// One commit takes a record away and brings another one in: that is no move.
  @Test func aRecordThatIsReplacedByAnotherIsGone() throws {
    let repository = try TestRepository()
    try repository.write(Self.draft.text)
    try repository.commit("Ask", at: "2026-03-02T09:20:00Z")
    try repository.remove()
    try repository.write(
      Self.draft.replacing(with: "---\nid: CHG-2026-0099\n---").text,
      to: "content/changes/CHG-2026-0099.md")
    try repository.commit("Tidy up", at: "2026-03-03T09:20:00Z")
    let lost = try repository.history().lost
    #expect(lost.map(\.id) == ["CHG-2026-0042"])
    #expect(lost.first?.commit?.subject == "Tidy up")
    #expect(try repository.edits(of: "CHG-2026-0099").count == 1)
  }

  @Test func aRecordThatIsGoneFromTheFolderAloneIsGoneToo() throws {
    let repository = try TestRepository()
    try repository.write(Self.draft.text)
    try repository.commit("Ask", at: "2026-03-02T09:20:00Z")
    try repository.remove()
    let lost = try repository.history().lost
    #expect(lost.map(\.id) == ["CHG-2026-0042"] && lost.first?.commit == nil)
  }

  @Test func aRecordThatCameBackIsThere() throws {
    let repository = try TestRepository()
    try repository.write(Self.draft.text)
    try repository.commit("Ask", at: "2026-03-02T09:20:00Z")
    try repository.remove()
    try repository.commit("Remove", at: "2026-03-03T09:20:00Z")
    try repository.write(Self.draft.text)
    try repository.commit("Take it back", at: "2026-03-04T09:20:00Z")
    #expect(try repository.edits().count == 3)
    #expect(try repository.history().lost.isEmpty)
  }

  @Test func readsWhatSomebodyWroteWhileMerging() throws {
    let repository = try TestRepository()
    try repository.write(Self.draft.text)
    try repository.commit("Ask", by: "author", at: "2026-03-02T09:20:00Z")
    for branch in ["a", "b", "c"] {
      try repository.git("checkout", "--quiet", "-b", branch, "main")
      try repository.write("# \(branch)\n", to: "content/\(branch).md")
      try repository.commit("Page \(branch)", at: "2026-03-03T09:20:00Z")
    }
    try repository.git("checkout", "--quiet", "main")
    try repository.git("merge", "--quiet", "--no-commit", "--no-ff", "a", "b", "c")
    try repository.write(Self.draft.replacing(with: "---\nrisk: Low\n---").text)
    try repository.commit("Merge three", by: "oncall", at: "2026-03-05T09:20:00Z")
    #expect(try repository.edits() == ["author", "oncall | Risk: Medium → Low"])
  }

  @Test func readsFileNamesThatHoldAnything() throws {
    let repository = try TestRepository()
    for (index, name) in ["a\nb", "a\"b", "<b>x</b>", "ä ö", "-- x", ":(top)x", "{{x}}"]
      .enumerated()
    {
      try repository.write(
        Self.draft.replacing(with: "---\nid: CHG-2026-\(100 + index)\n---").text,
        to: "content/changes/\(name).md")
    }
    try repository.commit("Ask", at: "2026-03-02T09:20:00Z")
    let history = try repository.history()
    let register = try repository.register()
    #expect(register.changes.count >= 6)
    for change in register.changes {
      #expect(history.of(change)?.commits == 1, "\(change.file.path)")
    }
  }

  @Test(arguments: [
    ("@86400 +0000", true), ("@4102444800 +0000", true),
    ("2026-03-02T09:20:00Z", false),
  ])
  func aClockThatCannotBeIsSaidToProveNothing(at: String, isDoubtful: Bool) throws {
    let repository = try TestRepository()
    try repository.write(Self.draft.text)
    try repository.commit("Ask", at: at)
    let register = try repository.register()
    let edit = try #require(try repository.history().of(register.changes[0])?.edits.first)
    #expect((edit.clock != nil) == isDoubtful)
  }

  /// A site may lie below the root of its repository, and its head may be on no branch.
  @Test func aSiteMayLieAnywhereInItsRepository() throws {
    let repository = try TestRepository()
    for path in [FullPolicy.path, "content/people.md"] {
      try repository.folder.write(
        String(contentsOf: repository.folder.url.appending(path: path), encoding: .utf8),
        to: "a \"b\"/site/\(path)")
    }
    try repository.write(Self.draft.text, to: "a \"b\"/site/content/changes/CHG-2026-0042.md")
    try repository.commit("Ask", at: "2026-03-02T09:20:00Z")
    try repository.git("checkout", "--quiet", "--detach")
    let root = repository.root + "/a \"b\"/site"
    let register = try readRegister(
      try readSourceTree(root: root, jobs: .one), settings: Settings(), jobs: .one)
    let history = readHistory(
      of: register, root: root, environment: repository.environment,
      asOf: Instant(secondsSinceEpoch: 1_780_000_000), jobs: .one)
    #expect(history.absence == nil)
    #expect(history.of(register.changes[0])?.commits == 1)
  }

  /// What a text that cannot be read declared is not known, so that the commit that mends it has not
  /// declared it.
  @Test func aVersionThatCannotBeReadProvesNothing() throws {
    let repository = try TestRepository()
    let whole = SampleRecords.normal.text
    try repository.write(whole.replacing("systems: [rpc-gateway]", with: "systems: [rpc-gateway"))
    try repository.commit("Write it down", by: "author", at: "2026-03-10T09:20:00Z")
    try repository.write(whole)
    try repository.commit("Mend it", by: "clerk", at: "2026-05-10T09:20:00Z")
    let history = try repository.history()
    let register = try repository.register()
    let change = try #require(register.changes.first)
    #expect(history.of(change)?.commits == 2)
    #expect(LateEntry.all(of: change, in: history).isEmpty)
    let proofs = ApprovalProof.all(of: change, in: history, register.people)
    #expect(proofs.count == 3 && proofs.allSatisfy { $0.finding == .unknown })
  }

  @Test func lineEndsOfTheFolderAreNoEdit() throws {
    let repository = try TestRepository()
    try repository.git("config", "core.autocrlf", "true")
    try repository.write(Self.draft.text)
    try repository.commit("Ask", at: "2026-03-02T09:20:00Z")
    try repository.write(Self.draft.text.replacing("\n", with: "\r\n"))
    #expect(try repository.edits().count == 1)
  }

  @Test func oneThreadOrManyReadTheSame() throws {
    let repository = try TestRepository()
    for number in 1...9 {
      try repository.write(
        Self.draft.replacing(with: "---\nid: CHG-2026-000\(number)\n---").text,
        to: "content/changes/CHG-2026-000\(number).md")
      try repository.commit("Ask \(number)", at: "2026-03-0\(number)T09:20:00Z")
    }
    let register = try repository.register()
    let one = try repository.history(jobs: 1)
    let many = try repository.history(jobs: 8)
    for change in register.changes {
      #expect(one.of(change)?.edits.map(\.commit) == many.of(change)?.edits.map(\.commit))
    }
  }
}
