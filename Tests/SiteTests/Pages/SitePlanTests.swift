import Configuration
import TestSupport
import Testing

@testable import Site

@Suite struct SitePlanTests {
  @Test func everyPageHoldsTogether() throws {
    let site = try RenderedSite(
      changes: [
        record("CHG-2026-0001"),
        record("CHG-2026-0002", "outcome: rolled-back\nrollback: {at: 2026-03-09T03:00Z}"),
        record("CHG-2026-0003", "outcome: done"),
        SampleRecords.template.text,
        "Only a line, without front matter or headings.\n",
      ],
      incidents: ["---\nid: INC-2026-001\nstarted: 2026-03-09T03:00Z\n---\n#### Deep\n\nText.\n"])
    #expect(site.faults == [])
    #expect(site.pages.count > 40)
  }

  @Test func anEmptyRegisterSaysWhatWouldBeThere() throws {
    let site = try RenderedSite(changes: [])
    #expect(site.faults == [])
    #expect(site["changes/index.html"].contains("Add a Markdown file"))
    #expect(site["index.html"].contains("No change is in flight"))
    #expect(site["findings/index.html"].contains("All were read"))
  }

  @Test func escapesWhatARecordSays() throws {
    let text = SampleRecords.normal.text
      .replacing("systems: [", with: "systems: ['<img src=x onerror=alert(1)>', ")
    let site = try RenderedSite(changes: [text])
    #expect(site.faults == [])
    for (path, page) in site.pages {
      #expect(!page.contains("<img"), "\(path)")
    }
  }

  @Test func twoRecordsWithOneIDShareOnePage() throws {
    let site = try RenderedSite(changes: [record("CHG-2026-0001"), record("CHG-2026-0001")])
    #expect(site.paths.count { $0.hasPrefix("changes/CHG-") } == 1)
    #expect(site["changes/index.html"].components(of: "data-stage=") == 1)
  }

  @Test func linksOfThe404PageLeadToTheSitesAddress() throws {
    var settings = Settings()
    settings.baseURL = "https://example.org/register"
    let site = try RenderedSite(changes: [], settings: settings)
    #expect(site["404.html"].contains("https://example.org/register/changes/"))
    #expect(site["404.html"].contains("href=\"https://example.org/register/assets/theme.css\""))
    #expect(!site["404.html"].contains("href=\"changes/"))
  }
}

extension String {
  /// How often a text occurs.
  func components(of text: String) -> Int {
    split(separator: text, omittingEmptySubsequences: false).count - 1
  }
}
