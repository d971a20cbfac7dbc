import Foundation
import SourceText
import TestSupport
import Testing

/// `changebook reconcile`.
@Suite struct ReconcileTests {
  private func site() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in HandWorkedRecords.files { try folder.write(text, to: path) }
    return folder
  }

  private func run(_ folder: TemporaryFolder, _ arguments: String...) throws -> Program.Run {
    try Program.run(
      ["reconcile", "--as-of", HandWorkedRecords.asOf] + arguments, in: folder.url)
  }

  @Test func withoutALogItCannotBeDone() throws {
    let run = try run(try site())
    #expect(run.status == 2)
    #expect(run.diagnostics.contains("content/deployments"))
  }

  @Test func readsTheContentOrTheFilesThatAreNamed() throws {
    let folder = try site()
    let log = HandWorkedRecords.log
    try folder.write(log.text(log.wholeRange), to: log.path)
    try folder.write(
      "finished,record,environment\n2026-03-09T02:30Z,CHG-2026-0101,production\n", to: "one.csv")
    let all = try run(folder, "--month", "2026-03")
    #expect(all.status == 1)
    #expect(all.output.contains("with an approved record: 3 of 7"))
    #expect(all.output.contains("content/deployments/2026-03.jsonl:4"))
    let one = try run(folder, "one.csv")
    #expect(one.status == 0, "\(one.output)")
    #expect(one.output.contains("with an approved record: 1 of 1"))
    #expect(try run(folder, "none.csv").status == 2)
    #expect(try run(folder, "one.txt").status == 2)
    #expect(try run(folder, "--month", "2026-13").status == 64)
  }

  /// What lies among the logs and is not read keeps anybody from telling that all is accounted for.
  @Test(arguments: ["link", "bytes", "ending", "hidden", "large"])
  func whatIsNotReadIsNamed(kind: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(SamplePolicy.text, to: "content/policy/POL-TEST-001.md")
    try folder.write(
      "{\"id\": \"d1\", \"environment\": \"staging\", \"finished\": \"2026-03-01T00:00Z\"}\n",
      to: "content/deployments/a.jsonl")
    #expect(try run(folder).status == 0)
    let path: String
    switch kind {
    case "link":
      path = "content/deployments/b.jsonl"
      try FileManager.default.createSymbolicLink(
        atPath: folder.url.appending(path: path).path, withDestinationPath: "a.jsonl")
    case "bytes":
      path = "content/deployments/b.csv"
      try Data([0x66, 0xFF, 0x0A]).write(to: folder.url.appending(path: path))
    case "ending":
      path = "content/deployments/b.JSON"
      try folder.write("[]", to: path)
    case "hidden":
      path = "content/deployments/.b.json"
      try folder.write("[]", to: path)
    default:
      path = "content/deployments/b.json"
      try Data(count: 17 << 20).write(to: folder.url.appending(path: path))
    }
    let text = try run(folder)
    #expect(text.status == 2)
    #expect(text.output.contains(path), "\(text.output)")
    let json = try run(folder, "--format", "json")
    #expect(json.status == 2)
    #expect(json.output.contains("\"complete\": null"), "\(json.output)")
    #expect(json.output.contains("\"file\": \"\(path)\""))
    let check = try Program.run(["check", "--as-of", HandWorkedRecords.asOf], in: folder.url)
    #expect(check.output.contains(path), "\(check.output)")
    try FileManager.default.removeItem(
      at: folder.url.appending(path: "content/deployments/a.jsonl"))
    #expect(try run(folder).status == 2)
  }

  /// A folder of logs under another name is pointed out; one of pages is not.
  @Test(arguments: ["deployment", "Deployments", "deploymnets", "deploys"])
  func aFolderThatIsNearlyTheirs(name: String) throws {
    for (file, isLog) in [("a.jsonl", true), ("A.JSON", true), ("about.md", false)] {
      let folder = try TemporaryFolder()
      try folder.write(SamplePolicy.text, to: "content/policy/POL-TEST-001.md")
      try folder.write(isLog ? "[]" : "# Deployments\n", to: "content/\(name)/\(file)")
      let check = try Program.run(["check", "--as-of", HandWorkedRecords.asOf], in: folder.url)
      let isNear = name != "deploys"
      #expect(
        check.output.contains("content/deployments") == (isLog && isNear),
        "\(name)/\(file): \(check.output)")
    }
  }

  /// What was waived is named with who accepted it, and fails no call.
  @Test func whatWasWaivedIsNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write(SamplePolicy.text, to: "content/policy/POL-TEST-001.md")
    let waiver = """
      ---
      waivers: [{rule: CB606, reason: The board met late, by: "@cab", at: 2026-03-27T09:00Z}]
      ---
      """
    try folder.write(
      "{\"id\": \"d1\", \"environment\": \"production\", \"record\": \"CHG-2026-0042\", \"finished\": \"2026-03-05T02:40Z\"}\n",
      to: "log.jsonl")
    for (record, status) in [
      (SampleRecords.normal, Int32(1)), (SampleRecords.normal.replacing(with: waiver), 0),
    ] {
      try folder.write(
        record.replacing(with: "---\ndeployed: 2026-03-05T02:40Z\n---").text,
        to: "content/changes/CHG-2026-0042.md")
      let run = try run(folder, "log.jsonl")
      #expect(run.status == status, "\(run.output)")
      #expect(run.output.contains("accepted by @cab: The board met late") == (status == 0))
    }
  }

  @Test func theDocumentSaysTheSame() throws {
    let folder = try site()
    let log = HandWorkedRecords.log
    try folder.write(log.text(log.wholeRange) + "\n{broken\n", to: log.path)
    let run = try run(folder, "--format", "json")
    #expect(run.status == 1)
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(document["schema"] as? String == "changebook.reconciliation/1")
    #expect(document["complete"] as? Bool == false)
    let completeness = try #require(document["completeness"] as? [String: Int])
    #expect(completeness == ["numerator": 3, "denominator": 7])
    let problems = try #require(document["problems"] as? [[String: Any]])
    #expect(problems.map { $0["line"] as? Int } == [10])
    let deployments = try #require(document["deployments"] as? [[String: Any]])
    #expect(deployments.count == 7)
  }

  /// The pages of a site with a log hold, and the figure's page names the deployments.
  @Test func theSiteShowsTheFigure() throws {
    let folder = try site()
    let log = HandWorkedRecords.log
    try folder.write(log.text(log.wholeRange), to: log.path)
    let build = try Program.run(
      ["build", "--output", "site", "--as-of", HandWorkedRecords.asOf], in: folder.url)
    #expect(build.status == 0, "\(build.diagnostics)")
    let page = try String(
      contentsOf: folder.url.appending(path: "site/figures/deployment-completeness.html"),
      encoding: .utf8)
    #expect(page.contains("<li>d4 rpc-gateway, 18 Mar 2026, 03:00 UTC, has no record</li>"))
    #expect(page.contains("3 of 7"))
  }
}
