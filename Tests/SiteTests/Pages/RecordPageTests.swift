import TestSupport
import Testing

@testable import Site

@Suite struct RecordPageTests {
  @Test func tellsTheWayThroughTheWorkflow() throws {
    let site = try RenderedSite(changes: [record("CHG-2026-0001")])
    let page = site["changes/CHG-2026-0001.html"]
    for stage in [
      "requested", "reviewed", "approved", "scheduled", "in progress", "verifying", "closed",
    ] {
      #expect(page.contains("<li class=\"done\"><b>\(stage)</b>"), "\(stage)")
    }
  }

  @Test func endsTheWayOfACancelledChangeWhereItWasCalledOff() throws {
    let text = SampleRecords.normal.without("started", "deployed", "closed")
      .replacing(with: "---\noutcome: cancelled\n---\n").text
    let site = try RenderedSite(changes: [text])
    let page = site.paths.first { $0.hasPrefix("changes/CHG-") }.map { site[$0] } ?? ""
    #expect(page.contains("<li class=\"off\"><b>cancelled</b>"))
    #expect(!page.contains("<b>verifying</b>"))
  }

  @Test func putsAFindingBesideWhatItConcerns() throws {
    let text = SampleRecords.normal.without("approvals").withoutSections("approvals").text
    let page = try onlyPage(text)
    let approvals = page.range("<h2 id=\"approvals\">", "</section>")
    #expect(approvals.contains("CB301"))
    #expect(!page.range("<ol class=\"way\"", "<div class=\"wide\">").contains("CB301"))
  }

  @Test func comparesTheTimeItTookWithThePlan() throws {
    let page = try onlyPage(
      record(
        "CHG-2026-0001",
        """
        scheduled: 2026-03-09T02:00Z/2026-03-09T04:00Z
        started: 2026-03-09T02:30Z
        deployed: 2026-03-09T04:15Z
        """))
    #expect(
      page.contains("Planned for 2 h, took 1 h 45 min, and ended 15 min after the planned end."))
  }

  @Test func linksTheRecordsItNames() throws {
    let site = try RenderedSite(
      changes: [
        record("CHG-2026-0001"), record("CHG-2026-0002", "follows: CHG-2026-0001"),
      ])
    #expect(
      site["changes/CHG-2026-0002.html"].contains("href=\"CHG-2026-0001.html\""))
  }

  @Test func namesAnUnreadableRecordOnThePagesItTouches() throws {
    let site = try RenderedSite(changes: [record("CHG-2026-0001", "outcome: done")])
    for path in ["changes/index.html", "findings/index.html"] {
      #expect(site[path].contains("content/changes/1.md"), "\(path)")
    }
    let attention = site["index.html"].range("id=\"attention\"", "</section>")
    #expect(attention.contains("CHG-2026-0001") && attention.contains("outcome"))
    #expect(site["index.html"].contains("1 not read"))
  }

  private func onlyPage(_ text: String) throws -> String {
    let site = try RenderedSite(changes: [text])
    return site.paths.first { $0.hasPrefix("changes/CHG-") }.map { site[$0] } ?? ""
  }
}

extension String {
  /// From one text up to the next occurrence of another; empty where there is none.
  func range(_ start: String, _ end: String) -> String {
    let parts = split(separator: start, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return "" }
    return String(
      parts[1].split(separator: end, maxSplits: 1, omittingEmptySubsequences: false).first ?? "")
  }
}
