import Records
import TestSupport
import Testing

@testable import Site

@Suite struct SystemPageTests {
  private static let incident = """
    ---
    id: INC-2026-001
    systems: [rpc gateway]
    started: 2026-03-09T03:00Z
    resolved: 2026-03-09T04:00Z
    ---
    ## Down

    Text.

    """

  @Test func spellingsOfOneNameAreOneSystem() throws {
    let site = try RenderedSite(
      changes: [
        record("CHG-2026-0001", "systems: [rpc-gateway]"),
        record("CHG-2026-0002", "systems: [RPC Gateway, indexer]"),
      ], incidents: [Self.incident])
    let page = site["systems/rpc-gateway.html"]
    #expect(site.words("systems/rpc-gateway.html").contains("2 changes, 1 incident and"))
    #expect(page.contains("CHG-2026-0001") && page.contains("CHG-2026-0002"))
    #expect(page.contains("INC-2026-001"))
    #expect(page.contains("not\nwith another") || page.contains("not with another"))
    #expect(site["systems/indexer.html"].contains("No incident names this system"))
    #expect(!site.paths.contains { $0.hasPrefix("systems/RPC") })
    let index = site["systems/index.html"]
    #expect(index.components(of: "<th scope=\"row\">") == 2)
    #expect(
      site["changes/CHG-2026-0002.html"].contains("../systems/rpc-gateway.html"))
    #expect(site.faults == [])
  }

  @Test func itsFiguresLeadToTheRecordsThatTheyCount() throws {
    let site = try RenderedSite(
      changes: [
        record("CHG-2026-0001", "systems: [a]"),
        record("CHG-2026-0002", "systems: [a]\noutcome: failed"),
        record("CHG-2026-0003", "systems: [b]"),
      ])
    #expect(
      site["systems/a.html"]
        .contains("<a href=\"a/figures.html#change-success-rate\">1 of 2</a>"))
    let records = site["systems/a/figures.html"]
      .range("id=\"change-success-rate\"", "</section>")
    #expect(records.range("In the numerator", "In the denominator").contains("CHG-2026-0001"))
    #expect(records.range("In the denominator only", "</ul>").contains("CHG-2026-0002"))
    #expect(!records.contains("CHG-2026-0003"))
  }

  @Test func theLatestAreListedAndTheMonthsOfAllLinked() throws {
    let changes = (1...201).map {
      record("CHG-2026-\(String(10_000 + $0).dropFirst())", "systems: [a]")
    }
    let page = try RenderedSite(changes: changes)["systems/a.html"]
    #expect(page.components(of: "<tr data-") == rowsPerPage)
    #expect(page.contains("The latest \(rowsPerPage) of 201 changes"))
    #expect(
      page.contains("../changes/2026-03.html?system=a\">March 2026</a> 201"))
  }

  @Test(arguments: ["'<b>x</b>'", "'../../etc'", "'a/b'", "'..b'", "'👩‍👩‍👧‍👦 部署'", "'بوابة'"])
  func namesOfAnyKindHavePages(name: String) throws {
    let long = String(repeating: "long ", count: 60)
    let site = try RenderedSite(
      changes: [record("CHG-2026-0001", "systems: [\(name), '\(long)']")])
    #expect(site.faults == [])
    // What is no name has no page, and its finding says so.
    let named = try #require(site.register.changes.first).systems.count
    #expect(site.paths.count { $0.hasPrefix("systems/") } == 1 + 2 * named)
  }

  @Test func noSystemIsSaid() throws {
    let site = try RenderedSite(changes: [])
    #expect(site["systems/index.html"].contains("No record names a system"))
    #expect(site.faults == [])
  }
}
