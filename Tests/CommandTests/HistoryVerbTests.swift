import Foundation
import TestSupport
import Testing

/// The history of records, through the program.
@Suite struct HistoryVerbTests {
  private static func repository() throws -> TestRepository {
    let repository = try TestRepository()
    let asked = SampleRecords.normal.without(
      "approvals", "started", "deployed", "outcome", "closed")
    try repository.write(asked.text)
    try repository.commit("Ask for <b>it</b>", by: "author", at: "2026-03-02T09:20:00Z")
    let planned = asked.replacing(
      with: """
        ---
        approvals:
          - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
        ---
        """)
    try repository.write(planned.text)
    try repository.commit("Review it", by: "lead", at: "2026-03-04T10:05:00Z")
    return repository
  }

  private static func run(
    _ repository: TestRepository, _ arguments: [String], path: String = "/usr/bin:/bin"
  ) throws -> Program.Run {
    try Program.run(
      arguments + ["--root", repository.root, "--as-of", "2026-03-05T12:00Z"],
      in: repository.folder.url, environment: ["HOME": repository.root, "PATH": path])
  }

  @Test func aPageShowsWhoWroteWhat() throws {
    let repository = try Self.repository()
    let output = try TemporaryFolder()
    let site = output.url.appending(path: "site").path
    let built = try Self.run(repository, ["build", "--output", site])
    #expect(built.status == 0 && !built.diagnostics.contains("history  "))
    let files = try output.files(below: "site")
    let page = String(decoding: files["changes/CHG-2026-0042.html"] ?? [], as: UTF8.self)
    #expect(page.contains("Ask for &lt;b&gt;it&lt;/b&gt;"))
    #expect(page.contains("@gateway-author"))
    #expect(page.contains("Approvals: added technical: @runtime-lead, 2026-03-04T10:00:00Z"))
    #expect(page.contains("written by @runtime-lead in"))
    #expect(page.contains("git does not check them"))
    let data = String(decoding: files["data/history.json"] ?? [], as: UTF8.self)
    #expect(data.contains("Ask for ") && !data.contains("@example.org"))
    #expect(PageInvariants.faults(in: files) == [])
    // The same tree and history give the same bytes.
    let again = try TemporaryFolder()
    _ = try Self.run(
      repository, ["build", "--jobs", "1", "--output", again.url.appending(path: "site").path])
    let others = try again.files(below: "site")
    #expect(files.keys.sorted() == others.keys.sorted())
    #expect(files.keys.filter { files[$0] != others[$0] } == [])
  }

  @Test func whoeverChecksIsToldThatHistoryIsNotKnown() throws {
    let repository = try Self.repository()
    #expect(try !Self.run(repository, ["check"]).diagnostics.contains("history  "))
    let withoutGit = try Self.run(repository, ["check"], path: "/nowhere")
    #expect(withoutGit.diagnostics.contains("git is not installed"))
    #expect(withoutGit.diagnostics.contains("CB601 to CB605 are not checked"))
    try repository.remove(".git")
    let output = try TemporaryFolder()
    let site = output.url.appending(path: "site").path
    let built = try Self.run(repository, ["build", "--output", site])
    #expect(built.status == 0 && built.diagnostics.contains("no git repository"))
    let files = try output.files(below: "site")
    let pages = ["changes/CHG-2026-0042.html", "findings/index.html", "guide/rules/CB601.html"]
    for page in pages {
      let text = String(decoding: files[page] ?? [], as: UTF8.self)
      #expect(text.contains("no git repository"), "\(page)")
    }
    #expect(try Self.run(repository, ["check", "--quiet"]).diagnostics.isEmpty)
  }

  /// The gate starts no program, whatever lies on the path.
  @Test func theGateDoesNotAskGit() throws {
    let repository = try Self.repository()
    let bin = repository.folder.url.appending(path: "bin")
    try repository.folder.write(
      "#!/bin/sh\necho called > \(repository.root)/called\nexit 1\n", to: "bin/git")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: bin.appending(path: "git").path)
    let called = { FileManager.default.fileExists(atPath: repository.root + "/called") }
    _ = try Self.run(repository, ["gate", "CHG-2026-0042"], path: bin.path)
    #expect(!called())
    let checked = try Self.run(repository, ["check"], path: bin.path)
    #expect(called() && checked.diagnostics.contains("history  "))
  }

  /// A feed follows edits that leave the instants on record as they were.
  @Test func feedsFollowTheHistory() throws {
    let repository = try Self.repository()
    func revision() throws -> [Substring] {
      let feed = try Self.run(repository, ["export", "changes", "--format", "ics"]).output
      return feed.split(whereSeparator: \.isNewline).filter {
        $0.hasPrefix("SEQUENCE:") || $0.hasPrefix("LAST-MODIFIED:")
      }
    }
    #expect(try revision() == ["LAST-MODIFIED:20260304T100500Z", "SEQUENCE:1000002"])
    let path = "content/changes/CHG-2026-0042.md"
    let text = try String(
      contentsOf: repository.folder.url.appending(path: path), encoding: .utf8)
    try repository.write(text.replacing("2026-03-09T04:00Z", with: "2026-03-09T03:00Z"))
    #expect(try revision() == ["LAST-MODIFIED:20260304T100500Z", "SEQUENCE:1000003"])
    try repository.commit("Less time", at: "2026-03-05T08:00:00Z")
    #expect(try revision() == ["LAST-MODIFIED:20260305T080000Z", "SEQUENCE:1000003"])
  }

  /// Without history a plan that moves has another sequence all the same.
  @Test func withoutHistoryAFeedFollowsThePlan() throws {
    let repository = try Self.repository()
    try repository.remove(".git")
    func sequence() throws -> Int? {
      let feed = try Self.run(repository, ["export", "changes", "--format", "ics"]).output
      return feed.split(whereSeparator: \.isNewline).first { $0.hasPrefix("SEQUENCE:") }
        .flatMap { Int($0.dropFirst(9)) }
    }
    let before = try #require(try sequence())
    let path = "content/changes/CHG-2026-0042.md"
    let text = try String(
      contentsOf: repository.folder.url.appending(path: path), encoding: .utf8)
    try repository.write(
      text.replacing(
        "2026-03-09T02:00Z/2026-03-09T04:00Z", with: "2026-03-16T02:00Z/2026-03-16T04:00Z"))
    #expect(try #require(try sequence()) > before)
  }
}
