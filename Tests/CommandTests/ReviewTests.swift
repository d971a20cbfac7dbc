import Foundation
import TestSupport
import Testing

/// `review`: what a branch changes, in one comment.
@Suite struct ReviewTests {
  private static func review(
    _ repository: TestRepository, _ options: [String] = ["--format", "json"]
  ) throws -> Program.Run {
    try SinceTests.run(repository, ["review", "--since", "main"] + options)
  }

  private static func document(_ repository: TestRepository) throws -> [String: Any] {
    let run = try review(repository)
    #expect(run.status == 0, "\(run.diagnostics)")
    return try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  private static func branch() throws -> TestRepository {
    let repository = try SinceTests.repository()
    try repository.git("checkout", "--quiet", "-b", "branch")
    return repository
  }

  private static func codes(_ document: [String: Any], _ key: String) -> [String] {
    (document[key] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
  }

  @Test func tellsNewAndMendedFindings() throws {
    let repository = try Self.branch()
    try repository.write(SinceTests.record(42), to: SinceTests.path(42))
    try repository.write(SinceTests.record(43, SinceTests.broken), to: SinceTests.path(43))
    let document = try Self.document(repository)
    #expect(document["schema"] as? String == "changebook.review/1")
    #expect(Self.codes(document, "new").contains("CB304"))
    #expect(Self.codes(document, "mended").contains("CB304"))
    let records = try #require(document["records"] as? [[String: Any]])
    #expect(records.map { $0["id"] as? String } == ["CHG-2026-0042", "CHG-2026-0043"])
    #expect(records.map { $0["edit"] as? String } == ["changed", "added"])
  }

  /// An edit of one record can be a finding in another: it is compared over the whole site.
  @Test func nothingIsNewWhereNothingIsTouched() throws {
    let repository = try Self.branch()
    let document = try Self.document(repository)
    #expect(Self.codes(document, "new").isEmpty && Self.codes(document, "mended").isEmpty)
    #expect((document["records"] as? [Any])?.isEmpty == true)
    #expect((document["open"] as? Int ?? 0) > 0)
  }

  @Test func followsARecordThatIsMovedOrRemoved() throws {
    let repository = try Self.branch()
    try repository.remove(SinceTests.path(41))
    try repository.write(SinceTests.record(41), to: "content/changes/2026/CHG-2026-0041.md")
    try repository.remove(SinceTests.path(42))
    let records = try #require(
      try Self.document(repository)["records"] as? [[String: Any]])
    let edits = records.map { "\($0["id"] ?? "") \($0["edit"] ?? "") \($0["former_file"] ?? "")" }
    #expect(
      edits.contains("CHG-2026-0041 moved \(SinceTests.path(41))"), "\(edits)")
    #expect(edits.contains { $0.hasPrefix("CHG-2026-0042 removed") })
  }

  @Test func saysWhatAPlannedChangeStillNeeds() throws {
    let repository = try Self.branch()
    let planned = SampleRecords.normal.without(
      "approvals", "started", "deployed", "outcome", "closed")
    let text = planned.text.replacingOccurrences(of: "2026-03-09", with: "2026-03-16")
      .replacingOccurrences(of: "CHG-2026-0042", with: "CHG-2026-0044")
    try repository.write(text, to: SinceTests.path(44))
    let other = text.replacingOccurrences(of: "CHG-2026-0044", with: "CHG-2026-0045")
    try repository.write(other, to: SinceTests.path(45))
    let records = try #require(
      try Self.document(repository)["records"] as? [[String: Any]])
    let change = try #require(records.first?["change"] as? [String: Any])
    #expect(change["planned_start"] as? String == "2026-03-16T02:00:00Z")
    #expect((change["missing"] as? [String])?.isEmpty == false)
    #expect(change["gate"] as? String == "closed")
    let conflicts = try #require(change["conflicts"] as? [[String: Any]])
    #expect(conflicts.first?["change"] as? String == "CHG-2026-0045")
    #expect((change["slots"] as? [Any])?.isEmpty == false)
    let comment = try Self.review(
      repository, ["--format", "markdown", "--base-url", "https://preview.example.org/7/"])
    #expect(comment.status == 0)
    #expect(
      comment.output.contains("(<https://preview.example.org/7/changes/CHG-2026-0044.html>)"),
      "\(comment.output)")
    // Nobody is called by a comment.
    #expect(!comment.output.replacingOccurrences(of: "`@", with: "").contains("@gateway"))
  }

  @Test func saysWhatIsUnderstoodOtherwiseOfAPolicy() throws {
    let repository = try Self.branch()
    let row = try #require(
      FullPolicy.text.split(separator: "\n").first { $0.hasPrefix("| Business hours") })
    let edited = FullPolicy.text.replacingOccurrences(
      of: String(row), with: row.replacingOccurrences(of: "18:00", with: "17:00"))
    #expect(edited != FullPolicy.text)
    try repository.write("\n" + edited, to: FullPolicy.path)
    let policies = try #require(
      try Self.document(repository)["policies"] as? [[String: Any]])
    let parts = try #require(policies.first?["parts"] as? [[String: Any]])
    #expect(parts.map { $0["title"] as? String } == ["Windows"])
    #expect((parts.first?["before"] as? [String])?.first?.contains("18:00") == true)
    #expect((parts.first?["after"] as? [String])?.first?.contains("17:00") == true)
    let text = try Self.review(repository, ["--format", "text"])
    #expect(text.output.contains("before:") && text.output.contains("now:"))
  }

  @Test func wantsARevisionThatIsThere() throws {
    let repository = try SinceTests.repository()
    let run = try SinceTests.run(repository, ["review", "--since", "nowhere"])
    #expect(run.status == 2 && run.output.isEmpty && run.diagnostics.contains("nowhere"))
    #expect(try SinceTests.run(repository, ["review"]).status == 64)
  }

  /// Where there was no policy, everything is new, and it is said.
  @Test func comparesWithASiteThatHadNoPolicy() throws {
    let repository = try TestRepository()
    try repository.remove(FullPolicy.path)
    try repository.commit("Begin", at: "2026-03-11T09:20:00Z")
    try repository.git("checkout", "--quiet", "-b", "branch")
    try repository.write(FullPolicy.text, to: FullPolicy.path)
    try repository.write(SinceTests.record(42, SinceTests.broken), to: SinceTests.path(42))
    let run = try Self.review(repository)
    #expect(run.status == 0 && run.diagnostics.contains("could not be read"))
    #expect(run.output.contains("CB304"))
  }
}
