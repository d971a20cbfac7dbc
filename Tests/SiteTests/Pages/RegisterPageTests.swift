import TestSupport
import Testing

@testable import Site

@Suite struct RegisterPageTests {
  /// So many records that ended in one March.
  private static func records(_ count: Int) -> [String] {
    (1...count).map { record("CHG-2026-\(String(10_000 + $0).dropFirst())") }
  }

  @Test func holdsAFewRowsAPage() throws {
    let site = try RenderedSite(changes: Self.records(rowsPerPage + 1))
    #expect(site["changes/2026-03.html"].components(of: "<tr data-") == rowsPerPage)
    #expect(site["changes/2026-03/2.html"].components(of: "<tr data-") == 1)
    #expect(site["changes/2026-03/3.html"].isEmpty)
    #expect(site["changes/index.html"].components(of: "<tr data-") == rowsPerPage)
    #expect(
      site.words("changes/index.html").contains(
        "\(rowsPerPage + 1) changes recorded. The latest \(rowsPerPage)"))
    #expect(site.faults == [])
  }

  @Test func listsWhatHasNoInstantApart() throws {
    let site = try RenderedSite(changes: ["---\nid: CHG-2026-0009\n---\n## Change Request: Later\n"]
    )
    #expect(site["changes/undated.html"].contains("CHG-2026-0009"))
    #expect(site["changes/index.html"].contains("1 change without a date"))
  }

  @Test func aRowCarriesWhatTheFiltersCompare() throws {
    let site = try RenderedSite(changes: [
      record(
        "CHG-2026-0001",
        "systems: [a, b]\nrequester: '@ann'\nimplementer: '@bob'\noutcome: failed"),
      record("CHG-2026-0002", "requester: '@ann'\nimplementer: '@ann'"),
    ])
    let page = site["changes/2026-03.html"]
    let rows = page.split(separator: "<tr data-").dropFirst()
    let failed = try #require(rows.first { $0.contains("CHG-2026-0001") })
    let fine = try #require(rows.first { $0.contains("CHG-2026-0002") })
    #expect(failed.contains("outcome=\"failed\"") && failed.contains("data-stage=\"closed\""))
    #expect(failed.contains("data-person=\"@ann|@bob") && failed.contains("data-wrong=\"yes\""))
    #expect(failed.contains(">a</a>, <a") && failed.contains(">b</a>"))
    #expect(!fine.contains("data-wrong"))
    for name in ["type", "risk", "system", "person", "outcome", "stage"] {
      #expect(page.contains("data-filter=\"\(name)\""))
    }
    #expect(page.contains("data-nothing hidden>No change on this page matches."))
  }

  /// What a filter or an order in the address is called is a column or an attribute of the rows.
  @Test func everyFilterHasSomethingToCompare() throws {
    let site = try RenderedSite(
      changes: Self.records(3) + [record("CHG-2026-0900", "outcome: rolled-back")])
    for path in ["changes/index.html", "changes/2026-03.html", "findings/index.html"] {
      let page = site[path]
      let columns = page.matches(of: /data-name="([a-z]+)"/).map { String($0.1) }
      #expect(columns.count > 6 && Set(columns).count == columns.count, "\(path)")
      for filter in page.matches(of: /data-filter="([a-z]+)"/) {
        #expect(
          columns.contains(String(filter.1)) || page.contains(" data-\(filter.1)=\""), "\(path)")
      }
    }
  }

  @Test func countsAMonthWhereItIsLinked() throws {
    let site = try RenderedSite(changes: Self.records(3))
    #expect(
      site["changes/index.html"].contains("href=\"2026-03.html\" data-keep-filters>3</a>"))
  }
}
