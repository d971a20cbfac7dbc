import Foundation
import TestSupport
import Testing

/// `check` about what was touched, about what is new, and by rule.
@Suite struct SinceTests {
  static func run(
    _ repository: TestRepository, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Program.Run {
    try Program.run(
      arguments + ["--root", repository.root, "--as-of", "2026-03-12T12:00Z"],
      in: repository.folder.url,
      environment: ["HOME": repository.root].merging(environment) { $1 })
  }

  static func record(_ number: Int, _ edit: (String) -> String = { $0 }) -> String {
    edit(
      SampleRecords.normal.text.replacingOccurrences(
        of: "CHG-2026-0042", with: "CHG-2026-00\(number)"))
  }

  /// One of its reviewers asked for the change.
  static func broken(_ text: String) -> String {
    text.replacingOccurrences(of: "by: \"@runtime-lead\"", with: "by: \"@gateway-author\"")
  }

  static func path(_ number: Int) -> String { "content/changes/CHG-2026-00\(number).md" }

  /// Two records, one of which breaks a rule already.
  static func repository() throws -> TestRepository {
    let repository = try TestRepository()
    try repository.write(record(41), to: path(41))
    try repository.write(record(42, broken), to: path(42))
    try repository.commit("Begin", at: "2026-03-11T09:20:00Z")
    return repository
  }

  private static func records(_ run: Program.Run) -> Set<String> {
    Set(
      run.output.split(separator: "\n").filter { $0.hasPrefix("content/changes/") }.compactMap {
        $0.split(separator: ":").first?.split(separator: "/").last.map { String($0.dropLast(3)) }
      })
  }

  @Test func showsFindingsOfTouchedRecordsAlone() throws {
    let repository = try Self.repository()
    let all = try Self.run(repository, ["check"])
    #expect(all.status == 1 && Self.records(all).contains("CHG-2026-0042"))
    let none = try Self.run(repository, ["check", "--since", "HEAD"])
    #expect(none.status == 0 && Self.records(none).isEmpty, "\(none.output)")
    #expect(none.diagnostics.contains("0 files touched"))
    // Neither committed nor known to git.
    try repository.write(Self.record(43, Self.broken), to: Self.path(43))
    let some = try Self.run(repository, ["check", "--since", "HEAD"])
    #expect(some.status == 1)
    #expect(Self.records(some) == ["CHG-2026-0043"])
    let other = try Self.run(repository, ["check", "--since", "HEAD", Self.path(41)])
    #expect(other.status == 0)
    let text = try Self.run(repository, ["check", "--since", "HEAD", "--format", "json"])
    #expect(
      text.output.contains("CHG-2026-0043")
        && !text.output.contains("\"record\": \"CHG-2026-0042\""))
  }

  @Test func cannotCompareWithWhatIsNotThere() throws {
    let repository = try Self.repository()
    for revision in ["origin/main", "HEAD~5", "-x", "--all"] {
      let run = try Self.run(repository, ["check", "--since=\(revision)"])
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(run.diagnostics.contains("no commit is called \(revision) here"), "\(run)")
    }
    let clone = try TestRepository()
    try repository.commit("More", at: "2026-03-11T10:20:00Z")
    try clone.git(
      "clone", "--quiet", "--depth", "1", "file://" + repository.root, clone.root + "/copy")
    let shallow = try Program.run(
      ["check", "--since", "HEAD"], in: clone.folder.url.appending(path: "copy"),
      environment: ["HOME": clone.root])
    #expect(shallow.status == 2 && shallow.diagnostics.contains("shallow clone"))
    #expect(try Self.run(repository, ["check", "--since", ""]).status == 64)
    try repository.remove(".git")
    let none = try Self.run(repository, ["check", "--since", "HEAD"])
    #expect(none.status == 2 && none.diagnostics.contains("in no git repository"))
  }

  @Test func knownFindingsPassAndNewOnesFail() throws {
    let repository = try Self.repository()
    let missing = try Self.run(repository, ["check", "--baseline", "known.json"])
    #expect(missing.status == 2 && missing.diagnostics.contains("--write-baseline known.json"))
    let written = try Self.run(repository, ["check", "--write-baseline", "known.json"])
    #expect(written.status == 0 && written.output.isEmpty, "\(written)")
    let known = try Self.run(repository, ["check", "--baseline", "known.json"])
    #expect(known.status == 0 && Self.records(known).isEmpty, "\(known.output)")
    // Its lines move, and the list still knows it.
    let moved = Self.record(42, Self.broken).replacingOccurrences(
      of: "type: Normal", with: "environment: production\ntype: Normal")
    try repository.write(moved, to: Self.path(42))
    let still = try Self.run(repository, ["check", "--baseline", "known.json"])
    #expect(!Self.records(still).contains("CHG-2026-0041"))
    #expect(!still.output.contains("CB304"), "\(still.output)")
    try repository.write(Self.record(43, Self.broken), to: Self.path(43))
    let new = try Self.run(repository, ["check", "--baseline", "known.json"])
    #expect(new.status == 1 && new.output.contains("CHG-2026-0043.md"))
    #expect(
      !new.output.contains("CHG-2026-0042.md:9") && !new.output.contains("CHG-2026-0042.md:8"))
    // What is mended is said.
    try repository.remove(Self.path(43))
    try repository.write(Self.record(42), to: Self.path(42))
    let gone = try Self.run(repository, ["check", "--baseline", "known.json"])
    #expect(gone.status == 0)
    #expect(gone.diagnostics.contains("gone      CHG-2026-0042"), "\(gone.diagnostics)")
  }

  @Test func aListTakesThePlaceOfNoOtherFile() throws {
    let repository = try Self.repository()
    for path in ["changebook.yml", "content/people.md", "content/known.json"] {
      try repository.write("title: mine\n", to: "changebook.yml")
      let run = try Self.run(repository, ["check", "--write-baseline", path])
      #expect(run.status == 2 && run.diagnostics.contains(path), "\(run)")
    }
    let text = try Self.run(repository, ["check", "--baseline", "content/people.md"])
    #expect(text.status == 2 && text.diagnostics.contains("changebook.baseline/1"))
    for options in [["--since", "HEAD"], ["--summary"], ["--format", "json"], ["content"]] {
      let run = try Self.run(repository, ["check", "--write-baseline", "x.json"] + options)
      #expect(run.status == 64, "\(options)")
    }
  }

  @Test func aSummaryCountsByRule() throws {
    let repository = try Self.repository()
    try repository.write(Self.record(43, Self.broken), to: Self.path(43))
    let run = try Self.run(repository, ["check", "--summary"])
    #expect(run.status == 1)
    let row = run.output.split(separator: "\n").first { $0.contains("breach[CB304]") }
    #expect(row?.contains("2  breach[CB304]") == true, "\(run.output)")
    #expect(row?.contains("2 records") == true)
    #expect(try Self.run(repository, ["check", "--summary", "--format", "sarif"]).status == 64)
  }
}
