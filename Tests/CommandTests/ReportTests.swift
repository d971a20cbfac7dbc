import Foundation
import TestSupport
import Testing

/// `report` and `explain` as their users run them.
@Suite struct ReportTests {
  private static let asOf = ["--as-of", "2026-04-15T00:00Z"]
  private static let published = "content/published/2026-03.json"

  private static func site() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in HandWorkedRecords.files { try folder.write(text, to: path) }
    return folder
  }

  private static func edit(_ folder: TemporaryFolder, _ text: String, with other: String) throws {
    let path = "content/changes/2026/CHG-2026-0101.md"
    let record = try String(contentsOf: folder.url.appending(path: path), encoding: .utf8)
    try folder.write(
      record.split(separator: text, omittingEmptySubsequences: false).joined(separator: other),
      to: path)
  }

  @Test(arguments: ["text", "markdown", "html", "json"])
  func writesTheLastMonthInEveryFormat(format: String) throws {
    let folder = try Self.site()
    let run = try Program.run(["report", "--format", format] + Self.asOf, in: folder.url)
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(run.diagnostics.isEmpty)
    #expect(run.output.contains("2026-03") || run.output.contains("March 2026"))
    #expect(run.output.contains("7 of 10") || run.output.contains("\"numerator\": 7"))
    #expect(run.output.hasSuffix("\n"))
  }

  @Test func leadsIntoTheSiteAtItsAddress() throws {
    let folder = try Self.site()
    let run = try Program.run(
      ["report", "--format", "html", "--base-url", "https://example.org/c/"] + Self.asOf,
      in: folder.url)
    #expect(run.output.contains("href=\"https://example.org/c/changes/CHG-2026-0104.html\""))
    #expect(run.output.contains("https://example.org/c/figures/change-success-rate.html#2026-03"))
    let plain = try Program.run(["report", "--format", "html"] + Self.asOf, in: folder.url)
    #expect(!plain.output.contains("href="))
  }

  @Test func publishesAMonthAndSaysLaterWhatMoved() throws {
    let folder = try Self.site()
    let publish = ["report", "--month", "2026-03", "--publish"] + Self.asOf
    let first = try Program.run(publish, in: folder.url)
    #expect(first.status == 0, "\(first.diagnostics)")
    #expect(first.diagnostics == "published \(Self.published)\n")
    let bytes = try folder.files(below: "content/published")
    #expect(bytes.keys.sorted() == ["2026-03.json"])

    let again = try Program.run(publish, in: folder.url)
    #expect(again.status == 0)
    #expect(again.diagnostics.contains("says the same already"))
    #expect(try folder.files(below: "content/published") == bytes)

    try Self.edit(folder, "outcome: successful", with: "outcome: failed")
    let refused = try Program.run(publish, in: folder.url)
    #expect(refused.status == 2)
    #expect(refused.diagnostics.contains("--replace"))
    #expect(try folder.files(below: "content/published") == bytes)
    let report = try Program.run(["report", "--month", "2026-03"] + Self.asOf, in: folder.url)
    let words = report.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("outcome changed from successful to failed"))

    let replaced = try Program.run(publish + ["--replace"], in: folder.url)
    #expect(replaced.status == 0, "\(replaced.diagnostics)")
    let text = try String(
      contentsOf: folder.url.appending(path: Self.published), encoding: .utf8)
    #expect(text.contains("\"earlier\": [\n"))
  }

  @Test func publishesNothingThatMayChange() throws {
    let folder = try Self.site()
    for period in [["--month", "2026-04"], ["--year", "2026"], ["--month", "2020-01"]] {
      let run = try Program.run(["report", "--publish"] + period + Self.asOf, in: folder.url)
      #expect(run.status == 2)
      #expect(run.diagnostics.contains("is not published"))
    }
    #expect(try folder.files(below: "content/published").isEmpty)
  }

  @Test func publishesThroughNoLink() throws {
    let folder = try Self.site()
    let elsewhere = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "content/published"), withDestinationURL: elsewhere.url)
    let run = try Program.run(
      ["report", "--month", "2026-03", "--publish"] + Self.asOf, in: folder.url)
    #expect(run.status == 2)
    #expect(try FolderContents.read(elsewhere.url).isEmpty)
  }

  @Test func replaceAloneIsWrongUsage() throws {
    let folder = try Self.site()
    #expect(try Program.run(["report", "--replace"], in: folder.url).status == 64)
    #expect(
      try Program.run(["report", "--month", "2026-03", "--year", "2026"], in: folder.url).status
        == 64)
  }

  @Test func derivesAFigureRecordByRecord() throws {
    let folder = try Self.site()
    let run = try Program.run(
      ["explain", "change success rate", "--month", "2026-03"] + Self.asOf, in: folder.url)
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(run.output.contains("In the numerator and the denominator: 7"))
    #expect(run.output.contains("CHG-2026-0105"))
    #expect(run.output.contains("k = 7, n = 10"))
  }

  @Test func explainsAFigureWithoutASite() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(["explain", "rollback-rate"], in: folder.url)
    #expect(run.status == 0)
    #expect(run.output.contains("changebook explain rollback-rate --month"))
    #expect(
      try Program.run(["explain", "CB302", "--month", "2026-03"], in: folder.url).status == 64)
    #expect(
      try Program.run(["explain", "rollback", "--month", "2026-03"], in: folder.url).status == 2)
  }

  @Test func buildsTheReportsOfEveryPeriod() throws {
    let folder = try Self.site()
    try folder.write(
      "# Lessons\n\nSee [the record](../changes/2026/CHG-2026-0104.md).\n",
      to: "content/reports/2026-03.md")
    try folder.write(
      "# Plans\n\nSee [March](2026-03.md).\n", to: "content/reports/plans.md")
    _ = try Program.run(
      ["report", "--month", "2026-03", "--publish", "--as-of", "2026-04-02T00:00Z"], in: folder.url)
    try Self.edit(folder, "outcome: successful", with: "outcome: failed")
    let run = try Program.run(["build"] + Self.asOf, in: folder.url)
    #expect(run.status == 0, "\(run.diagnostics)")
    let site = try folder.files(below: "site")
    #expect(PageInvariants.faults(in: site) == [])
    for path in [
      "reports/index.html", "reports/weekly/2026-W11.html",
      "reports/monthly/2026-03.html", "reports/quarterly/2026-Q1.html",
      "reports/plans.html", "data/restatements.json", "data/restatements.csv",
    ] {
      #expect(site[path] != nil, "\(path)")
    }
    #expect(site["reports/2026-03.html"] == nil)
    func page(_ path: String) -> String { String(decoding: site[path] ?? [], as: UTF8.self) }
    let march = page("reports/monthly/2026-03.html")
    #expect(march.contains("Commentary: Lessons"))
    #expect(march.contains("href=\"../../changes/CHG-2026-0104.html\">the record</a>"))
    #expect(march.contains("outcome changed from successful to failed"))
    #expect(march.contains("rel=\"prev\"") && march.contains("rel=\"next\""))
    #expect(page("reports/plans.html").contains("monthly/2026-03.html"))
    #expect(page("data/restatements.csv").contains("CHG-2026-0101"))
  }
}
