import Configuration
import Testing

@testable import Site

@Suite struct CalendarSpanTests {
  private func months(_ site: RenderedSite) -> [String] {
    site.paths.filter { $0.hasPrefix("calendar/") && !$0.contains("W") }
      .map { String($0.dropFirst(9).prefix(7)) }
      // Years have pages of their own.
      .filter { $0.contains("-") }
      .filter { $0.utf8.first.map { (0x30...0x39).contains($0) } ?? false }.sorted()
  }

  @Test func monthsRunFromTheFirstRecordToTheHorizon() throws {
    var settings = Settings()
    settings.calendarHorizon = 2
    let site = try RenderedSite(
      changes: [
        CalendarSite.done("CHG-2026-0001", from: "2026-02-09T02:00Z", to: "2026-02-09T03:00Z")
      ],
      settings: settings)
    #expect(months(site) == ["2026-02", "2026-03", "2026-04", "2026-05", "2026-06"])
    let march = site["calendar/2026-03.html"]
    #expect(march.contains("<a rel=\"prev\" href=\"2026-02.html\">February 2026</a>"))
    #expect(march.contains("<a rel=\"next\" href=\"2026-04.html\">April 2026</a>"))
    #expect(!site["calendar/2026-02.html"].contains("rel=\"prev\""))
    #expect(!site["calendar/2026-06.html"].contains("rel=\"next\""))
    #expect(site.faults == [])
  }

  @Test func aDateDecadesAwayMakesAMonthAndNotDecades() throws {
    let site = try RenderedSite(changes: [
      CalendarSite.done("CHG-2026-0001", from: "1986-02-09T02:00Z", to: "1986-02-09T03:00Z"),
      CalendarSite.planned("CHG-2026-0002", "2066-05-01T02:00Z/2066-05-01T03:00Z"),
    ])
    let found = months(site)
    #expect(found.first == "1986-02" && found.last == "2066-05")
    #expect(found.count == 1 + CalendarSpan.mostMonthsBack + 1 + 12 + 1)
    #expect(site.cell("2066-05-01").contains("<li>"))
    #expect(site["changes/CHG-2026-0001.html"].contains("calendar/1986-W06.html"))
    #expect(site.faults == [])
  }

  @Test func anEmptyRegisterHasACalendarToo() throws {
    let site = try RenderedSite(changes: [])
    #expect(months(site).count == 13)
    let page = site["calendar/2026-04.html"]
    #expect(page.contains("Neither a change nor a freeze stands in this month."))
    #expect(page.contains("Nothing stands here."))
    #expect(
      site.words("calendar/index.html").contains("No changes have a planned or an actual time."))
  }

  @Test func aChangeWithoutAnyTimeIsCountedAndNotShown() throws {
    let site = try RenderedSite(changes: ["---\nid: CHG-2026-0009\n---\n## Change Request: Later\n"]
    )
    #expect(site.words("calendar/index.html").contains("1 has none and is not shown."))
  }
}
