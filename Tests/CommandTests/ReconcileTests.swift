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
    #expect(page.contains("<li>d4</li>"))
    #expect(page.contains("3 of 7"))
  }
}
