import Chronology
import Findings
import Interchange
import Records
import Testing

@testable import Site

@Suite struct DataFileTests {
  private let data: ChangesData
  private let findings: [Finding]

  init() throws {
    let register = try SampleRegister.register()
    findings = try SampleRegister.findings(register)
    data = ChangesData(register, findings: findings, asOf: SampleRegister.asOf) { change in
      change.closed == nil ? .requested : .rolledBack
    }
  }

  @Test func changesCarryTheirFacts() throws {
    let document = try JSONValue(data.json())
    #expect(document["schema"] == .text("changebook.changes/2"))
    #expect(document["as_of"] == .text("2026-04-01T00:00:00Z"))
    let change = document["changes"][0]
    #expect(change["id"] == .text("CHG-2026-0001"))
    #expect(change["title"] == .text("=cmd, \"quoted\""))
    #expect(change["systems"].texts == ["rpc-gateway", "indexer"])
    #expect(change["incidents"].texts == ["INC-2026-001", "INC-2026-002"])
    #expect(change["requested"] == .text("2026-03-02T09:15:00Z"))
    #expect(change["scheduled"] == .null)
    #expect(change["approvals"][1]["role"] == .text("emergency cab"))
    #expect(change["approvals"][1]["verbal"] == .truth(true))
    #expect(change["rollback"]["verified"] == .truth(true))
    #expect(change["runtime"]["voting"]["aye"] == .number(2))
    #expect(change["stage"] == .text("rolled back"))
    #expect(change["page"] == .text("changes/CHG-2026-0001.html"))
  }

  @Test func changesNameTheCodesOfTheirFindings() throws {
    let changes = try JSONValue(data.json())["changes"]
    #expect(changes[0]["findings"].texts == ["CB304"])
    #expect(changes[0]["waived"].texts == ["CB302"])
    #expect(changes[0]["readable"] == .truth(true))
    #expect(changes[1]["findings"].texts == ["CB104"])
    #expect(changes[1]["readable"] == .truth(false))
    #expect(changes[2]["findings"].texts == [])
  }

  @Test func theTableOfChangesHasARowForEach() throws {
    let rows = String(decoding: data.csv(), as: UTF8.self).split(separator: "\r\n")
    #expect(rows.count == 4)
    #expect(rows[0].hasPrefix("id,title,type,risk,"))
    let expected: [String] = [
      "CHG-2026-0001", "\"'=cmd, \"\"quoted\"\"\"", "Normal", "High", "", "rpc-gateway; indexer",
      "@dev", "", "", "2026-03-02T09:15:00Z", "2026-03-04T11:00:00Z", "", "",
      "2026-03-09T02:05:00Z", "2026-03-09T02:40:00Z", "2026-03-09T03:00:00Z",
      "2026-03-10T09:00:00Z", "rolled-back", "rolled back", "", "INC-2026-001 INC-2026-002", "", "",
      "", "true", "CB304", "CB302", "content/changes/CHG-2026-0001.md",
      "changes/CHG-2026-0001.html",
    ]
    #expect(rows[1] == expected.joined(separator: ","))
    let columns = rows[0].split(separator: ",", omittingEmptySubsequences: false).count
    #expect(rows[2].split(separator: ",", omittingEmptySubsequences: false).count == columns)
  }

  @Test func theTableOfFindingsHasARowForEach() {
    let rows = String(
      decoding: renderCSV(findings.map { FindingRow($0) }, FindingRow.fields), as: UTF8.self
    ).split(separator: "\r\n")
    #expect(rows.count == 5)
    let expected: [String] = [
      "CB304", "breach", "approved by the requester", "ask somebody else", "CHG-2026-0001",
      "content/changes/CHG-2026-0001.md", "2", "5", "2", "18", "content/policy/policy.md", "1",
      "6.1", "", "", "",
    ]
    #expect(rows[1] == expected.joined(separator: ","))
    #expect(rows[3].hasSuffix(",@cto,2026-03-05T10:00:00Z,small"))
  }

  @Test func everyDocumentHasItsSchemaBesideIt() throws {
    let files = planDataFiles(
      try SampleRegister.register(), findings: findings, figures: [], asOf: SampleRegister.asOf
    ) { _ in .closed }
    let paths = files.map(\.route.path)
    #expect(OutputCollision.find(in: paths).isEmpty)
    #expect(paths.allSatisfy { OutputFile.isSafe(path: $0) })
    #expect(paths.contains("data/figures/change-success-rate.csv"))
    for name in ["changes", "findings", "figures"] {
      #expect(paths.contains("data/\(name).json") && paths.contains("data/schema/\(name).json"))
    }
    for file in files where file.route.path.hasSuffix(".json") {
      #expect(throws: Never.self) { try JSONValue(file.render()) }
    }
  }

  @Test func theSitemapHoldsPagesInOrder() {
    let routes: [Route] = [
      .change("CHG-2"), .dashboard, .notFound, .change("CHG 1"), .data("changes.csv"),
    ]
    let files = sitemap(of: routes, under: "https://example.org/a&b")
    #expect(files.map(\.path) == ["sitemap.xml"])
    #expect(
      String(decoding: files[0].content, as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc>https://example.org/a&amp;b/</loc></url>
        <url><loc>https://example.org/a&amp;b/changes/CHG-2.html</loc></url>
        <url><loc>https://example.org/a&amp;b/changes/CHG~201.html</loc></url>
        </urlset>

        """)
  }

  @Test func aLargeSitemapIsDivided() {
    let routes = (0..<50_001).map { Route.change("CHG-\($0)") }
    let files = sitemap(of: routes, under: "https://example.org/")
    #expect(files.map(\.path) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"])
    let index = String(decoding: files[0].content, as: UTF8.self)
    #expect(index.contains("<sitemap><loc>https://example.org/sitemap-2.xml</loc></sitemap>"))
    #expect(!index.contains("CHG-"))
  }
}
