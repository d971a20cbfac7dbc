import TestSupport
import Testing

@testable import Site

@Suite struct RegisterPageTests {
  /// So many records that ended in one March.
  private static func records(_ count: Int) -> [String] {
    (1...count).map { record("CHG-2026-\(String(10_000 + $0).dropFirst())") }
  }

  @Test func holdsAtMostTwoHundredRowsAPage() throws {
    let site = try RenderedSite(changes: Self.records(201))
    #expect(site["changes/2026-03.html"].components(of: "<tr data-type=") == 200)
    #expect(site["changes/2026-03/2.html"].components(of: "<tr data-type=") == 1)
    #expect(site["changes/2026-03/3.html"].isEmpty)
    #expect(site["changes/index.html"].components(of: "<tr data-type=") == 200)
    #expect(site.words("changes/index.html").contains("201 changes on record; the latest 200"))
    #expect(site.faults == [])
  }

  @Test func listsWhatHasNoInstantApart() throws {
    let site = try RenderedSite(changes: ["---\nid: CHG-2026-0009\n---\n## Change Request: Later\n"]
    )
    #expect(site["changes/undated.html"].contains("CHG-2026-0009"))
    #expect(site["changes/index.html"].contains("1 change without any instant"))
  }

  @Test func aRowCarriesWhatTheFiltersCompare() throws {
    let site = try RenderedSite(changes: [record("CHG-2026-0001", "systems: [a, b]")])
    let page = site["changes/2026-03.html"]
    #expect(page.contains("data-system=\"a|b\""))
    #expect(page.contains("data-outcome=\"successful\""))
    #expect(page.contains("data-stage=\"closed\""))
    #expect(page.contains("<select name=\"outcome\""))
  }

  @Test func countsAMonthWhereItIsLinked() throws {
    let site = try RenderedSite(changes: Self.records(3))
    #expect(
      site["changes/index.html"].contains("href=\"2026-03.html\" data-keep-filters>3</a>"))
  }
}
